import Casework
import Store

/// The tables of the three rows. The schema defends itself: words are checked against the states that the program knows.
enum RowSchema {
  private static func words<S: CaseIterable & RawRepresentable>(_ column: String, _ type: S.Type) -> String where S.RawValue == String {
    let list = type.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return "CHECK (\(column) IN (\(list)))"
  }

  private static func head(_ dialect: Dialect) -> String {
    """
    id \(dialect.intType) PRIMARY KEY, version \(dialect.intType) NOT NULL, head \(dialect.blobType) NOT NULL,
      fold \(dialect.textType) NOT NULL
    """
  }

  static func appeals(_ dialect: Dialect) -> [String] {
    let (int, text, bool) = (dialect.intType, dialect.textType, dialect.boolType)
    return [
      """
      CREATE TABLE appeals (\(head(dialect)), number \(text) NOT NULL UNIQUE, state \(text) NOT NULL \(words("state", AppealState.self)),
        channel \(text) NOT NULL \(words("channel", Channel.self)), kind \(text), category \(text), area \(text), intake \(text) NOT NULL,
        citizen \(int) NOT NULL REFERENCES citizens (id), confidential \(bool) NOT NULL, life_risk \(bool) NOT NULL, source \(text),
        received_at \(int) NOT NULL, ended_at \(int), title \(int) REFERENCES vault_texts (id),
        text \(int) NOT NULL REFERENCES vault_texts (id), about_agent \(text), about_group \(text))\(dialect.tableSuffix)
      """,
      "CREATE INDEX appeals_open ON appeals (received_at) WHERE state = 'recorded'",
      "CREATE INDEX appeals_received ON appeals (received_at DESC, id DESC)",
      "CREATE INDEX appeals_citizen ON appeals (citizen)",
    ]
  }

  static func orders(_ dialect: Dialect) -> [String] {
    let (int, text, bool) = (dialect.intType, dialect.textType, dialect.boolType)
    let open = "WHERE \(OpenRows.condition)"
    return [
      """
      CREATE TABLE orders (\(head(dialect)), number \(text) NOT NULL UNIQUE, state \(text) NOT NULL \(words("state", OrderState.self)),
        kind \(text) NOT NULL \(words("kind", Kind.self)), category \(text) NOT NULL, urgency \(int) NOT NULL, area \(text), unit \(text),
        owner \(text) NOT NULL, role \(text) NOT NULL \(words("role", OrderRole.self)), parent \(int) REFERENCES orders (id),
        confidential \(bool) NOT NULL, due_at \(int), provisional \(bool) NOT NULL, raised_at \(int) NOT NULL, dispatched_at \(int),
        closed_at \(int), pending_callbacks \(int) NOT NULL CHECK (pending_callbacks >= 0), supervisions \(int) NOT NULL,
        title \(int) NOT NULL REFERENCES vault_texts (id), citizen \(int) NOT NULL REFERENCES citizens (id))\(dialect.tableSuffix)
      """,
      "CREATE INDEX orders_open ON orders (state, due_at, id) \(open)",
      "CREATE INDEX orders_unit_open ON orders (unit, due_at, id) \(open)",
      "CREATE INDEX orders_due ON orders (due_at, id) \(open)",
      "CREATE INDEX orders_unit ON orders (unit, raised_at DESC, id DESC)",
      "CREATE INDEX orders_raised ON orders (raised_at DESC, id DESC)",
      "CREATE INDEX orders_parent ON orders (parent) WHERE parent IS NOT NULL",
      "CREATE INDEX orders_provisional ON orders (id) WHERE provisional",
    ]
  }

  /// What the supervision board and its figures by unit ask of open orders stands in an index, without a look at the rows.
  static func board(_ dialect: Dialect) -> [String] {
    let open = "WHERE \(OpenRows.condition)"
    return OpenRows.anew(orders(dialect)) + [
      "DROP INDEX orders_due", "CREATE INDEX orders_due ON orders (due_at, id, unit, card, state) \(open)",
      "DROP INDEX orders_card", "CREATE INDEX orders_card ON orders (card, due_at, id, unit, state) \(open)",
      "DROP INDEX orders_provisional", "CREATE INDEX orders_provisional ON orders (unit, id, provisional) WHERE provisional",
    ]
  }

  /// Whom an order is about, found quickly because few are about anybody of ours.
  static func about(_ dialect: Dialect) -> [String] {
    let member: (String) -> String = {
      dialect == .postgres ? "fold::json -> 'matter' ->> '\($0)'" : "json_extract(fold, '$.matter.\($0)')"
    }
    return [
      "ALTER TABLE orders ADD COLUMN about_agent \(dialect.textType)",
      "ALTER TABLE orders ADD COLUMN about_group \(dialect.textType)",
      "UPDATE orders SET about_agent = \(member("aboutAgent")), about_group = \(member("aboutGroup")) WHERE fold LIKE '%\"about%'",
      "CREATE INDEX orders_about_agent ON orders (about_agent) WHERE about_agent IS NOT NULL",
      "CREATE INDEX orders_about_group ON orders (about_group) WHERE about_group IS NOT NULL",
    ]
  }

  static func participations(_ dialect: Dialect) -> [String] {
    let (int, text) = (dialect.intType, dialect.textType)
    return [
      """
      CREATE TABLE participations (\(head(dialect)), appeal_id \(int) NOT NULL REFERENCES appeals (id), order_id \(int) NOT NULL REFERENCES orders (id),
        citizen \(int) NOT NULL, state \(text) NOT NULL \(words("state", ParticipationState.self)), attempts \(int) NOT NULL, joined_at \(int) NOT NULL)\(dialect.tableSuffix)
      """,
      "CREATE UNIQUE INDEX participations_pair ON participations (order_id, appeal_id) WHERE state <> 'parted'",
      "CREATE INDEX participations_order ON participations (order_id)",
      "CREATE INDEX participations_appeal ON participations (appeal_id)",
    ]
  }
}
