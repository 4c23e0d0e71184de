import Casework
import Testing
import Workdays

/// The ladder: when its rungs are set, what is left out, and what the fold makes of them.
@Suite struct LadderTests {
  private func profile(_ ladder: [Rung], autoSign: Bool = false) -> Profile {
    var policy = CasePolicy()
    policy.ladder = ladder
    policy.autoSign = autoSign
    return Profile(
      key: "town", name: Phrase("镇", "Town"), effective: CivilDay(ordinal: 0), prefix: "TN",
      units: Organisation([Unit(id: "city", name: Phrase("市", "City"), level: .city, parent: nil)]), taxonomy: Taxonomy(),
      calendar: .national(), limits: LimitTable([LimitRule(.handling, .workingDays(5)), LimitRule(.sign, .minutes(15))]), policy: policy)
  }

  private func at(_ text: String) throws -> Moment { try Moment(iso8601: "\(text):00+08:00") }

  private func clock(_ ladder: [Rung], _ limit: Limit = .workingDays(5), from: String = "2026-09-21T09:00", urgency: Urgency = .normal)
    throws
    -> Clock
  {
    var matter = Samples.bareMatter
    matter.urgency = urgency
    return ClockSetting(profile(ladder)).clock(.handling, limit: limit, for: matter, unit: "city", from: try at(from))
  }

  @Test(arguments: ["-1wd", "0m", "+3wd", "next-day", "start+5m", "-30m", "+2h"]) func timesOfRungsReadAsTheyAreWritten(_ text: String) {
    #expect(RungTime(text)?.description == text)
  }

