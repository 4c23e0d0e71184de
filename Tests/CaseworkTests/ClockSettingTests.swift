import Casework
import Testing
import Workdays

/// Limits of the profile on the calendar of the unit; beyond the calendar's cover a deadline is provisional, never refused.
@Suite struct ClockSettingTests {
  private static func unit(_ id: UnitID, _ level: Unit.Level, _ parent: UnitID?) -> Unit {
    Unit(id: id, name: Phrase(id.value, id.value), level: level, parent: parent)
  }

  private let profile = Profile(
    key: "town", name: Phrase("镇", "Town"), effective: CivilDay(ordinal: 0), prefix: "TN",
    units: Organisation([unit("city", .city, nil), unit("urban", .bureau, "city"), unit("heat", .utility, "city")]),
    taxonomy: Taxonomy(), calendar: .national(),
    limits: LimitTable([
      LimitRule(.handling, .hours(4), urgencies: [.critical]), LimitRule(.handling, .workingDays(2), units: ["urban"]),
      LimitRule(.handling, .workingDays(5)), LimitRule(.sign, .workingHours(4)),
    ]))

  private func matter(_ urgency: Urgency = .normal) -> OrderMatter {
    OrderMatter(
      number: "1", kind: .help, category: "民政", urgency: urgency, citizen: CitizenID(1), title: TextID(1), text: TextID(2), owner: "city")
  }

  private func at(_ text: String) throws -> Moment { try Moment(iso8601: "\(text):00+08:00") }

  @Test func theFirstRuleThatMatchesGivesTheLimit() throws {
    let start = try at("2026-09-21T09:00")
    let setting = ClockSetting(profile)
    #expect(setting.clock(.handling, for: matter(.critical), unit: "urban", from: start)?.deadline.at == start.adding(hours: 4))
    #expect(setting.clock(.handling, for: matter(), unit: "urban", from: start)?.deadline.limit == .workingDays(2))
    #expect(setting.clock(.handling, for: matter(), unit: "heat", from: start)?.deadline.limit == .workingDays(5))
    #expect(setting.clock(.sign, for: matter(), unit: nil, from: start)?.deadline.at == start.adding(hours: 5).adding(minutes: 30))
  }

  @Test func aClockWithoutALimitDoesNotRun() throws {
    #expect(ClockSetting(profile).clock(.ruling, for: matter(), unit: nil, from: try at("2026-09-21T09:00")) == nil)
  }

  @Test func beyondTheCalendarTheDeadlineIsProvisionalAndSaysSo() throws {
    let start = try at("2031-03-03T09:00")
    let clock = try #require(ClockSetting(profile).clock(.handling, for: matter(), unit: "heat", from: start))
    #expect(clock.deadline.provisional)
    #expect(clock.deadline.at.day == CivilDay("2031-03-10"))
    var order = try Order.fold(
      nil, Fact(OrderEvent.raised(matter: matter(), state: .handling, clocks: [clock]), stream: 1, at: start, by: "agent", unit: "city"))
    #expect(order.isProvisional)
    order.clocks[0].stoppedAt = start
    #expect(!order.isProvisional)
  }

  @Test func insideTheCalendarItIsNot() throws {
    let clock = try #require(ClockSetting(profile).clock(.handling, for: matter(), unit: "heat", from: try at("2026-09-21T09:00")))
    #expect(!clock.deadline.provisional)
  }

  @Test func aPauseMovesTheEndAndAStandingClockIsNotLate() throws {
    let start = try at("2026-09-21T09:00")
    let pause = Pause(from: start.adding(hours: 1), to: start.adding(hours: 3))
    let clock = ClockSetting(profile).clock(.handling, limit: .hours(4), for: matter(), unit: nil, from: start, pauses: [pause])
    #expect(clock.deadline.at == start.adding(hours: 6))
    #expect(clock.isLate(at: start.adding(hours: 7)) && !clock.isLate(at: start.adding(hours: 6)))
    var standing = clock
    standing.pausedAt = start.adding(hours: 4)
    #expect(!standing.isLate(at: start.adding(days: 30)) && !standing.isRunning)
  }
}
