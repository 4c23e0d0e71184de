import Casework
import Ledger
import Store

/// How many open orders units have in hand.
enum UnitLoad {
  static func of(_ units: [UnitID], _ sql: any SQLSession) throws -> [UnitID: Int] {
    guard !units.isEmpty else { return [:] }
    let places = units.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let rows = try sql.query(
      "SELECT unit, count(*) FROM orders WHERE unit IN (\(places)) AND \(OpenRows.condition) GROUP BY unit", units.map { .text($0.value) }
    ) { (UnitID($0.text(0)), Int($0.int(1))) }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}
