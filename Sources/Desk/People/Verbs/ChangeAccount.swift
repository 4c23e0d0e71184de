import Casework
import Ledger
import Store
import Workdays

/// Gives an account the roles that it has from now on.
struct ChangeRoles: Verb {
  let login: String
  let roles: Set<Role>

  func perform(in session: LedgerSession) throws -> AccountReceipt {
    let roles = try RoleList.checked(roles)
    return try session.changeOther(login, .changeRoles) { $0.roles == roles ? [] : [.rolesChanged(roles: roles)] }
  }
}

/// Moves a person to another unit or work group.
struct MoveAccount: Verb {
  let login: String
  let unit: UnitID
  let group: String?

  func perform(in session: LedgerSession) throws -> AccountReceipt {
    try session.checkUnit(unit)
    return try session.changeOther(login, .move) { account in
      account.unit == unit && account.group == group ? [] : [.moved(unit: unit, group: group)]
    }
  }
}

/// Stops an account: its sessions end and its tokens no longer open anything.
struct DisableAccount: Verb {
  let login: String
  let reason: String?

  func perform(in session: LedgerSession) throws -> AccountReceipt {
    let receipt = try session.changeOther(login, .disable) { _ in [.disabled(reason: reason)] }
    try Sessions(session.sql).closeAll(of: try session.account(login).id)
    return receipt
  }
}

/// Lets an account be used again; tokens that were not revoked open again too.
struct EnableAccount: Verb {
  let login: String

  func perform(in session: LedgerSession) throws -> AccountReceipt {
    try session.changeOther(login, .enable) { _ in [.enabled] }
  }
}
