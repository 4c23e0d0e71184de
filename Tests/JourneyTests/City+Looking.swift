import Casework
import Testing
import Web

/// What stories look up beside the interface.
extension City {
  /// The deadline of one clock of an order, ISO 8601.
  func deadline(_ order: String, _ kind: String) async throws -> String {
    guard case .list(let clocks)? = try await get("supervisor", "orders/\(order)")["clocks"] else { return "" }
    return clocks.first { $0["kind"]?.text == kind }?["deadline"]?.text ?? ""
  }

  /// The notices that the citizens of an order have got, in words.
  func notices(of order: String) async throws -> [String] {
    try await hotline.ledger.look { sql, vault in
      let folds = try sql.query(
        "SELECT p.fold FROM participations p JOIN orders o ON o.id = p.order_id WHERE o.number = $1", [.text(order)]
      ) { $0.text(0) }
      let ids = try folds.flatMap { fold -> [Int64] in
        guard case .list(let notices)? = try JSONParser.parse(Array(fold.utf8))["notices"] else { return [] }
        return notices.compactMap { if case .whole(let id)? = $0["text"] { id } else { nil } }
      }
      return try ids.compactMap { try vault.text($0) }
    }
  }
}
