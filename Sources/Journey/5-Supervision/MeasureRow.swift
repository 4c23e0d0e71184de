import Casework
import Ledger
import Store
import Workdays

extension Measure: Recorded {
  public static let noun = Phrase("督办措施", "measure")
  public var label: String { matter.number }

  public static let table = RowTable("measures", ["number", "kind", "state", "owner", "due_at", "opened_at", "closed_at", "published_at"])

  public var columns: [SQLValue] {
    [
      .text(matter.number), .text(matter.kind.rawValue), .text(state.rawValue), .text(matter.owner.value),
      .num(nextClock?.deadline.at.milliseconds), .int(openedAt.milliseconds), .num(closedAt?.milliseconds),
      .num(publishedAt?.milliseconds),
    ]
  }

  /// A row for each order and for each unit's duty, so that both find it.
  public static let attendants: AttendantTable? = AttendantTable(
    "measure_parts", owner: "measure_id", part: "part", ["order_id", "unit", "running"])

  public var attendantRows: [AttendantRow] {
    let orders = matter.orders.map { AttendantRow("order/\($0)", [.int($0.value), .null, .bool(isRunning)]) }
    let units = duties.enumerated().map { index, duty in
      AttendantRow("duty/\(index)", [.null, .text(duty.unit.value), .bool(isRunning && !duty.isDone)])
    }
    return orders + units
  }
}

/// The tables of this module.
public enum SupervisionMigrations {
  public static let all = [measures]

  private static let measures = Migration(module: "supervision", number: 1, reason: "measures of supervision, their orders and units") {
    dialect in
    let rows = Table(
      "measures",
      [
        .int("id").primaryKey(), .int("version"), .blob("head"), .text("fold"), .text("number").unique(),
        .text("kind").oneOf(MeasureKind.allCases.map(\.rawValue)), .text("state").oneOf(MeasureState.allCases.map(\.rawValue)),
        .text("owner"), .int("due_at").optional(), .int("opened_at"), .int("closed_at").optional(), .int("published_at").optional(),
      ]
    ).index("due_at", "id", where: MeasureQuery.running).index("kind", "id").index("published_at", where: "published_at IS NOT NULL")
    let parts = Table(
      "measure_parts",
      [
        .int("measure_id").references("measures"), .text("part"), .int("order_id").optional().references("orders"),
        .text("unit").optional(), .bool("running"),
      ]
    ).primaryKey("measure_id", "part").index("order_id", where: "order_id IS NOT NULL").index("unit", "running", where: "unit IS NOT NULL")
    return rows.statements(dialect) + parts.statements(dialect)
  }
}
