import Casework
import Ledger
import Store
import Workdays

/// Opens an account. The administrator gives it ordinary roles; those of the three officers come from the security
/// administrator afterwards.
struct CreateAccount: Verb {
  let login: AccountID
  let name: String
  let unit: UnitID
  let roles: Set<Role>
  var group: String?
  var language = Language.zh
  let password: NewPassword

  func perform(in session: LedgerSession) throws -> SecretReceipt {
    let taken = try session.sql.exists("SELECT 1 FROM accounts WHERE login = $1", [.text(login.value)])
    if taken { throw CreateAccount.taken }
    try session.checkUnit(unit)
    if session.actor.standing != .system, !roles.isDisjoint(with: Account.officers) { throw PeopleProblem.officerRoles }
    let id = try session.newID()
    let created = AccountEvent.created(
      login: login, name: name, unit: unit, roles: try RoleList.checked(roles), group: group, language: language)
    let account = try session.begin(Account.self, id, [created])
    try Credentials(session.sql).insert(account.id, password, at: session.now)
    return SecretReceipt(account: AccountReceipt(account), mark: password.mark)
  }

  static let taken = CaseworkProblem.field("login", "这个用户名已被使用；请另选。", "This name is taken; choose another.")
}
