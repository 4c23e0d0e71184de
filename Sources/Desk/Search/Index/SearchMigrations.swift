import Casework
import Ledger
import Store

/// The search tables, and the indexes by which lists and desks stay quick with a million orders.
public enum SearchMigrations {
  public static let all = [tables, indexes, places, pressing, urgent, filters, alerts, recent, spelled, matters]

  private static let tables = Migration(module: "search", number: 1, reason: "orders and appeals are found by their words") { dialect in
    let recorders = Table("appeal_recorders", [.int("id").primaryKey(), .text("account"), .int("at")])
      .index("account", "at DESC", "id DESC")
    return dialect.searchTable("orders") + dialect.searchTable("appeals") + recorders.statements(dialect)
  }

  private static let indexes = Migration(module: "search", number: 2, reason: "every saved filter of a desk reads one index") { _ in
    orders + appeals
  }

  private static let places = Migration(module: "search", number: 3, reason: "an appeal is offered the open orders that are like it") {
    dialect in
    PlaceBook.table.statements(dialect) + [
      """
      CREATE INDEX appeals_refusal_asked ON appeals (received_at, id) WHERE \(AppealConditions.waiting) AND \(AppealConditions.refusalAsked)
      """
    ]
  }

  private static let pressing = Migration(module: "search", number: 4, reason: "whatever cannot wait stands first in every queue") { _ in
    pressingIndexes
  }

  private static let pressingIndexes: [String] = {
    let open = "WHERE \(OrderConditions.open)"
    // The column that the condition fixes leads, so that SQLite prefers these to the index of all that is open.
    return [
      "CREATE INDEX orders_critical ON orders (urgency, due_at, id, state, unit, owner) \(open) AND \(OrderConditions.critical)",
      "CREATE INDEX orders_unreasonable ON orders (due_at, id) \(open) AND \(OrderConditions.unreasonableAsked)",
      "CREATE INDEX appeals_life_risk ON appeals (life_risk, received_at, id, intake) WHERE \(AppealConditions.waiting) AND \(AppealConditions.lifeRisk)",
    ]
  }()

  private static let urgent = Migration(module: "search", number: 5, reason: "a filter by urgency reads one index") { _ in [urgentIndex] }

  private static let urgentIndex = """
    CREATE INDEX orders_urgent ON orders (urgency, due_at, id, state, unit, owner) WHERE \(OrderConditions.open) \
    AND \(OrderConditions.urgent)
    """

  private static let filters = Migration(module: "search", number: 6, reason: "people keep filters of their own as tabs of their desks") {
    SavedFilters.table.statements($0)
  }

  private static let alerts = Migration(module: "search", number: 7, reason: "what the clocks have to say stands on people's desks") {
    DeskAlerts.table.statements($0) + DeskAlerts.seen.statements($0)
  }

  private static let recent = Migration(module: "search", number: 8, reason: "a leader sees what came up this week and what was promised") {
    _ in
    [
      "CREATE INDEX orders_recent ON orders (raised_at DESC, role, category)",
      "CREATE INDEX clocks_promised ON clocks (deadline_at, order_id) WHERE \(Promises.running)",
    ]
  }

  private static let spelled = Migration(module: "search", number: 9, reason: "writing an open order costs less") { _ in
    OpenRows.anew(orders + pressingIndexes + [urgentIndex])
  }

  private static let matters = Migration(module: "search", number: 10, reason: "a citizen sees at once what is open in each area") {
    PlaceBook.kinds($0)
  }

  /// The words must be those of `OrderConditions`: SQLite takes a partial index only where its very condition is asked for.
  /// What a condition looks at stands at the end, so that counting needs no rows.
  private static let orders: [String] = {
    let open = "WHERE \(OrderConditions.open)"
    return [
      "CREATE INDEX orders_unit_state ON orders (unit, state, due_at, id) \(open)",
      "CREATE INDEX orders_owner_state ON orders (owner, state, due_at, id) \(open)",
      "CREATE INDEX orders_owner_open ON orders (owner, due_at, id, state) \(open)",
      "CREATE INDEX orders_category_open ON orders (category, due_at, id, state) \(open)",
      "CREATE INDEX orders_area_open ON orders (area, due_at, id, state) \(open)",
      "CREATE INDEX orders_supervised ON orders (due_at, id, supervisions, state) \(open) AND \(OrderConditions.supervised)",
      "CREATE INDEX orders_provisional_due ON orders (due_at, id, provisional, state) \(open) AND provisional",
      "CREATE INDEX orders_extension ON orders (due_at, id) \(open) AND \(OrderConditions.extensionAsked)",
      "CREATE INDEX orders_owner ON orders (owner, raised_at DESC, id DESC)",
      "CREATE INDEX orders_state ON orders (state, raised_at DESC, id DESC)",
      "CREATE INDEX orders_category ON orders (category, raised_at DESC, id DESC)",
      "CREATE INDEX orders_area ON orders (area, raised_at DESC, id DESC)",
    ]
  }()

  /// An appeal stands in one of each pair, so that recording one costs one entry; calls, the bulk, need none by channel.
  private static let appeals = [
    "CREATE INDEX appeals_intake_open ON appeals (intake, received_at DESC, id DESC) WHERE \(AppealConditions.waiting)",
    "CREATE INDEX appeals_intake_done ON appeals (intake, received_at DESC, id DESC) WHERE \(AppealConditions.decided)",
    "CREATE INDEX appeals_state ON appeals (state, received_at DESC, id DESC) WHERE \(AppealConditions.decided)",
    "CREATE INDEX appeals_channel ON appeals (channel, received_at DESC, id DESC) WHERE \(AppealConditions.written)",
    "CREATE INDEX appeals_staff ON appeals (received_at DESC, id DESC) WHERE \(AppealConditions.staffComplaint)",
  ]
}
