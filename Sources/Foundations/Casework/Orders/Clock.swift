import Workdays

/// One of an order's clocks: when it began, how long it may run, when it ends and why then, and what happens on the way.
public struct Clock: Hashable, Sendable {
  public let kind: ClockKind
  public let deadline: Deadline
  /// When what the clock waits for happened.
  public var stoppedAt: Moment?
  public var pausedAt: Moment?
  /// An approved extension set this end; a later rule does not take it away.
  public var isExtended = false
  /// Spans that do not count.
  public var pauses: [Pause]
  /// What happens by itself, in the order of time.
  public var rungs: [SetRung]

  public init(_ kind: ClockKind, _ deadline: Deadline, pauses: [Pause] = [], rungs: [SetRung] = []) {
    self.kind = kind
    self.deadline = deadline
    self.pauses = pauses
    self.rungs = rungs
  }

  public var isRunning: Bool { stoppedAt == nil && pausedAt == nil }

  /// Whether it ran past its end, seen from `now`.
  public func isLate(at now: Moment) -> Bool {
    guard pausedAt == nil else { return false }
    return (stoppedAt ?? now) > deadline.at
  }

  /// The next moment at which something happens by itself; nil while it does not run.
  public var wakesAt: Moment? { isRunning ? rungs.lazy.filter { !$0.isReached }.map(\.at).min() : nil }

  /// The rungs that have come and were not seen to.
  public func dueRungs(at now: Moment) -> [SetRung] { isRunning ? rungs.filter { !$0.isReached && $0.at <= now } : [] }

  /// When this card was shown on it; nil if it was not.
  public func shown(_ card: Rung.What) -> Moment? { rungs.first { $0.what == card && $0.isReached }?.reachedAt }

  /// What has been reached on an older form of this clock stays reached: nobody is warned twice of the same thing.
  public func remembering(_ old: Clock) -> Clock {
    var clock = self
    for index in clock.rungs.indices {
      let code = clock.rungs[index].code
      clock.rungs[index].reachedAt = clock.rungs[index].reachedAt ?? old.rungs.first { $0.code == code }?.reachedAt
    }
    return clock
  }
}

extension Clock: Codable {
  private enum Key: String, CodingKey { case kind, deadline, stoppedAt, pausedAt, isExtended, pauses, rungs }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    kind = try container.decode(ClockKind.self, forKey: .kind)
    deadline = try container.decode(Deadline.self, forKey: .deadline)
    stoppedAt = try container.decodeIfPresent(Moment.self, forKey: .stoppedAt)
    pausedAt = try container.decodeIfPresent(Moment.self, forKey: .pausedAt)
    isExtended = try container.decode(Bool.self, forKey: .isExtended)
    pauses = try container.decode([Pause].self, forKey: .pauses)
    // Clocks that were written before there was a ladder have none.
    rungs = try container.decodeIfPresent([SetRung].self, forKey: .rungs) ?? []
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(deadline, forKey: .deadline)
    try container.encodeIfPresent(stoppedAt, forKey: .stoppedAt)
    try container.encodeIfPresent(pausedAt, forKey: .pausedAt)
    try container.encode(isExtended, forKey: .isExtended)
    try container.encode(pauses, forKey: .pauses)
    if !rungs.isEmpty { try container.encode(rungs, forKey: .rungs) }
  }
}
