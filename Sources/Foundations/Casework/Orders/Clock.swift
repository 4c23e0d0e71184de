import Workdays

/// One of an order's clocks: when it began, how long it may run, when it ends, and why then.
public struct Clock: Hashable, Codable, Sendable {
  public let kind: ClockKind
  public let deadline: Deadline
  /// When what the clock waits for happened.
  public var stoppedAt: Moment?
  public var pausedAt: Moment?
  /// An approved extension set this end; a later rule does not take it away.
  public var isExtended = false
  /// Spans that do not count.
  public var pauses: [Pause]

  public init(_ kind: ClockKind, _ deadline: Deadline, pauses: [Pause] = []) {
    self.kind = kind
    self.deadline = deadline
    self.pauses = pauses
  }

  public var isRunning: Bool { stoppedAt == nil && pausedAt == nil }

  /// Whether it ran past its end, seen from `now`.
  public func isLate(at now: Moment) -> Bool {
    guard pausedAt == nil else { return false }
    return (stoppedAt ?? now) > deadline.at
  }
}
