import Workdays

/// How long a clock may run and what happens on the way, by the profile's limits and ladder and the unit's calendar.
/// Pure: the moment is an argument. Beyond the calendar's cover nobody is refused: the deadline is provisional and says so.
public struct ClockSetting: Sendable {
  private let profile: Profile

  public init(_ profile: Profile) { self.profile = profile }

  /// Nil where the profile sets no limit for this kind of clock in this matter.
  public func clock(_ kind: ClockKind, for matter: OrderMatter, unit: UnitID?, from start: Moment, pauses: [Pause] = []) -> Clock? {
    guard let limit = limit(kind, for: matter, unit: unit, on: start.day) else { return nil }
    return clock(kind, limit: limit, for: matter, unit: unit, from: start, pauses: pauses)
  }

  /// A clock with this very limit.
  /// - Parameter now: when it is set, where that lies before `start`, as for an extension.
  public func clock(
    _ kind: ClockKind, limit: Limit, for matter: OrderMatter, unit: UnitID?, from start: Moment, pauses: [Pause] = [],
    setAt now: Moment? = nil
  ) -> Clock {
    let deadline = deadline(limit, unit: unit ?? matter.owner, from: start, pauses: pauses)
    return clock(kind, deadline, for: matter, unit: unit, pauses: pauses, setAt: now)
  }

  /// A clock with this very deadline: an inherited one, or one that is set anew.
  public func clock(
    _ kind: ClockKind, _ deadline: Deadline, for matter: OrderMatter, unit: UnitID?, pauses: [Pause] = [], setAt now: Moment? = nil
  ) -> Clock {
    Clock(kind, deadline, pauses: pauses, rungs: rungs(kind, deadline, for: matter, unit: unit, setAt: now))
  }

  public func deadline(_ limit: Limit, unit: UnitID?, from start: Moment, pauses: [Pause] = []) -> Deadline {
    let calendar = profile.calendar(for: unit ?? profile.units.root)
    if let deadline = try? calendar.deadline(from: start, limit: limit, pauses: pauses) { return deadline }
    return calendar.provisionalDeadline(from: start, limit: limit, pauses: pauses)
  }

  private func limit(_ kind: ClockKind, for matter: OrderMatter, unit: UnitID?, on day: CivilDay) -> Limit? {
    profile.limits.limit(for: kind, matter: about(matter, unit, on: day))?.limit
  }

  private func about(_ matter: OrderMatter, _ unit: UnitID?, on day: CivilDay) -> Matter {
    Matter(
      kind: matter.kind, urgency: matter.urgency, category: matter.category, unit: unit.flatMap { profile.units.units[$0] }, day: day)
  }
}

/// The ladder.
extension ClockSetting {
  /// The rungs of a clock, in the order of time. One that would lie before the clock's beginning is left out: a limit of one
  /// working day warns nobody one working day before its end.
  func rungs(_ kind: ClockKind, _ deadline: Deadline, for matter: OrderMatter, unit: UnitID?, setAt now: Moment?) -> [SetRung] {
    let about = about(matter, unit, on: deadline.from.day)
    let calendar = profile.calendar(for: unit ?? matter.owner)
    let beginning = min(deadline.start, now ?? deadline.start)
    var rungs = ladder(kind).filter { $0.conditions.hold(for: about) }.map { SetRung($0, at: $0.at.moment(of: deadline, calendar)) }
    rungs.removeAll { $0.at <= beginning && $0.at < deadline.at }
    // Two of one code would be one; the sort keeps the profile's order where moments are the same.
    var known: Set<String> = []
    return rungs.filter { known.insert($0.code).inserted }.enumerated()
      .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  private func ladder(_ kind: ClockKind) -> [Rung] {
    let policy = profile.policy
    var ladder = policy.ladder.filter { $0.clock == kind }
    if kind == .sign {
      if !policy.autoSign { ladder.removeAll { $0.what == .autoSign } }
      if policy.autoSign, !ladder.contains(where: { $0.what == .autoSign }) { ladder.insert(Rung(.sign, .end, .autoSign), at: 0) }
    }
    return ladder
  }
}
