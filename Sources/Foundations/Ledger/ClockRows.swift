import Casework
import Store
import Workdays

/// Each clock of an order has a row: when it began, how long it may run, what does not count, when it ends and why then,
/// and when something happens to it next.
extension Order {
  public static let attendants: AttendantTable? = AttendantTable(
    "clocks", owner: "order_id", part: "kind",
    [
      "unit", "started_at", "limit_text", "pauses", "deadline_at", "paused_at", "stopped_at", "provisional", "extended", "wake_at",
      "yellow_at", "red_at", "explanation",
    ])

  public var attendantRows: [AttendantRow] { clocks.map(row) }
  public var attendantParts: [String] { clocks.map(\.kind.rawValue) }

  /// A clock that stayed the same is not written out again: explanations are long and most changes touch one clock.
  public func attendantRows(since before: Order?) -> [AttendantRow] {
    guard let before else { return attendantRows }
    let stays = before.isOpen == isOpen && before.unit == unit
    let old = stays ? [] : before.attendantRows
    return clocks.filter { !stays || !before.clocks.contains($0) }.map(row).filter { !old.contains($0) }
  }

  private func row(of clock: Clock) -> AttendantRow { AttendantRow(clock.kind.rawValue, columns(of: clock)) }

  private func columns(of clock: Clock) -> [SQLValue] {
    let deadline = clock.deadline
    let wakes = isOpen ? clock.wakesAt : nil
    return [
      .str(unit?.value), .int(deadline.from.milliseconds), .text(deadline.limit.description),
      .str(clock.pauses.isEmpty ? nil : Self.json(clock.pauses)), .int(deadline.at.milliseconds), .num(clock.pausedAt?.milliseconds),
      .num(clock.stoppedAt?.milliseconds), .bool(isOpen && clock.isRunning && deadline.provisional), .bool(clock.isExtended),
      .num(wakes?.milliseconds), .num(clock.shown(.yellowCard)?.milliseconds), .num(clock.shown(.redCard)?.milliseconds),
      .text(Self.json(deadline)),
    ]
  }

  /// Moments, days and words only: this encoding cannot fail, and the row of a clock must not.
  private static func json(_ value: some Encodable) -> String { (try? StoredJSON.encode(value)) ?? "" }
}

enum ClockSchema {
  static func clocks(_ dialect: Dialect) -> [String] {
    let (int, text, bool) = (dialect.intType, dialect.textType, dialect.boolType)
    return [
      "ALTER TABLE orders ADD COLUMN card \(text) CHECK (card IN ('yellow', 'red'))",
      """
      CREATE TABLE clocks (order_id \(int) NOT NULL REFERENCES orders (id), kind \(text) NOT NULL, unit \(text),
        started_at \(int) NOT NULL, limit_text \(text) NOT NULL, pauses \(text), deadline_at \(int) NOT NULL, paused_at \(int),
        stopped_at \(int), provisional \(bool) NOT NULL, extended \(bool) NOT NULL, wake_at \(int), yellow_at \(int), red_at \(int),
        explanation \(text) NOT NULL, PRIMARY KEY (order_id, kind))\(dialect.tableSuffix)
      """,
      "CREATE INDEX clocks_wake ON clocks (wake_at, order_id) WHERE wake_at IS NOT NULL",
      "CREATE INDEX clocks_due ON clocks (deadline_at, order_id) WHERE stopped_at IS NULL AND paused_at IS NULL",
      "CREATE INDEX orders_card ON orders (card, due_at, id) WHERE card IS NOT NULL",
      // A city that has orders already gets their clocks' rows when it is opened; see `Ledger.enrolClocks`.
      "INSERT INTO checkpoints (projector, position) SELECT 'clock-rows', min(id) - 1 FROM orders HAVING count(*) > 0",
    ]
  }

  static func recounts(_ dialect: Dialect) -> [String] {
    let (int, text, bool) = (dialect.intType, dialect.textType, dialect.boolType)
    return [
      """
      CREATE TABLE recounts (id \(dialect.idColumn), year \(int) NOT NULL, from_at \(int) NOT NULL, release \(int) NOT NULL,
        begun_at \(int) NOT NULL, total \(int) NOT NULL, done \(int) NOT NULL, beat_at \(int), finished_at \(int))\(dialect.tableSuffix)
      """,
      """
      CREATE TABLE recount_moves (recount_id \(int) NOT NULL REFERENCES recounts (id), order_id \(int) NOT NULL REFERENCES orders (id),
        kind \(text) NOT NULL, old_at \(int) NOT NULL, new_at \(int) NOT NULL, held \(bool) NOT NULL,
        PRIMARY KEY (recount_id, order_id, kind))\(dialect.tableSuffix)
      """,
    ]
  }
}
