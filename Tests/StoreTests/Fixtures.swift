import Store

/// A table with a column of every kind and one with rules, for all tests here.
let fixture = [
  Migration(module: "test", number: 1, reason: "a column of every kind") { dialect in
    Table(
      "things",
      [
        .id(), .text("name").optional(), .int("size").optional(), .real("weight").optional(),
        .bool("urgent").optional(), .blob("bytes").optional(),
      ]
    ).statements(dialect)
  },
  Migration(module: "test", number: 2, reason: "rules that defend themselves") { dialect in
    let units = Table("units", [.id(), .text("code").unique(), .int("version").defaults(to: "1")])
    let orders = Table(
      "orders",
      [
        .id(), .int("unit").references("units"), .text("number").check("number <> ''"), .text("state").oneOf(["open", "closed"]),
        .bool("urgent").defaults(to: "FALSE"), .int("due").optional(),
      ]
    ).unique("unit", "number").index("unit", "due DESC", where: "state = 'open'").index("number", unique: true)
    return units.statements(dialect) + orders.statements(dialect)
  },
]

let searchFixture = [
  Migration(module: "search", number: 1, reason: "orders are found by their words") { $0.searchTable("orders") }
]

extension SQLSession {
  @discardableResult func insertUnit(_ code: String) throws -> Int64 {
    try first("INSERT INTO units (code) VALUES ($1) RETURNING id", [.text(code)]) { $0.int(0) } ?? 0
  }
}
