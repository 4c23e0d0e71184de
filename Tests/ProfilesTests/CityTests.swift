import Casework
import Profiles
import Testing
import Workdays

/// What makes each city different must come from its own file.
@Suite struct CityTests {
  private func limit(
    _ profile: Profile, _ clock: ClockKind, _ kind: Kind = .complaint, _ urgency: Urgency = .normal, _ category: CategoryID? = nil,
    unit: UnitID? = nil, on day: String = "2026-07-01"
  ) throws -> Limit? {
    let unit = try unit.map { try #require(profile.unit($0)) }
    let day = try #require(CivilDay(day))
    let matter = Matter(kind: kind, urgency: urgency, category: category, unit: unit, day: day)
    return profile.limits.limit(for: clock, matter: matter)?.limit
  }

  @Test(arguments: ProfileFiles.cities) func everyProfileReads(_ name: String) throws {
    let profile = try ProfileFiles.read(name)
    #expect(profile.key == name && profile.mainLine?.number == "12345")
    #expect(profile.units.units.values.contains { $0.level == .hotline && $0.serves == profile.units.root })
    #expect(profile.policy.emergencyLines.map(\.number) == ["110", "119", "120", "122"])
    for clock in ClockKind.allCases { #expect(try limit(profile, clock) != nil) }
  }

  @Test(arguments: ProfileFiles.cities) func anExportReadsBackAsTheSameProfile(_ name: String) throws {
    let profile = try ProfileFiles.read(name)
    let again = try ProfileReader.read(ProfileWriter.export(profile), file: "export.yaml") { _ in "" }
    #expect(again == profile)
    #expect(ProfileWriter.export(again) == ProfileWriter.export(profile))
  }

  @Test func ziboTransfersInFourHoursAndUrgentMattersOnReceipt() throws {
    let zibo = try ProfileFiles.read("zibo-2020")
    #expect(try limit(zibo, .transfer) == .workingHours(4))
    #expect(try limit(zibo, .transfer, .help, .urgent) == .minutes(0))
    #expect(try limit(zibo, .handling) == .workingDays(5))
    #expect(zibo.policy.directToTownship && zibo.unit("jinling")?.level == .township)
    #expect(zibo.unit("discipline") != nil && zibo.unit("staffing") != nil && zibo.unit("congress") != nil)
    #expect(try limit(zibo, .continuedReport) == .days(15))
  }

  @Test func jiningsContactPointsHaveFiveWorkingDaysAndNoMiddleLevel() throws {
    let jining = try ProfileFiles.read("jining-2013")
    let points = jining.units.units.values.filter { $0.level == .contactPoint }
    #expect(points.count == 9 && points.allSatisfy { $0.parent == jining.units.root })
    let rule = try #require(jining.limits.rules.first { $0.conditions.levels == [.contactPoint] })
    #expect(rule.limit == .workingDays(5) && rule.clock == .handling)
    #expect(try limit(jining, .handling, .consultation, unit: "sihe-heat") == .workingDays(5))
    #expect(jining.detail("leader-days")?["notice-days"]?.text == "7")
  }

  @Test func hengshuiHasTwoNumbersJoinedLinesAndRelayUnits() throws {
    let hengshui = try ProfileFiles.read("hengshui-2019")
    #expect(hengshui.lines.filter { $0.mode == .parallel }.map(\.number) == ["961890"])
    #expect(hengshui.lines.filter { $0.mode == .joined }.count == 5)
    #expect(hengshui.unit("taocheng")?.relay == false && hengshui.unit("shenzhou")?.relay == true)
    #expect(hengshui.detail("seats")?["answering"]?.text == "15" && hengshui.detail("seats")?["supervising"]?.text == "8")
  }

  @Test func hezesDutySeatsSkipTheTransfer() throws {
    let heze = try ProfileFiles.read("heze-2021")
    #expect(try limit(heze, .transfer, unit: "power-firm") == .minutes(0))
    #expect(try limit(heze, .transfer, unit: "urban") == .workingDays(1))
    #expect(heze.channels.contains { $0.channel == .board })
  }

  @Test func hezeOf2015FollowsUpItemByItemOnFiveChannels() throws {
    let heze = try ProfileFiles.read("heze-2015")
    #expect(heze.policy.callback.share == .all)
    #expect(Set(heze.channels.map(\.channel)) == [.phone, .sms, .mailbox, .weibo, .wechat])
    #expect(heze.channels.filter { $0.channel == .sms }.map(\.account) == ["18853012345", "18553012345"])
    #expect(heze.unit("sanchunji")?.intake == true && heze.unit("caoxian")?.intake == true)
  }

  @Test func yunxiIsFiveLevelsDeepWithIntakeInCountiesAndTownships() throws {
    let yunxi = try ProfileFiles.read("yunxi")
    #expect(yunxi.units.path(to: "upper-stone-post").count == 5)
    #expect(yunxi.units.units.values.filter { $0.level == .township }.count == 12)
    #expect(yunxi.units.units.values.filter { $0.level == .township && $0.intake }.count == 4)
    #expect(yunxi.units.path(to: "heat-office") == ["yunxi", "housing", "heat-office"])
    #expect(yunxi.areas.allSatisfy { $0.longitude != nil && $0.name.zh != $0.name.en })
    #expect(yunxi.units.units.values.allSatisfy { $0.name.zh != $0.name.en })
  }

  @Test func yunxisHeatingSeasonHasItsOwnLimit() throws {
    let yunxi = try ProfileFiles.read("yunxi")
    let cold: CategoryID = "城乡建设/供热/室温不达标"
    #expect(try limit(yunxi, .handling, .complaint, .normal, cold, on: "2027-01-10") == .hours(24))
    #expect(try limit(yunxi, .handling, .complaint, .normal, cold, on: "2026-07-01") == .workingDays(5))
  }

  @Test func yunxisAfternoonsBeginLaterInSummer() throws {
    let yunxi = try ProfileFiles.read("yunxi")
    let (summer, winter) = (try #require(CivilDay("2026-07-01")), try #require(CivilDay("2026-11-18")))
    #expect(try yunxi.calendar.hours(on: summer).intervals.map(\.description) == ["08:30-12:00", "14:00-18:00"])
    #expect(try yunxi.calendar.hours(on: winter).intervals.map(\.description) == ["08:30-12:00", "13:30-17:30"])
    #expect(try yunxi.calendar(for: "heat-firm").hours(on: winter).intervals.map(\.description) == ["08:00-20:00"])
    #expect(yunxi.calendar(for: "urban") == yunxi.calendar)
  }
}
