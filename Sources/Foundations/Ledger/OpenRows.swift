import Casework

/// By what condition the rows of open orders are found.
public enum OpenRows {
  /// As every partial index spells it: SQLite uses such an index only where its very words are asked for. One comparison for
  /// each word, because for a list SQLite makes a table, twice for each index, whenever a row is written.
  public static let condition = OrderState.ended.map { "state <> '\($0.rawValue)'" }.sorted().joined(separator: " AND ")

  /// Makes those of these indexes anew that lead to open orders: older databases have them with other words.
  public static func anew(_ indexes: [String]) -> [String] {
    indexes.filter { $0.hasPrefix("CREATE INDEX") && $0.contains(condition) }.flatMap { ["DROP INDEX \($0.split(separator: " ")[2])", $0] }
  }
}
