import Casework
import Ledger
import Store
import Workdays

extension Accounts {
  /// A one-time password in place of a lost one.
  public func resetPassword(of login: String, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil) async throws -> Issued {
    let password = RandomSecret.oneTimePassword()
    let secret = try await secret(password, mustChange: true)
    let receipt = try await perform(ResetPassword(login: login, password: secret), as: actor, key: key, at: now)
    guard receipt.mark == secret.mark else { throw PeopleProblem.shownOnce }
    return Issued(account: receipt.account, secret: password, token: nil)
  }

  /// A person's own new password; sessions other than `session` end. Wrong old passwords count as at signing in.
  /// - Throws: `PeopleProblem.wrongPassword`, `.locked`; `CaseworkProblem.invalid` for a new password that is too simple.
  public func changePassword(
    from old: String, to new: String, as actor: Actor, session: String? = nil, at now: Moment? = nil
  ) async throws -> AccountReceipt {
    try PasswordRule.check(new, login: actor.account, field: "new")
    guard new != old else { throw CaseworkProblem.field("new", "新密码须与原密码不同。", "The new password must differ from the old one.") }
    let known = try await confirm(actor.account.value, old, address: nil, at: now ?? ledger.clock())
    let verb = ChangePassword(
      account: known.account.id, old: known.hash, password: try await secret(new, mustChange: false),
      session: session.map(RandomSecret.digest))
    // A session under a one-time password has no roles; whoever proved the password acts as the person.
    return try await perform(verb, as: known.account.actor(in: ledger.profile().units), at: now)
  }

  /// A token of the programming interface.
  public func createToken(
    _ label: String, for login: String, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil
  ) async throws -> Issued {
    let token = RandomSecret.token()
    let mark = ledger.random()
    let verb = CreateToken(login: login, label: label, digest: RandomSecret.digest(token), mark: mark)
    let receipt = try await perform(verb, as: actor, key: key, at: now)
    guard receipt.mark == mark else { throw PeopleProblem.shownOnce }
    return Issued(account: receipt.account, secret: token, token: receipt.token)
  }

  public func revokeToken(_ token: Int64, of login: String, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil) async throws
    -> AccountReceipt
  {
    try await perform(RevokeToken(login: login, token: token), as: actor, key: key, at: now)
  }

  /// For the command line: opens an account and gives its one-time password.
  /// - Parameter unit: the root of the organisation where it is nil.
  public func addUser(name: String, role: Role, unit: UnitID? = nil) async throws -> String {
    let unit = unit ?? ledger.profile().units.root
    return try await create(NewAccount(name, unit: unit, roles: [role]), as: .system).secret
  }

  /// For the command line: a token of this account.
  public func createToken(user: String) async throws -> String {
    try await createToken("command line", for: user, as: .system).secret
  }
}
