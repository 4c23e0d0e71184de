import Casework
import Store
import Workdays

/// What makes a request the same request: who asks, the key they chose, and the content.
public struct RequestKey: Sendable, Hashable {
  public let scope: String
  public let key: String
  /// SHA-256 of the body, in hex.
  public let fingerprint: String
  /// Import ids stay for good; others for seven days.
  public let permanent: Bool

  public init(scope: String, key: String, fingerprint: String, permanent: Bool = false) {
    self.scope = scope
    self.key = key
    self.fingerprint = fingerprint
    self.permanent = permanent
  }
}

/// Thrown by a repeat that must be told apart from a first time, e.g. by an import that counts what it knew.
extension LedgerSession {
  static let keptDays = 7

  /// Runs `body` once for a key; a repeat gets the stored answer, another body under the same key is refused.
  func once<Answer: Codable>(_ key: RequestKey, _ body: () throws -> Answer) throws -> Answer {
    let select = "SELECT fingerprint, answer FROM idempotency WHERE scope = $1 AND key = $2"
    if let known = try sql.first(select, [.text(key.scope), .text(key.key)], { (fingerprint: $0.text(0), answer: $0.text(1)) }) {
      guard known.fingerprint == key.fingerprint else { throw CaseworkProblem.keyReused }
      return try StoredJSON.decode(Answer.self, from: known.answer)
    }
    let answer = try body()
    let day: Int64? = key.permanent ? nil : Int64(now.day.ordinal)
    try sql.execute(
      "INSERT INTO idempotency (scope, key, day, fingerprint, answer) VALUES ($1, $2, $3, $4, $5)",
      [.text(key.scope), .text(key.key), .num(day), .text(key.fingerprint), .text(try json(answer))])
    return answer
  }
}

extension Ledger {
  /// Forgets keys older than seven days.
  public func forgetOldKeys(at now: Moment) async throws {
    let day = Int64(now.day.ordinal - LedgerSession.keptDays)
    _ = try await database.write { try $0.execute("DELETE FROM idempotency WHERE day < $1", [.int(day)]) }
  }

  /// Whether a permanent key is known already.
  public func knows(scope: String, key: String) async throws -> Bool {
    try await database.read { sql in
      try sql.exists("SELECT 1 FROM idempotency WHERE scope = $1 AND key = $2", [.text(scope), .text(key)])
    }
  }
}