  @Test(arguments: ["", "1wd", "-0m", "+0d", "--1wd", "start", "start+", "start-5m", "nextday", "-1", "- 1wd"])
  func whatIsNoTimeIsRefused(_ text: String) { #expect(RungTime(text) == nil) }

  /// Shandong's rule: yellow one working day before the end, red on the first overdue day (source 10).
  @Test func cardsComeOneWorkingDayBeforeAndOnTheFirstDayOverdue() throws {
    let clock = try clock([Rung(.handling, .nextDay, .redCard), Rung(.handling, .before(.workingDays(1)), .yellowCard)])
    #expect(clock.deadline.at == (try at("2026-09-29T09:00")))
    #expect(clock.rungs.map(\.what) == [.yellowCard, .redCard])
    #expect(clock.rungs.map(\.at) == [try at("2026-09-28T09:00"), try at("2026-09-30T08:30")])
  }

  /// The day after 30 September is National Day: the first day overdue is the 8th of October.
  @Test func theFirstDayOverdueIsAWorkingDay() throws {
    let clock = try clock([Rung(.handling, .nextDay, .redCard)], .workingDays(6))
    #expect(clock.rungs.map(\.at) == [try at("2026-10-08T08:30")])
  }

  @Test func nobodyIsWarnedBeforeTheClockBegins() throws {
    let ladder = [Rung(.handling, .before(.workingDays(1)), .yellowCard), Rung(.handling, .end, .urge)]
    #expect(try clock(ladder, .workingDays(1)).rungs.map(\.what) == [.urge])
    // On a Saturday, counted from Monday's opening.
    #expect(try clock(ladder, .workingDays(1), from: "2026-09-26T10:00").rungs.map(\.what) == [.urge])
    #expect(try clock(ladder, .workingDays(2)).rungs.map(\.what) == [.yellowCard, .urge])
    #expect(try clock(ladder, .minutes(0)).rungs.map(\.what) == [.urge])
  }

  @Test func onlyRungsWhoseConditionsHoldAreSet() throws {
    let ladder = [
      Rung(.handling, .sinceStart(.minutes(5)), .alert, where: Conditions(urgencies: [.critical]), to: [.unit]),
      Rung(.sign, .end, .urge), Rung(.handling, .after(.minutes(1)), .redCard),
    ]
    #expect(try clock(ladder).rungs.map(\.code) == ["red-card@+1m"])
    #expect(try clock(ladder, urgency: .critical).rungs.map(\.code) == ["alert@start+5m", "red-card@+1m"])
  }

  @Test func theClockSignsAtItsEndWhereNoRungSaysWhen() throws {
    let start = try at("2026-09-21T09:00")
    func signing(_ profile: Profile) -> [SetRung] {
      ClockSetting(profile).clock(.sign, for: Samples.bareMatter, unit: "city", from: start)?.rungs ?? []
    }
    #expect(signing(profile([], autoSign: true)).map(\.at) == [start.adding(minutes: 15)])
    #expect(signing(profile([Rung(.sign, .after(.minutes(5)), .autoSign)], autoSign: true)).map(\.at) == [start.adding(minutes: 20)])
    #expect(signing(profile([Rung(.sign, .end, .autoSign)])).isEmpty)
    let critical = Rung(.sign, .end, .autoSign, where: Conditions(urgencies: [.critical]))
    #expect(signing(profile([critical], autoSign: true)).isEmpty)
  }

  @Test func anExtensionWarnsAgainAPauseDoesNot() throws {
    let setting = ClockSetting(profile([Rung(.handling, .before(.workingDays(1)), .yellowCard)]))
    var old = setting.clock(.handling, limit: .workingDays(3), for: Samples.bareMatter, unit: "city", from: try at("2026-09-21T09:00"))
    let warned = try at("2026-09-23T09:00")
    old.rungs[0].reachedAt = warned
    let pause = Pause(from: try at("2026-09-23T10:00"), to: try at("2026-09-24T10:00"))
    let resumed = setting.clock(
      .handling, limit: .workingDays(3), for: Samples.bareMatter, unit: "city", from: old.deadline.from, pauses: [pause]
    ).remembering(old)
    #expect(resumed.deadline.at > old.deadline.at && resumed.rungs[0].reachedAt == warned && resumed.wakesAt == nil)
    let extended = setting.clock(
      .handling, limit: .workingDays(1), for: Samples.bareMatter, unit: "city", from: old.deadline.at, setAt: try at("2026-09-23T09:30"))
    #expect(extended.rungs.map(\.at) == [old.deadline.at] && extended.wakesAt == old.deadline.at)
  }

  @Test func aCardStandsUntilItsClockStops() throws {
    let clock = try clock([Rung(.handling, .before(.workingDays(1)), .yellowCard), Rung(.handling, .end, .redCard)])
    let start = clock.deadline.from
    func fact(_ event: OrderEvent, _ at: Moment) -> Fact<OrderEvent> { Fact(event, stream: 1, at: at, by: "system", unit: "city") }
    func reached(_ index: Int) -> Fact<OrderEvent> {
      let rung = clock.rungs[index]
      return fact(.rungReached(clock: .handling, rung: rung.code, what: rung.what, to: rung.to, due: rung.at), rung.at)
    }
    var order = try Order.fold(nil, fact(.raised(matter: Samples.bareMatter, state: .handling, clocks: [clock]), start))
    #expect(order.card == nil && order.wakesAt == clock.rungs[0].at)
    order.apply(reached(0))
    #expect(order.card == Order.Card(colour: .yellow, since: clock.rungs[0].at) && order.wakesAt == clock.rungs[1].at)
    let yellow = order
    order.apply(reached(0))
    #expect(order == yellow, "a rung that is told twice is reached once")
    order.apply(reached(1))
    #expect(order.card?.colour == .red && order.wakesAt == nil)
    order.apply(fact(.fedBack(feedback: Samples.feedback), clock.deadline.at))
    #expect(order.card == nil && order.clock(.handling)?.shown(.redCard) == clock.rungs[1].at)
  }

  @Test func clocksFromBeforeTheLadderAreRead() throws {
    let stored = #"{"deadline":{"at":1790728200000,"from":1790640000000,"limit":"1d"},"isExtended":false,"kind":"handling","pauses":[]}"#
    let clock = try decode(Clock.self, stored)
    #expect(clock.rungs.isEmpty && clock.wakesAt == nil)
    #expect(try json(clock) == stored)
  }
}
