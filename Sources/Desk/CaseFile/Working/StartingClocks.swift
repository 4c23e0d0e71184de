import Casework
import Ledger
import Workdays

/// Starting clocks: the limit comes from the profile, the working time from the unit's calendar.
extension LedgerSession {
  /// The clocks of these kinds for which the profile has a limit.
  public func startClocks(_ kinds: [ClockKind], for matter: OrderMatter, unit: UnitID?, from start: Moment) -> [Clock] {
    kinds.compactMap { startClock($0, for: matter, unit: unit, from: start) }
  }

  public func startClock(_ kind: ClockKind, for matter: OrderMatter, unit: UnitID?, from start: Moment, pauses: [Pause] = []) -> Clock? {
    ClockSetting(profile).clock(kind, for: matter, unit: unit, from: start, pauses: pauses)
  }

  /// A clock with this very limit.
  public func startClock(_ kind: ClockKind, limit: Limit, unit: UnitID?, from start: Moment, pauses: [Pause] = []) -> Clock {
    ClockSetting(profile).clock(kind, limit: limit, unit: unit, from: start, pauses: pauses)
  }
}
