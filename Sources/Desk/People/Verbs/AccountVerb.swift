import Casework
import Ledger
import Store
import Workdays

/// What the doer of an account's verb is told. It is remembered with an idempotency key, so it never holds a secret.
public struct AccountReceipt: Codable, Sendable, Equatable {
  public let account: AccountID
  public let name: String
  public let unit: UnitID
  public let roles: [Role]
  public let state: AccountState

  public init(_ account: Account) {
    (self.account, name, unit, roles, state) = (account.login, account.name, account.unit, account.roles, account.state)
  }
}

/// What the doer of a verb that hands out a secret is told. `mark` tells the call that made the secret from its repeats,
/// which do not know it.
struct SecretReceipt: Codable, Sendable {
  let account: AccountReceipt
  let mark: UInt64
  var token: Int64?
}

extension LedgerSession {
  /// The account with this name.
  func account(_ login: String) throws -> Account {
    let id = try sql.first("SELECT id FROM accounts WHERE login = $1", [.text(Login.normalised(login))]) { $0.int(0) }
    guard let id else { throw PeopleProblem.account(login) }
    return try load(Account.self, id)
  }

  /// Changes an account that is not one's own.
  func changeOther(_ login: String, _ action: AccountAction, decide: (Account) throws -> [AccountEvent]) throws -> AccountReceipt {
    let account = try account(login)
    if actor.account == account.login { throw PeopleProblem.ownAccount }
    return AccountReceipt(try change(Account.self, account.id.value, action, decide: decide))
  }

  /// The unit exists and stands in the actor's part of the tree.
  func checkUnit(_ unit: UnitID) throws {
    guard profile.unit(unit) != nil || unit == profile.units.root else {
      throw CaseworkProblem.field("unit", "没有这个单位。", "There is no such unit.")
    }
    guard actor.standing == .system || profile.units.contains(unit, below: actor.scope) else {
      throw CaseworkProblem.field("unit", "该单位不在您的管辖范围内。", "This unit is outside your part of the organisation.")
    }
  }
}

/// Roles as an account holds them: in the order of the program's list, each once, at most one officer among them.
enum RoleList {
  static func checked(_ roles: Set<Role>) throws -> [Role] {
    guard !roles.isEmpty else {
      throw CaseworkProblem.field("roles", "至少选一个角色；不再使用的账户请停用。", "Choose at least one role; disable an account that is not needed.")
    }
    guard roles.intersection(Account.officers).count <= 1 else {
      throw CaseworkProblem.field(
        "roles", "系统管理员、安全管理员、审计管理员须由三人分任。", "Administrator, security and audit administrator are three different people.")
    }
    return Role.allCases.filter(roles.contains)
  }
}
