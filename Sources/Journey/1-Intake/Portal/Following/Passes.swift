import Casework
import Store
import Vault
import Web
import Workdays

/// Who proved to be the one who said it may look and act for a while. A pass hangs on the browser's own secret,
/// of which only a hash is kept.
struct Passes {
  let sql: any SQLSession
  let now: Moment
  static let minutes = 30

  private static let insert = """
    INSERT INTO portal_passes (token_hash, appeal_id, expires_at) VALUES ($1, $2, $3)
    ON CONFLICT (token_hash, appeal_id) DO UPDATE SET expires_at = excluded.expires_at
    """
  private static let copy = """
    INSERT INTO portal_passes (token_hash, appeal_id, expires_at)
    SELECT $2, appeal_id, expires_at FROM portal_passes WHERE token_hash = $1 ON CONFLICT (token_hash, appeal_id) DO NOTHING
    """
  private static let select = """
    SELECT 1 FROM portal_passes p JOIN appeals a ON a.id = p.appeal_id WHERE p.token_hash = $1 AND a.number = $2 AND p.expires_at > $3
    """

  /// Gives the browser of `token` a pass for one appeal.
  /// - Parameter old: the secret that the browser had before; what it could see, it still sees.
  func issue(_ appeal: Int64, to token: String, from old: String) throws {
    try sql.execute("DELETE FROM portal_passes WHERE expires_at <= $1", [.int(now.milliseconds)])
    if old != token { try sql.execute(Self.copy, [.blob(Self.hash(old)), .blob(Self.hash(token))]) }
    try sql.execute(Self.insert, [.blob(Self.hash(token)), .int(appeal), .int(now.adding(minutes: Self.minutes).milliseconds)])
  }

  func admits(_ token: String, to number: String) throws -> Bool {
    guard !token.isEmpty else { return false }
    return try sql.exists(Self.select, [.blob(Self.hash(token)), .text(number), .int(now.milliseconds)])
  }

  /// Ends all passes of a browser: the next person at this computer sees nothing.
  func end(_ token: String) throws {
    try sql.execute("DELETE FROM portal_passes WHERE token_hash = $1", [.blob(Self.hash(token))])
  }

  private static func hash(_ token: String) -> [UInt8] {
    var hash = FramedHash()
    hash.add("portal pass")
    hash.add(token)
    return hash.finish()
  }
}

extension Call {
  /// The secret to which a proof is bound. A browser without sign-in gets a fresh one, so that a secret which somebody
  /// planted in it opens nothing.
  func freshToken() -> String { visitor.actor == nil ? randomToken(bytes: 16) : csrf }
}

extension Answer {
  /// Hands the browser its new secret, where it got one.
  func carrying(_ token: String, _ call: Call) -> Answer {
    token == call.csrf ? self : setting(SetCookie(SetCookie.visit, token))
  }
}
