import Casework
import Store

/// How many open orders units have in hand.
enum UnitLoad {
  static func of(_ units: [UnitID], _ sql: any SQLSession) throws -> [UnitID: Int] {
    guard !units.isEmpty else { return [:] }
    let ended = OrderState.ended.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    let places = units.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let rows = try sql.query(
      "SELECT unit, count(*) FROM orders WHERE unit IN (\(places)) AND state NOT IN (\(ended)) GROUP BY unit", units.map { .text($0.value) }
    ) { (UnitID($0.text(0)), Int($0.int(1))) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
