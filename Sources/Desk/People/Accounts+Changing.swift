import Casework
import Ledger
import Store
import Vault
import Workdays

/// Who shall get an account.
public struct NewAccount: Sendable {
  public var login: String
  public var name: String
  public var unit: UnitID
  public var roles: Set<Role>
  public var group: String?
  public var language: Language

  public init(_ login: String, name: String? = nil, unit: UnitID, roles: Set<Role>, group: String? = nil, language: Language = .zh) {
    (self.login, self.name, self.unit, self.roles, self.group, self.language) = (login, name ?? login, unit, roles, group, language)
  }
}

/// A secret that is shown this once and kept nowhere.
public struct Issued: Sendable {
  public let account: AccountReceipt
  public let secret: String
  /// The number of the token, where it is one.
  public let token: Int64?
}

extension Accounts {
  /// Opens an account and gives its one-time password.
  /// - Throws: `CaseworkProblem.invalid` for a bad or taken name and an unknown unit, `PeopleProblem.officerRoles`.
  public func create(_ new: NewAccount, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil) async throws -> Issued {
    let password = RandomSecret.oneTimePassword()
    let receipt = try await enrol(new, password, mustChange: true, as: actor, key: key, at: now)
    return Issued(account: receipt, secret: password, token: nil)
  }

  /// Opens an account with a password that is known beforehand, for the ready-made logins of a demonstration.
  public func enrol(_ new: NewAccount, password: String, at now: Moment? = nil) async throws {
    _ = try await enrol(new, password, mustChange: false, as: .system, key: nil, at: now)
  }

  private func enrol(
    _ new: NewAccount, _ password: String, mustChange: Bool, as actor: Actor, key: RequestKey?, at now: Moment?
  ) async throws -> AccountReceipt {
    let login = try Login.checked(new.login)
    let secret = try await secret(password, mustChange: mustChange)
    let verb = CreateAccount(
      login: login, name: new.name, unit: new.unit, roles: new.roles, group: new.group, language: new.language, password: secret)
    do {
      let receipt = try await perform(verb, as: actor, key: key, at: now)
      guard receipt.mark == secret.mark else { throw PeopleProblem.shownOnce }
      return receipt.account
    } catch StoreError.uniqueViolation(let what) where what.contains("login") {
      throw CreateAccount.taken
    }
  }

  public func changeRoles(of login: String, to roles: Set<Role>, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil)
    async throws
    -> AccountReceipt
  {
    try await perform(ChangeRoles(login: login, roles: roles), as: actor, key: key, at: now)
  }

  public func move(
    _ login: String, to unit: UnitID, group: String?, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil
  ) async throws -> AccountReceipt {
    try await perform(MoveAccount(login: login, unit: unit, group: group), as: actor, key: key, at: now)
  }

  public func disable(_ login: String, reason: String?, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil) async throws
    -> AccountReceipt
  {
    try await perform(DisableAccount(login: login, reason: reason), as: actor, key: key, at: now)
  }

  public func enable(_ login: String, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil) async throws -> AccountReceipt {
    try await perform(EnableAccount(login: login), as: actor, key: key, at: now)
  }

  /// Does it, and lets it hold on this node at once.
  func perform<V: Verb>(_ verb: V, as actor: Actor, key: RequestKey? = nil, at now: Moment?) async throws -> V.Receipt {
    let receipt = try await ledger.perform(verb, as: actor, key: key, at: now)
    cache.forget()
    list.forget()
    return receipt
  }

  func secret(_ password: String, mustChange: Bool) async throws -> NewPassword {
    let hash = try await PasswordHasher.shared.hash(password)
    return NewPassword(hash: hash, mustChange: mustChange, mark: ledger.random())
  }
}
