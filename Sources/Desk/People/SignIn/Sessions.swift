import Store
import Workdays

/// The sessions of browsers, in the database, so that every node knows them.
struct Sessions {
  static let idleHours = 12
  static let longestDays = 7
  /// Minutes after which being seen is written down again; a write on every page would be too many.
  static let noteAfter = 5

  struct Opened: Sendable {
    let token: String
    let csrf: String
  }

  private let sql: any SQLSession

  init(_ sql: any SQLSession) { self.sql = sql }

  private static let insert = """
    INSERT INTO sessions (digest, account_id, csrf, created_at, last_seen, expires_at) VALUES ($1, $2, $3, $4, $4, $5)
    """

  func open(_ account: AccountKey, at now: Moment) throws -> Opened {
    let opened = Opened(token: RandomSecret.session(), csrf: RandomSecret.session())
    try sql.execute(
      Self.insert,
      [
        .blob(RandomSecret.digest(opened.token)), .int(account.value), .text(opened.csrf), .int(now.milliseconds),
        .int(now.adding(days: Self.longestDays).milliseconds),
      ])
    return opened
  }

  func close(_ digest: [UInt8]) throws {
    try sql.execute("DELETE FROM sessions WHERE digest = $1", [.blob(digest)])
  }

  /// Ends all sessions of an account but one.
  func closeAll(of account: AccountKey, except digest: [UInt8]? = nil) throws {
    try sql.execute("DELETE FROM sessions WHERE account_id = $1 AND digest <> $2", [.int(account.value), .blob(digest ?? [])])
  }

  func seen(_ digest: [UInt8], at now: Moment) throws {
    try sql.execute("UPDATE sessions SET last_seen = $2 WHERE digest = $1 AND last_seen < $2", [.blob(digest), .int(now.milliseconds)])
  }

  func forgetEnded(at now: Moment) throws {
    let idle = now.adding(hours: -Self.idleHours).milliseconds
    try sql.execute("DELETE FROM sessions WHERE expires_at <= $1 OR last_seen <= $2", [.int(now.milliseconds), .int(idle)])
  }
}
