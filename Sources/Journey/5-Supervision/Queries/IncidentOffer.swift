import Casework
import Ledger
import Store
import Vault
import Workdays

/// The like matter in the like place, again and again within an hour, and more than before: perhaps one incident.
struct IncidentOffer: Sendable {
  let category: CategoryID
  let area: AreaID?
  /// Appeals of the last hour.
  let count: Int
  /// The oldest open order about it, to which the others could be linked.
  let order: String?

  private static let statement = """
    SELECT category, area, sum(CASE WHEN received_at >= $2 THEN 1 ELSE 0 END) AS fresh, count(*) FROM appeals
    WHERE received_at >= $1 AND category IS NOT NULL GROUP BY category, area
    HAVING sum(CASE WHEN received_at >= $2 THEN 1 ELSE 0 END) >= $3 ORDER BY fresh DESC LIMIT 5
    """
  private static let oldest = """
    SELECT id, number FROM orders WHERE \(OpenRows.condition) AND category = $1 AND coalesce(area, '') = $2 AND role = 'main' ORDER BY id LIMIT 1
    """
  /// The hours that are looked at: the last one, and those before it that say what is usual.
  private static let usual = 3

  static func read(_ policy: MeasurePolicy, now: Moment, _ sql: any SQLSession) throws -> [IncidentOffer] {
    guard let from = policy.incidentFrom else { return [] }
    let (hour, before) = (now.adding(hours: -1).milliseconds, now.adding(hours: -1 - usual).milliseconds)
    let groups = try sql.query(statement, [.int(before), .int(hour), .num(from)]) { row in
      (category: row.text(0), area: row.textOrNil(1), count: Int(row.int(2)), all: Int(row.int(3)))
    }
    // Rising: the last hour has more than the mean of those before it.
    let rising = groups.filter { $0.count * usual > $0.all - $0.count }
    return try rising.compactMap { group in
      let order = try sql.first(oldest, [.text(group.category), .text(group.area ?? "")]) { (id: $0.int(0), number: $0.text(1)) }
      if let order, try !MeasureQuery.running(.incident, of: OrderID(order.id), sql).isEmpty { return nil }
      return IncidentOffer(
        category: CategoryID(group.category), area: group.area.map { AreaID($0) }, count: group.count, order: order?.number)
    }
  }
}

/// Appeals that wait and could belong to an incident: the like matter of the last day.
enum IncidentCandidates {
  struct Candidate: Sendable {
    let number: String
    let text: String
    let at: Moment
  }

  private static let statement = """
    SELECT number, text, received_at FROM appeals
    WHERE state = 'recorded' AND received_at >= $1 AND confidential = $2 AND category = $3 ORDER BY received_at LIMIT 50
    """

  static func read(_ order: OrderID, now: Moment, _ sql: any SQLSession, _ vault: Vault) throws -> [Candidate] {
    guard let category = try sql.first("SELECT category FROM orders WHERE id = $1", [.int(order.value)], { $0.text(0) }) else { return [] }
    let rows = try sql.query(statement, [.int(now.adding(hours: -24).milliseconds), .bool(false), .text(category)]) { row in
      (number: row.text(0), text: row.int(1), at: Moment(milliseconds: row.int(2)))
    }
    let texts = try vault.texts(rows.map(\.text))
    return rows.map { Candidate(number: $0.number, text: String(Masking.text(texts[$0.text] ?? "").prefix(80)), at: $0.at) }
  }
}
