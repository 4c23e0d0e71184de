import Casework
import Ledger
import Store
import Workdays

/// A display of the hall 大屏: nobody is signed in there; it shows the wall of one part of the city to whoever stands before it, by a token
/// that opens nothing else.
public struct Display: EventStream {
  public enum State: String, Codable, Sendable, CaseIterable, Worded {
    case inUse = "in-use"
    case revoked

    public var phrase: Phrase {
      switch self {
      case .inUse: Phrase("使用中", "In use")
      case .revoked: Phrase("已停用", "Revoked")
      }
    }
  }

  public enum Action: String, Codable, Sendable, CaseIterable, Worded {
    case create, revoke

    public var phrase: Phrase {
      switch self {
      case .create: Phrase("开设大屏", "Set up a display")
      case .revoke: Phrase("停用大屏", "Revoke a display")
      }
    }
  }

  public enum Event: StreamEvent, Equatable {
    case created(label: String, scope: UnitID)
    case revoked

    public var action: Action {
      switch self {
      case .created: .create
      case .revoked: .revoke
      }
    }
  }

  public let id: Int64
  /// Where it hangs.
  public let label: String
  /// The part of the city that it shows.
  public let scope: UnitID
  public let createdAt: Moment
  public let createdBy: AccountID
  public private(set) var state = State.inUse
}

extension Display {
  public static let kind = StreamKind(rawValue: "display")
  private static let keepers = Permission([.admin], .owner)
  public static let births: [Action: Permission] = [.create: keepers]
  public static let lifecycle = Lifecycle<State, Action>([Transition([.inUse], .revoke, to: [.revoked], by: keepers)])

  public init?(birth fact: Fact<Event>) {
    guard case .created(let label, let scope) = fact.event else { return nil }
    (id, self.label, self.scope, createdAt, createdBy) = (fact.stream, label, scope, fact.at, fact.by)
  }

  public mutating func apply(_ fact: Fact<Event>) {
    switch fact.event {
    case .created: break
    case .revoked: state = .revoked
    }
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> {
    actor.standing == .staff && organisation.contains(scope, below: actor.scope) ? [.owner, .viewer] : []
  }

  /// Who stands before it, for what asks who is looking: nobody with a role.
  public var actor: Actor { Actor(account: "display", name: label, roles: [], unit: scope, scope: scope) }
}

extension Display: Recorded {
  public static let table = RowTable("displays", ["state", "scope"])
  public static let noun = Phrase("大屏", "display")
  public var columns: [SQLValue] { [.text(state.rawValue), .text(scope.value)] }
}
