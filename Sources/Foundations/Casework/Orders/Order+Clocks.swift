import Workdays

/// What an order's clocks say together.
extension Order {
  /// The newest clock of this kind.
  public func clock(_ kind: ClockKind) -> Clock? { clocks.last { $0.kind == kind } }

  public var isOpen: Bool { OrderState.open.contains(state) }

  /// The clock that ends next among those that somebody must beat.
  public var nextClock: Clock? {
    clocks.filter { $0.isRunning && $0.kind != .returnWindow }.min { $0.deadline.at < $1.deadline.at }
  }

  /// The clock by which the unit must answer: that of the redo, where it runs, else of the handling.
  public var answerClock: Clock? { clock(.redo).flatMap { $0.stoppedAt == nil ? $0 : nil } ?? clock(.handling) }

  /// Whether any running clock counts on days that no calendar covers yet.
  public var isProvisional: Bool { clocks.contains { $0.isRunning && $0.deadline.provisional } }

  /// The next moment at which something happens to it by itself.
  public var wakesAt: Moment? { isOpen ? clocks.lazy.compactMap(\.wakesAt).min() : nil }

  /// A card that stands on it now, on a clock that has not stopped; red before yellow.
  public var card: Card? {
    guard isOpen else { return nil }
    let standing = clocks.filter { $0.stoppedAt == nil }
    for what in [Rung.What.redCard, .yellowCard] {
      if let since = standing.compactMap({ $0.shown(what) }).min() { return Card(colour: what == .redCard ? .red : .yellow, since: since) }
    }
    return nil
  }

  /// A warning or a mark of lateness (source 10).
  public struct Card: Hashable, Sendable {
    public enum Colour: String, Sendable, CaseIterable, Worded {
      case yellow, red
      public var phrase: Phrase { self == .yellow ? Rung.What.yellowCard.phrase : Rung.What.redCard.phrase }
    }

    public let colour: Colour
    public let since: Moment

    public init(colour: Colour, since: Moment) {
      self.colour = colour
      self.since = since
    }
  }

  mutating func reach(_ kind: ClockKind, _ code: String, at now: Moment) {
    for index in clocks.indices where clocks[index].kind == kind {
      for rung in clocks[index].rungs.indices where clocks[index].rungs[rung].code == code {
        clocks[index].rungs[rung].reachedAt = clocks[index].rungs[rung].reachedAt ?? now
      }
    }
  }
}
