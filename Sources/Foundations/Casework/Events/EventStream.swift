import Workdays

/// The kinds of things whose history the ledger keeps.
public struct StreamKind: RawRepresentable, Hashable, Codable, Sendable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let appeal = StreamKind(rawValue: "appeal")
  public static let order = StreamKind(rawValue: "order")
  public static let participation = StreamKind(rawValue: "participation")

  public var description: String { rawValue }
}

/// Something that happened in a stream. The Codable form of the enum, `{"dispatched":{…}}`, is what the log stores.
public protocol StreamEvent: Codable, Sendable {
  associatedtype Action: Hashable, Sendable, RawRepresentable where Action.RawValue == String
  /// The action of the lifecycle table that this event is the record of.
  var action: Action { get }
}

/// An event with where, when and by whom: what the fold needs.
public struct Fact<Event: StreamEvent>: Sendable {
  public let event: Event
  public let stream: Int64
  public let at: Moment
  public let by: AccountID
  /// The unit for which the person acted.
  public let unit: UnitID

  public init(_ event: Event, stream: Int64, at: Moment, by: AccountID, unit: UnitID) {
    self.event = event
    self.stream = stream
    self.at = at
    self.by = by
    self.unit = unit
  }
}

/// A thing with a history: its present form is the fold of its events and of nothing else.
public protocol EventStream: Codable, Sendable, Equatable {
  associatedtype Event: StreamEvent
  associatedtype State: Hashable, Codable, Sendable, Worded, RawRepresentable where State.RawValue == String
  typealias Action = Event.Action

  static var kind: StreamKind { get }
  static var lifecycle: Lifecycle<State, Action> { get }
  /// Which actions may begin a stream, and by whom.
  static var births: [Action: Permission] { get }

  var state: State { get }
  /// The thing as its first event makes it; nil when this event cannot be the first.
  init?(birth: Fact<Event>)
  mutating func apply(_ fact: Fact<Event>)
  /// On which sides of the case an actor stands.
  func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side>
  /// The same for whoever begins it, who may afterwards not see it again.
  func birthSides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side>
  /// Whether what the table allows would not be refused at once, as the thing stands now.
  func offers(_ action: Action, to actor: Actor, under profile: Profile, at now: Moment) -> Bool
}

extension EventStream {
  public func offers(_ action: Action, to actor: Actor, under profile: Profile, at now: Moment) -> Bool { true }

  public func birthSides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> { sides(of: actor, in: organisation) }
}

/// A fold that met an event it cannot follow: the log is damaged or was written by a newer program.
public struct FoldProblem: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}

extension EventStream {
  /// The thing after one more fact.
  public static func fold(_ before: Self?, _ fact: Fact<Event>) throws -> Self {
    if var after = before {
      after.apply(fact)
      return after
    }
    guard let born = Self(birth: fact) else {
      throw FoldProblem("\(kind) \(fact.stream) cannot begin with \(fact.event.action.rawValue)")
    }
    return born
  }
}
