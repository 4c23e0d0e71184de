import Casework
import Workdays

/// Who may do what with accounts: three officers keep each other in check (三员分立). The administrator opens accounts, the
/// security administrator gives roles, the audit administrator only looks; nobody is the owner of the own account.
extension Account {
  public static let kind = StreamKind(rawValue: "account")

  /// The three officers. No account holds two of these roles, and only the security administrator gives them.
  public static let officers: Set<Role> = [.admin, .securityAdmin, .auditAdmin]

  private static let every = Set(AccountState.allCases)
  private static let everybody = Set(Role.allCases)
  private static let keepers = Permission([.admin, .securityAdmin], .owner, system: true)

  public static let births: [AccountAction: Permission] = [.create: Permission([.admin], .owner, system: true)]

  public static let lifecycle = Lifecycle<AccountState, AccountAction>([
    Transition(every, .changeRoles, to: every, by: Permission([.securityAdmin], .owner, system: true)),
    Transition(every, .move, to: every, by: Permission([.admin], .owner, system: true)),
    Transition([.active], .disable, to: [.disabled], by: keepers),
    Transition([.disabled], .enable, to: [.active], by: keepers),
    Transition([.active], .changePassword, to: [.active], by: Permission(everybody, .holder)),
    Transition([.active], .resetPassword, to: [.active], by: keepers, why: "an officer's password is not the administrator's to set"),
    Transition([.active], .createToken, to: [.active], by: Permission(everybody, .viewer, system: true)),
    Transition(every, .revokeToken, to: every, by: Permission(everybody, .viewer, system: true)),
  ])

  /// The own account has a holder and no owner, so that nobody gives anything to themselves. Officers see the accounts of
  /// the part of the tree for which they act; everybody else sees none.
  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> {
    switch actor.standing {
    case .system: return [.owner, .viewer]
    case .citizen: return []
    case .staff: break
    }
    if actor.account == login { return [.holder, .viewer] }
    guard !actor.roles.isDisjoint(with: Account.officers), organisation.contains(unit, below: actor.scope) else { return [] }
    return [.owner, .viewer]
  }

  /// Whether `actor` may give this account a new secret. Whoever can set a password can act as its owner, so ordinary
  /// accounts are the administrator's, but an officer's is set by an officer who gains nothing by it.
  public func mayGiveSecret(_ actor: Actor) -> Bool {
    guard actor.standing == .staff else { return actor.standing == .system }
    if roles.contains(.securityAdmin) || roles.contains(.auditAdmin) { return actor.has(.securityAdmin) }
    return actor.has(.admin)
  }
}
