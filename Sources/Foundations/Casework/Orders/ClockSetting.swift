import Workdays

/// How long a clock may run, by the profile's limits and the unit's calendar. Pure: the moment is an argument.
/// Beyond the calendar's cover nobody is refused: the deadline is provisional and says so.
public struct ClockSetting: Sendable {
  private let profile: Profile

  public init(_ profile: Profile) { self.profile = profile }

  /// Nil where the profile sets no limit for this kind of clock in this matter.
  public func clock(_ kind: ClockKind, for matter: OrderMatter, unit: UnitID?, from start: Moment, pauses: [Pause] = []) -> Clock? {
    guard let limit = limit(kind, for: matter, unit: unit, on: start.day) else { return nil }
    return clock(kind, limit: limit, unit: unit ?? matter.owner, from: start, pauses: pauses)
  }

  public func clock(_ kind: ClockKind, limit: Limit, unit: UnitID?, from start: Moment, pauses: [Pause] = []) -> Clock {
    Clock(kind, deadline(limit, unit: unit, from: start, pauses: pauses), pauses: pauses)
  }

  public func deadline(_ limit: Limit, unit: UnitID?, from start: Moment, pauses: [Pause] = []) -> Deadline {
    let calendar = profile.calendar(for: unit ?? profile.units.root)
    if let deadline = try? calendar.deadline(from: start, limit: limit, pauses: pauses) { return deadline }
    return calendar.provisionalDeadline(from: start, limit: limit, pauses: pauses)
  }

  private func limit(_ kind: ClockKind, for matter: OrderMatter, unit: UnitID?, on day: CivilDay) -> Limit? {
    let about = Matter(
      kind: matter.kind, urgency: matter.urgency, category: matter.category, unit: unit.flatMap { profile.units.units[$0] }, day: day)
    return profile.limits.limit(for: kind, matter: about)?.limit
  }
}
