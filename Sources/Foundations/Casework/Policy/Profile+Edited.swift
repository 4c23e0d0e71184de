import Workdays

/// The parts of a profile that are edited in the browser.
public struct ProfileParts: Sendable, Equatable {
  public var units: [UnitID: Unit]
  public var limits: LimitTable
  public var policy: CasePolicy
  public var calendar: WorkCalendar
  public var overlays: [UnitID: CalendarOverlay]

  public init(_ profile: Profile) {
    (units, limits, policy) = (profile.units.units, profile.limits, profile.policy)
    (calendar, overlays) = (profile.calendar, profile.overlays)
  }
}

extension Profile {
  /// The same profile with these parts.
  /// - Parameter effective: its first day, where that is another one.
  public func with(_ parts: ProfileParts, effective: CivilDay? = nil) -> Profile {
    Profile(
      key: key, name: name, version: version, effective: effective ?? self.effective, prefix: prefix, lines: lines, channels: channels,
      units: Organisation(parts.units.values.sorted { $0.id < $1.id }), areas: areas, kinds: kinds, taxonomy: taxonomy,
      calendar: parts.calendar, overlays: parts.overlays, limits: parts.limits, policy: parts.policy, outcomes: outcomes,
      catalogue: catalogue, dutySeats: dutySeats, details: details)
  }
}
