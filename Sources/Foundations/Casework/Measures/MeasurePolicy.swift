import Workdays

/// What a city decides about its measures of supervision.
public struct MeasurePolicy: Hashable, Codable, Sendable {
  /// How long a unit has for its answer, by kind; for the kinds that wait for people, how long those have.
  public var limits: [MeasureKind: Limit] = [:]
  /// How many calls about the like matter in the like place within an hour make an incident; nil: none is offered.
  public var incidentFrom: Int? = 8

  public init() {}

  /// What holds where the profile says nothing (sources 10, 11, 12).
  private static let usual: [MeasureKind: Limit] = [
    .notice: .workingDays(3), .submission: .workingDays(3), .joint: .workingDays(5), .inspection: .workingDays(3),
    .threeParty: .workingDays(10), .criticism: .workingDays(5), .escalation: .workingDays(2), .longRunning: .days(30),
    .hardMatter: .days(7), .jointDispatch: .workingDays(2), .incident: .hours(24),
  ]

  public func limit(of kind: MeasureKind) -> Limit { limits[kind] ?? Self.usual[kind] ?? .workingDays(3) }
}
