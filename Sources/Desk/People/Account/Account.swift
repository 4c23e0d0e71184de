import Casework
import Workdays

public typealias AccountKey = Identifier<Account>

/// A person (or a program) that may sign in: who it is, where it works and what it may do.
public struct Account: EventStream {
  public typealias Event = AccountEvent

  /// A token of the programming interface, as the books know it.
  public struct Token: Codable, Hashable, Sendable {
    public let id: Int64
    public let label: String
    public let createdAt: Moment
  }

  public let id: AccountKey
  /// The name for signing in, unique for good.
  public let login: AccountID
  public let name: String
  public var unit: UnitID
  /// In the order of the program's list of roles, each once.
  public var roles: [Role]
  public var group: String?
  public let language: Language
  public var state: AccountState = .active
  /// The tokens that are not revoked, oldest first.
  public var tokens: [Token] = []
  public let createdAt: Moment
  public var passwordChangedAt: Moment

  public init?(birth fact: Fact<AccountEvent>) {
    guard case .created(let login, let name, let unit, let roles, let group, let language) = fact.event else { return nil }
    id = AccountKey(fact.stream)
    (self.login, self.name, self.unit, self.roles, self.group, self.language) = (login, name, unit, roles, group, language)
    createdAt = fact.at
    passwordChangedAt = fact.at
  }

  public mutating func apply(_ fact: Fact<AccountEvent>) {
    switch fact.event {
    case .created: break
    case .rolesChanged(let roles): self.roles = roles
    case .moved(let unit, let group):
      self.unit = unit
      self.group = group
    case .disabled: state = .disabled
    case .enabled: state = .active
    case .passwordChanged: passwordChangedAt = fact.at
    case .tokenCreated(let token, let label): tokens.append(Token(id: token, label: label, createdAt: fact.at))
    case .tokenRevoked(let token): tokens.removeAll { $0.id == token }
    }
  }

  /// The person as one who acts, under the units of this moment.
  public func actor(in organisation: Organisation) -> Actor {
    Actor(
      account: login, name: name, roles: Set(roles), unit: unit, scope: organisation.units[unit]?.serves ?? unit, group: group)
  }
}
