import Casework
import Ledger
import Search
import Vault

/// A hit of the command line's search.
public struct OrderHit: Sendable {
  public let number: String
  public let title: String
}

extension Hotline {
  /// Orders with all the words, newest first, over the whole city; for the operator's command line.
  public func search(_ words: String, limit: Int) async throws -> [OrderHit] {
    try await ledger.look { sql, vault in
      let ids = try sql.search(index: "orders").search(words, anyOf: nil, limit: limit, before: nil)
      return try ids.compactMap { id in
        let row = try sql.first("SELECT number, title FROM orders WHERE id = $1", [.int(id)]) { (number: $0.text(0), title: $0.int(1)) }
        guard let row else { return nil }
        return OrderHit(number: row.number, title: Masking.text(try vault.text(row.title) ?? ""))
      }
    }
  }
}
