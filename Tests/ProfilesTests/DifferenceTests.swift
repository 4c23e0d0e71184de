import Casework
import Foundation
import Profiles
import Testing
import Workdays

/// What differs between two profiles is said in words, and a draft's part is what it says it is.
@Suite struct DifferenceTests {
  private func small() throws -> Profile { try ProfileReader.read(ProfileFiles.small) { _ in "" } }

  private func sentences(_ profile: Profile, _ edits: [ProfileEdit]) -> [String] {
    ProfileDifference(profile, profile.edited(by: edits)).changes.map(\.sentence.zh)
  }

  @Test func aProfileDoesNotDifferFromItself() throws {
    let yunxi = try ProfileFiles.read("yunxi")
    #expect(ProfileDifference(yunxi, yunxi).changes.isEmpty)
    #expect(TextDifference(ProfileWriter.export(yunxi), ProfileWriter.export(yunxi)).hunks.isEmpty)
  }

  @Test func aChangedLimitIsOneSentence() throws {
    let profile = try small()
    var rules = profile.limits.rules
    rules[1].limit = .workingDays(4)
    #expect(sentences(profile, [.limits(rules: rules)]) == ["办理时限：其余全部：5 个工作日 → 4 个工作日"])
    rules.append(LimitRule(.redo, .days(2), kinds: [.complaint], urgencies: [.normal]))
    #expect(sentences(profile, [.limits(rules: rules)]).last == "新增 重办时限：投诉 · 一般：2 日")
  }

  @Test func anotherOrderIsAMove() throws {
    let profile = try small()
    var rules = profile.limits.rules
    rules.swapAt(0, 1)
    let changes = ProfileDifference(profile, profile.edited(by: [.limits(rules: rules)])).changes
    #expect(changes.count == 1 && changes[0].what == .moved)
  }

