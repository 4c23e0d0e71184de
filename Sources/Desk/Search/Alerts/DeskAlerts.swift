import Casework
import Ledger
import Store
import Vault
import Workdays

/// Something that a clock has to say to a person: what, of which order, since when.
struct DeskAlert: Sendable {
  let id: Int64
  let number: String
  let clock: ClockKind
  let what: Rung.What
  let at: Moment
  /// The matter in one line; empty for whoever sees no cases.
  var title = ""
  /// The unit at which nobody hears of it: the administrator's matter.
  var lacking: UnitID?
}

/// The rows of alerts: each stands on the desks of a role at a unit until its clock has stopped or the person has seen it.
enum DeskAlerts {
  static let table = Table(
    "alerts",
    [
      .int("id").primaryKey(), .int("order_id").references("orders"), .text("number"), .text("clock"), .text("what"), .text("role"),
      .text("unit"), .text("lacking"), .int("due"), .int("at"),
    ]
  ).unique("order_id", "clock", "what", "due", "role", "unit", "lacking").index("role", "unit", "at DESC")

  static let seen = Table(
    "alert_readers", [.int("alert_id").references("alerts"), .text("account"), .int("at")]
  ).primaryKey("alert_id", "account")

  /// Older ones are history, which the order's page tells.
  private static let days = 14
  static let most = 20

  private static let columns = "a.id, a.number, a.clock, a.what, a.at, a.lacking, a.order_id"
  private static let unseen = "NOT EXISTS (SELECT 1 FROM alert_readers r WHERE r.alert_id = a.id AND r.account = $2)"
  private static let moot = """
    EXISTS (SELECT 1 FROM clocks c WHERE c.order_id = a.order_id AND c.kind = a.clock AND c.stopped_at IS NULL AND c.paused_at IS NULL)
    """

  private static let every = statement("")
  private static let running = statement(" AND \(moot)")

  private static func statement(_ still: String) -> String {
    """
    SELECT \(columns) FROM alerts a WHERE a.role = $1 AND a.unit = $4 AND a.at > $3\(still) AND \(unseen)
    ORDER BY a.at DESC, a.id DESC LIMIT \(most)
    """
  }

  /// What this person has not seen yet, the newest first.
  static func waiting(for actor: Actor, on role: Role, _ reach: OrderReach?, at now: Moment, _ sql: any SQLSession, _ vault: Vault) throws
    -> [DeskAlert]
  {
    let units = role == .admin ? [anywhere] : Set([actor.unit.value, actor.scope.value]).sorted()
    let oldest = SQLValue.int(now.adding(hours: -24 * days).milliseconds)
    let statement = role == .admin ? every : running
    // Unit by unit, so that each reads its index from the newest on and no further than is shown.
    let found = try units.flatMap { unit in
      try sql.query(statement, [.text(role.rawValue), .text(actor.account.value), oldest, .text(unit)]) {
        (alert: DeskAlert($0), order: $0.int(6))
      }
    }
    let rows = found.sorted { ($0.alert.at, $0.alert.id) > ($1.alert.at, $1.alert.id) }.prefix(most)
    guard role != .admin else { return rows.map(\.alert) }
    guard let reach = try reach?.keeping(sql) else { return [] }
    let orders = try titles(rows.map(\.order), sql, vault)
    var told: Set<String> = []
    return rows.compactMap { row in
      // A red card says all that the yellow one of the same clock said.
      guard told.insert("\(row.order) \(row.alert.clock.rawValue)").inserted, let order = orders[row.order],
        !reach.kept.contains(row.order), reach.shows(unit: order.unit, owner: order.owner, state: order.state)
      else { return nil }
      var alert = row.alert
      alert.title = order.title
      return alert
    }
  }

  private struct Titled {
    let unit: UnitID?
    let owner: UnitID
    let state: OrderState
    let text: Int64
    var title = ""
  }

  /// No more of the orders than a line of the inbox shows, by their ids.
  private static func titles(_ ids: [Int64], _ sql: any SQLSession, _ vault: Vault) throws -> [Int64: Titled] {
    guard !ids.isEmpty else { return [:] }
    var args: [SQLValue] = []
    let list = args.whereIn("id", Set(ids).sorted())
    let rows = try sql.query("SELECT id, unit, owner, state, title FROM orders WHERE \(list)", args) { row in
      (
        id: row.int(0),
        order: Titled(
          unit: row.textOrNil(1).map { UnitID($0) }, owner: UnitID(row.text(2)), state: OrderState(rawValue: row.text(3)) ?? .handling,
          text: row.int(4))
      )
    }
    let texts = try vault.texts(rows.map(\.order.text))
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        var order = row.order
        order.title = OneLine.of(texts[order.text])
        return (row.id, order)
      })
  }

  /// The place of what is the administrator's, wherever the order is.
  static let anywhere = "*"
}

extension DeskAlert {
  fileprivate init(_ row: any SQLRow) {
    id = row.int(0)
    number = row.text(1)
    clock = ClockKind(rawValue: row.text(2)) ?? .handling
    what = Rung.What(rawValue: row.text(3)) ?? .alert
    at = Moment(milliseconds: row.int(4))
    lacking = row.text(5).isEmpty ? nil : UnitID(row.text(5))
  }
}
