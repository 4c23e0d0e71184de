import Casework
import Store

/// The orders for which an incident runs, for whoever takes down one more call about it.
public enum RunningIncidents {
  private static let statement = """
    SELECT m.number, p.order_id FROM measures m JOIN measure_parts p ON p.measure_id = m.id
    WHERE m.kind = 'incident' AND m.\(MeasureQuery.running) AND p.order_id IS NOT NULL ORDER BY m.id DESC LIMIT 200
    """

  public static func read(_ sql: any SQLSession) throws -> [(measure: String, order: OrderID)] {
    try sql.query(statement, []) { ($0.text(0), OrderID($0.int(1))) }
  }
}