  @Test func unitsAreMovedRenamedAndClosed() throws {
    let profile = try small()
    let day = try #require(CivilDay("2026-12-31"))
    let lamps = Unit(id: "lamps", name: Phrase("照明所", "Lighting"), level: .station, parent: "small", until: day)
    #expect(
      sentences(profile, [.unit(lamps)]) == [
        "照明所：名称：路灯所 → 照明所", "照明所：上级：道路局 → 小城", "照明所：承办的最后一天：无 → 2026年12月31日",
      ])
    let new = Unit(id: "trees", name: Phrase("绿化所", "Trees"), level: .station, parent: "roads")
    #expect(sentences(profile, [.unit(new)]) == ["新增 绿化所：站所，上级道路局"])
  }

  @Test func anAreasMarkAndBorderAreToldAndExported() throws {
    let profile = try small()
    let spots = [(118.0, 35.0), (118.5, 35.0), (118.5, 35.5)].map { Area.Spot(longitude: $0.0, latitude: $0.1) }
    let area = Area(id: "north", name: Phrase("北区", "North"), longitude: 118.3, latitude: 35.2, outline: spots)
    let drawn = profile.edited(by: [.area(area)])
    #expect(ProfileDifference(profile, drawn).changes.map(\.sentence.zh) == ["北区：标注点：无 → 118.3, 35.2", "北区：边界：未画 → 3 个点"])
    let moved = Area(id: "north", name: area.name, longitude: 118.3, latitude: 35.2, outline: spots.reversed())
    #expect(sentences(drawn, [.area(moved)]) == ["北区：边界：3 个点 → 3 个点，位置不同"])
    #expect(try ProfileReader.read(ProfileWriter.export(drawn)) { _ in "" } == drawn)
  }

  @Test func hoursAndDaysReadAsPeopleSayThem() throws {
    let profile = try small()
    let hours = try Schedule(from: CivilDay("2026-05-01"), weekdays: 1...6, hours: [try Interval(parsing: "09:00-12:00")])
    let day = try #require(CivilDay("2026-03-02"))
    let edits: [ProfileEdit] = [
      .hours(unit: "lamps", schedules: [hours]), .day(unit: nil, day: day, hours: try Override(hours: [], reason: "盘点")),
    ]
    #expect(
      sentences(profile, edits) == ["新增 全市 2026年3月2日：休息（盘点）", "新增 路灯所工作时间，自 2026年5月1日 起：周一至周六 09:00-12:00"])
    // What is taken back leaves nothing behind.
    let back = profile.edited(by: edits).edited(by: [.hours(unit: "lamps", schedules: []), .day(unit: nil, day: day, hours: nil)])
    #expect(ProfileWriter.export(back) == ProfileWriter.export(profile))
  }

  @Test func everyPartIsWhatTheProfileHas() throws {
    let yunxi = try ProfileFiles.read("yunxi")
    let unit = try #require(yunxi.unit("urban"))
    let edits: [ProfileEdit] =
      [
        .unit(unit), .area(try #require(yunxi.areas.first)), .limits(rules: []), .ladder(rungs: []), .hours(unit: nil, schedules: []),
        .hours(unit: "heat-firm", schedules: []),
        .settings(PolicySettings(yunxi.policy)), .openness(OpennessPolicy()), .guide(category: "城乡建设/供热", guide: nil),
        .guide(category: "民政", guide: nil), .accepted(matters: []), .refusals(reasons: []), .emergencyLines(lines: []),
      ] + ReasonList.allCases.map { .reasons(list: $0, codes: []) }
    let same = edits.compactMap { $0.standing(in: yunxi) }
    #expect(same.count == edits.count && yunxi.edited(by: same) == yunxi)
    #expect(Set(edits.map(\.part)).count == edits.count)
  }

  @Test func whatIsOpenToEverybodyAndWhoReviewsIsToldAndExported() throws {
    let profile = try small()
    var (settings, openness) = (PolicySettings(profile.policy), profile.policy.openness)
    (settings.headReview, settings.redo.claimDays) = (true, 10)
    (openness.answers, openness.openMatters, openness.meTooPerDay) = (false, ["道路/路灯"], 0)
    let edits: [ProfileEdit] = [.settings(settings), .openness(openness)]
    #expect(
      sentences(profile, edits) == [
        "办结后可说“未解决”的天数：30 → 10", "领导接听件先由承办单位负责人审核：否 → 是", "公开答复：是 → 否", "同一网络每天可点“我也遇到了”的次数：20 → 0",
        "新增 公开在办事项：道路 › 路灯",
      ])
    let edited = profile.edited(by: edits)
    #expect(try ProfileReader.read(ProfileWriter.export(edited)) { _ in "" } == edited)
  }

  /// A draft of an earlier version says nothing of the head's review.
  @Test func anEarlierDraftLeavesTheHeadsReviewAsItIs() throws {
    var policy = try small().policy
    policy.headReview = true
    var settings = PolicySettings(policy)
    settings.headReview = nil
    let written = try JSONEncoder().encode(ProfileEdit.settings(settings))
    #expect(!String(decoding: written, as: UTF8.self).contains("headReview"))
    let profile = try small()
    var parts = ProfileParts(profile)
    parts.policy = policy
    try JSONDecoder().decode(ProfileEdit.self, from: written).apply(to: &parts)
    #expect(parts.policy.headReview)
  }

  @Test func whatNoFormSpeaksOfStaysAndIsCompared() throws {
    let yunxi = try ProfileFiles.read("yunxi")
    let edited = yunxi.edited(by: [.limits(rules: yunxi.limits.rules + [LimitRule(.redo, .days(9), kinds: [.praise])])])
    let (before, after) = (ProfileWriter.export(yunxi), ProfileWriter.export(edited))
    #expect(TextDifference(before, after, around: 0).hunks.flatMap { $0 }.count == 1)
    let other = try ProfileReader.read(before.replacing("direct-to-township: true", with: "direct-to-township: false")) { _ in "" }
    #expect(ProfileDifference(yunxi, other).changes.map(\.sentence.zh) == ["直通镇街：是 → 否"])
  }

  @Test(arguments: ProfileFiles.cities) func anExportIsTheSameLetterByLetter(_ city: String) throws {
    let first = ProfileWriter.export(try ProfileFiles.read(city))
    #expect(ProfileWriter.export(try ProfileReader.read(first) { _ in "" }) == first)
  }

  @Test func aFaultIsFoundWithItsField() throws {
    let profile = try small()
    var rules = profile.limits.rules
    rules[0].conditions.categories = ["道路/树"]
    #expect(DraftFault.all(in: profile.edited(by: [.limits(rules: rules)])).map(\.path) == [["limits", "0", "categories", "0"]])
    let lost = Unit(id: "lamps", name: Phrase("路灯所", "Lamps"), level: .station, parent: "nowhere")
    #expect(DraftFault.all(in: profile.edited(by: [.unit(lost)])).first?.path == ["units", "lamps", "parent"])
    #expect(DraftFault.all(in: profile).isEmpty)
  }

  @Test func twoTextsStandSideBySide() {
    let hunks = TextDifference("a\nb\nc\nd\ne\nf\ng", "a\nb\nx\nd\ne\nf\ng\nh", around: 1).hunks
    #expect(hunks.count == 2 && hunks[0].map { $0.left?.text } == ["b", "c", "d"] && hunks[0].map { $0.right?.text } == ["b", "x", "d"])
    #expect(hunks[1].last?.right?.text == "h" && hunks[1].last?.left == nil && hunks[1].last?.right?.number == 8)
  }
}
