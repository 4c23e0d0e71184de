import Workdays

/// Who acts: a person with an account, a citizen, or the system itself.
public struct Actor: Hashable, Sendable {
  public enum Standing: Hashable, Sendable {
    case staff
    /// A citizen who proved to be the one who said it (number and last four digits).
    case citizen
    /// The program: clocks, the courier, an import.
    case system
  }

  public let account: AccountID
  public let name: String
  public let roles: Set<Role>
  public let unit: UnitID
  /// Where this person acts: `unit` or, for the hotline office, the unit that it serves.
  public let scope: UnitID
  /// The work group within the unit; a complaint about a colleague is handled by another group.
  public let group: String?
  public let standing: Standing

  public init(
    account: AccountID, name: String, roles: Set<Role>, unit: UnitID, scope: UnitID, group: String? = nil,
    standing: Standing = .staff
  ) {
    self.account = account
    self.name = name
    self.roles = roles
    self.unit = unit
    self.scope = scope
    self.group = group
    self.standing = standing
  }

  public static let system = Actor(
    account: "system", name: "系统", roles: [], unit: "root", scope: "root", standing: .system)
  public static let citizen = Actor(
    account: "citizen", name: "市民", roles: [], unit: "root", scope: "root", standing: .citizen)

  public func has(_ role: Role) -> Bool { roles.contains(role) }
}
