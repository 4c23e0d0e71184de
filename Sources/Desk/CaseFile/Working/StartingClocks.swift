import Casework
import Ledger
import Workdays

/// Starting clocks: the limit and the rungs come from the profile, the working time from the unit's calendar.
extension LedgerSession {
  /// The clocks of these kinds for which the profile has a limit.
  public func startClocks(_ kinds: [ClockKind], for matter: OrderMatter, unit: UnitID?, from start: Moment) -> [Clock] {
    kinds.compactMap { startClock($0, for: matter, unit: unit, from: start) }
  }

  public func startClock(_ kind: ClockKind, for matter: OrderMatter, unit: UnitID?, from start: Moment, pauses: [Pause] = []) -> Clock? {
    ClockSetting(profile).clock(kind, for: matter, unit: unit, from: start, pauses: pauses)
  }

  /// A clock with this very limit; it may begin later than now, as an extension does.
  public func startClock(_ kind: ClockKind, limit: Limit, for matter: OrderMatter, unit: UnitID?, from start: Moment) -> Clock {
    ClockSetting(profile).clock(kind, limit: limit, for: matter, unit: unit, from: start, setAt: now)
  }

  /// A clock that ends at this very moment, as somebody promised, whatever the calendar says. Whole minutes are counted back from
  /// it, rounded up: what was promised for 10:00 is not broken at 9:59.
  public func startClock(_ kind: ClockKind, until end: Moment, for matter: OrderMatter, unit: UnitID?) -> Clock {
    let minutes = max(1, Int((end - now + 59_999) / 60_000))
    return startClock(kind, limit: .minutes(minutes), for: matter, unit: unit, from: end.adding(minutes: -minutes))
  }

  /// A clock that ends with that of the order above it, with rungs of its own.
  public func inheritClock(_ kind: ClockKind, from outer: Clock, for matter: OrderMatter, unit: UnitID?) -> Clock {
    ClockSetting(profile).clock(kind, outer.deadline, for: matter, unit: unit, pauses: outer.pauses)
  }

  /// The same clock after a span that did not count: what was reached on it stays reached.
  public func resumeClock(_ clock: Clock, of order: Order, after pause: Pause) -> Clock {
    let setting = ClockSetting(profile)
    let pauses = clock.pauses + [pause]
    let counted = setting.deadline(clock.deadline.limit, unit: order.unit ?? order.matter.owner, from: clock.deadline.from, pauses: pauses)
    // An end that was told is not brought forward by the way, whatever the calendar has become.
    var fresh = setting.clock(clock.kind, counted.keeping(clock.deadline.at), for: order.matter, unit: order.unit, pauses: pauses)
    fresh.isExtended = clock.isExtended
    return fresh.remembering(clock)
  }
}
