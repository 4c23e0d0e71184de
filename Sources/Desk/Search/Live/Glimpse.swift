import Store
import Vault

/// The first page of a list without its words: how many there are, and a mark that is another whenever a row is another.
struct Glimpse: Sendable, Hashable {
  let total: Int
  let mark: String

  /// - Parameter table: where the rows with these ids stand.
  init(_ total: Int, _ ids: [Int64], of table: String, _ sql: any SQLSession) throws {
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids)
    let rows = ids.isEmpty ? [] : try sql.query("SELECT id, version FROM \(table) WHERE \(list)", args) { ($0.int(0), $0.int(1)) }
    let versions = Dictionary(rows, uniquingKeysWith: { first, _ in first })
    self.init(total, ids.map { "\($0).\(versions[$0] ?? 0)" })
  }

  init(_ total: Int, _ rows: [String]) {
    self.total = total
    mark = Digest.hex(Array(Digest.sha256(Array("\(total) \(rows.joined(separator: " "))".utf8)).prefix(8)))
  }
}
