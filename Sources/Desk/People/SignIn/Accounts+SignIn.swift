import Casework
import Ledger
import Store
import Workdays

/// A session that has just begun.
public struct SignedIn: Sendable {
  /// What the browser keeps; the database knows only its digest.
  public let session: String
  public let csrf: String
  public let actor: Actor
  /// The password was set by somebody else; until its owner has chosen another, the session has no roles.
  public let mustChange: Bool
}

extension Accounts {
  /// An account whose password has just been proved.
  struct Confirmed: Sendable {
    let account: Account
    let hash: PasswordHash
    let mustChange: Bool
  }

  /// Begins a session.
  /// - Parameter address: the network address of the caller, where it is known.
  /// - Throws: `PeopleProblem.wrongPassword`, `.locked`, `.disabled`; `CaseworkProblem.busy`.
  public func signIn(name: String, password: String, address: String? = nil, at now: Moment? = nil) async throws -> SignedIn {
    let now = now ?? ledger.clock()
    let known = try await confirm(name, password, address: address, at: now)
    guard known.account.state == .active else { throw PeopleProblem.disabled }
    let opened = try await ledger.database.write { try Sessions($0).open(known.account.id, at: now) }
    let actor = SessionActor.actor(known.account, mustChange: known.mustChange, in: ledger.profile().units)
    return SignedIn(session: opened.token, csrf: opened.csrf, actor: actor, mustChange: known.mustChange)
  }

  /// Ends this session, here at once and everywhere within two seconds.
  public func signOut(session: String) async throws {
    try await ledger.database.write { try Sessions($0).close(RandomSecret.digest(session)) }
    cache.forget()
  }

  /// Ends every session of the account.
  public func signOutEverywhere(_ login: String) async throws {
    try await ledger.database.write { sql in
      guard let account = try AccountRows(sql).find(login) else { return }
      try Sessions(sql).closeAll(of: account.id)
    }
    cache.forget()
  }

  /// Counts the try, then looks whether the password is right. An unknown name takes as long and is answered the same.
  func confirm(_ name: String, _ password: String, address: String?, at now: Moment) async throws -> Confirmed {
    let login = Login.normalised(name)
    let account = SignInFailures.Subject.account(login)
    let origin = address.map { SignInFailures.Subject.address($0) }
    let lockedUntil = try await ledger.database.write { sql in
      let failures = SignInFailures(sql)
      let until = try failures.attempt(account, at: now)
      if let origin { _ = try failures.attempt(origin, at: now) }
      return until
    }
    let known = try await ledger.database.read { try Confirmed.load(login, $0) }
    let fits = try await PasswordHasher.shared.fits(password, known?.hash)
    guard fits, let known else { throw PeopleProblem.wrongPassword(lockedUntil: lockedUntil) }
    try await ledger.database.write { sql in
      try SignInFailures(sql).forget(account)
      if let origin { try SignInFailures(sql).forgive(origin) }
    }
    return known
  }
}

extension Accounts.Confirmed {
  private static let select = """
    SELECT a.fold, c.hash, c.must_change FROM accounts a JOIN credentials c ON c.account_id = a.id WHERE a.login = $1
    """

  static func load(_ login: String, _ sql: any SQLSession) throws -> Accounts.Confirmed? {
    try sql.first(select, [.text(login)]) { row in
      Accounts.Confirmed(
        account: try AccountRows(sql).account(row.text(0)), hash: PasswordHash(encoded: row.text(1)), mustChange: row.bool(2))
    }
  }
}
