import Store
import Workdays

/// A password on its way into the books.
struct NewPassword: Sendable {
  let hash: PasswordHash
  /// It was set by somebody else and shown once, so its owner must choose another.
  let mustChange: Bool
  /// Tells this making from a repeat of the same request.
  let mark: UInt64
}

/// The passwords in the database.
struct Credentials {
  private let sql: any SQLSession

  init(_ sql: any SQLSession) { self.sql = sql }

  func insert(_ account: AccountKey, _ password: NewPassword, at now: Moment) throws {
    try sql.execute(
      "INSERT INTO credentials (account_id, hash, changed_at, must_change) VALUES ($1, $2, $3, $4)", arguments(account, password, now))
  }

  func update(_ account: AccountKey, _ password: NewPassword, at now: Moment) throws {
    try sql.execute(
      "UPDATE credentials SET hash = $2, changed_at = $3, must_change = $4 WHERE account_id = $1", arguments(account, password, now))
  }

  func hash(of account: AccountKey, locking: Bool = false) throws -> PasswordHash? {
    let select = "SELECT hash FROM credentials WHERE account_id = $1"
    return try sql.first(locking ? select + sql.dialect.forUpdate : select, [.int(account.value)]) { PasswordHash(encoded: $0.text(0)) }
  }

  private func arguments(_ account: AccountKey, _ password: NewPassword, _ now: Moment) -> [SQLValue] {
    [.int(account.value), .text(password.hash.encoded), .int(now.milliseconds), .bool(password.mustChange)]
  }
}
