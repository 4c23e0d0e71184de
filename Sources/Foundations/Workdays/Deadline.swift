import Foundation

/// The end of a limit, with what was counted and skipped on the way, so that it explains itself for ever:
/// a later change of the calendar does not change what this deadline says.
public struct Deadline: Hashable, Sendable {
  /// The end of the limit; when the limit was counted backwards, its latest beginning.
  public internal(set) var at: Moment
  public let limit: Limit
  /// The moment of receipt, or the one from which the limit was counted backwards.
  public let from: Moment
  /// Where counting began: `from`, or for limits in working time the next opening when nobody worked at `from`.
  public let start: Moment
  /// The working days that counted, by date; empty for limits in natural time.
  public internal(set) var counted: [DaySpan] = []
  /// The days from `from` to `at` that did not count, by date, and why.
  public internal(set) var skipped: [DaySpan] = []
  /// The pauses that touch this deadline.
  public internal(set) var pauses: [Pause] = []
  /// Where the limit would end without pauses.
  public internal(set) var unpaused: Moment
  /// Milliseconds that the pauses took away: of working time for limits in working time, else of natural time.
  public internal(set) var stopped: Int64 = 0
  /// The first day that the calendar did not know and whose hours were assumed.
  public internal(set) var assumedFrom: CivilDay?

  /// Where the count ends, when `at` is a later end that had been told already.
  public internal(set) var counting: Moment?

  /// The same count, but never ending before `told`: nobody's time is cut after the fact.
  public func keeping(_ told: Moment) -> Deadline {
    guard told > at else { return self }
    var deadline = self
    (deadline.counting, deadline.at) = (at, told)
    return deadline
  }

  /// Whether the calendar did not reach far enough: to be counted again when the year's holidays are known.
  public var provisional: Bool { assumedFrom != nil }

  /// Whether the limit was counted backwards.
  public var isBackwards: Bool { at < from }

  /// When the pause began that has no end yet. `at` is then the end if it ended at once; the true one is later.
  public var pausedSince: Moment? {
    pauses.filter { $0.to == nil && $0.from < at }.map(\.from).min()
  }

  init(_ limit: Limit, from: Moment, start: Moment, at: Moment) {
    (self.limit, self.from, self.start, self.at, unpaused) = (limit, from, start, at, at)
  }
}

extension Deadline: Codable {
  private enum Key: String, CodingKey {
    case at, limit, from, start, counted, skipped, pauses, unpaused, stopped, assumedFrom, counting
  }

  /// Only what differs from the plain case is stored, days in a row as one short text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(at, forKey: .at)
    try container.encode(limit, forKey: .limit)
    try container.encode(from, forKey: .from)
    if start != from { try container.encode(start, forKey: .start) }
    if !counted.isEmpty { try container.encode(counted, forKey: .counted) }
    if !skipped.isEmpty { try container.encode(skipped, forKey: .skipped) }
    if !pauses.isEmpty { try container.encode(pauses, forKey: .pauses) }
    if unpaused != at { try container.encode(unpaused, forKey: .unpaused) }
    if stopped != 0 { try container.encode(stopped, forKey: .stopped) }
    try container.encodeIfPresent(assumedFrom, forKey: .assumedFrom)
    try container.encodeIfPresent(counting, forKey: .counting)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    at = try container.decode(Moment.self, forKey: .at)
    limit = try container.decode(Limit.self, forKey: .limit)
    from = try container.decode(Moment.self, forKey: .from)
    start = try container.decodeIfPresent(Moment.self, forKey: .start) ?? from
    counted = try container.decodeIfPresent([DaySpan].self, forKey: .counted) ?? []
    skipped = try container.decodeIfPresent([DaySpan].self, forKey: .skipped) ?? []
    pauses = try container.decodeIfPresent([Pause].self, forKey: .pauses) ?? []
    unpaused = try container.decodeIfPresent(Moment.self, forKey: .unpaused) ?? at
    stopped = try container.decodeIfPresent(Int64.self, forKey: .stopped) ?? 0
    assumedFrom = try container.decodeIfPresent(CivilDay.self, forKey: .assumedFrom)
    counting = try container.decodeIfPresent(Moment.self, forKey: .counting)
  }
}
