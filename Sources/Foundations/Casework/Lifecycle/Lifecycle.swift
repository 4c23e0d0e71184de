import Workdays

/// One line of a lifecycle table: in these states this action, by these people, leads there and moves these clocks.
public struct Transition<State: Hashable & Sendable, Action: Hashable & Sendable>: Sendable {
  public let from: Set<State>
  public let action: Action
  public let to: Set<State>
  public let who: Permission
  public let starts: Set<ClockKind>
  public let stops: Set<ClockKind>
  public let pauses: Set<ClockKind>
  /// Why an odd line exists: a number in `docs/sources.md`, or a sentence.
  public let why: String

  public init(
    _ from: Set<State>, _ action: Action, to: Set<State>, by who: Permission, starts: Set<ClockKind> = [],
    stops: Set<ClockKind> = [], pauses: Set<ClockKind> = [], why: String = ""
  ) {
    self.from = from
    self.action = action
    self.to = to
    self.who = who
    self.starts = starts
    self.stops = stops
    self.pauses = pauses
    self.why = why
  }
}

/// Who may take an action: a role, standing on the right side of the case.
public struct Permission: Sendable, Hashable {
  public enum Side: String, Sendable, Hashable, Codable {
    /// The side that dispatched it: the hotline, a unit with an intake right, the unit that delegated a task.
    case owner
    /// Exactly the unit that has it now.
    case holder
    /// Whoever may see the case.
    case viewer
  }

  /// Some roles on one side.
  public struct Post: Sendable, Hashable {
    public let roles: Set<Role>
    public let side: Side
  }

  /// Any of these is enough.
  public private(set) var posts: [Post]
  public let citizen: Bool
  public let system: Bool

  public init(_ roles: Set<Role>, _ side: Side, citizen: Bool = false, system: Bool = false) {
    posts = [Post(roles: roles, side: side)]
    self.citizen = citizen
    self.system = system
  }

  /// The same, and these roles on another side too.
  public func or(_ roles: Set<Role>, _ side: Side) -> Permission {
    var permission = self
    permission.posts.append(Post(roles: roles, side: side))
    return permission
  }

  /// Every role that may, on whichever side.
  public var roles: Set<Role> { posts.reduce(into: []) { $0.formUnion($1.roles) } }

  public static let system = Permission([], .viewer, system: true)
}

/// A lifecycle as data: documentation, buttons and answers all come from its lines.
public struct Lifecycle<State: Hashable & Sendable, Action: Hashable & Sendable>: Sendable {
  public let transitions: [Transition<State, Action>]
  private let lines: [State: [Action: Transition<State, Action>]]

  public init(_ transitions: [Transition<State, Action>]) {
    self.transitions = transitions
    var lines: [State: [Action: Transition<State, Action>]] = [:]
    for line in transitions {
      for state in line.from { lines[state, default: [:]][line.action] = line }
    }
    self.lines = lines
  }

  public func line(_ state: State, _ action: Action) -> Transition<State, Action>? { lines[state]?[action] }

  /// Every action that the table knows in this state, in the table's order.
  public func actions(in state: State) -> [Action] {
    transitions.filter { $0.from.contains(state) }.map(\.action)
  }
}
