import Casework
import Store
import Workdays

/// A matter of this week: how many orders, how many the week before, where most of them are and with whom.
struct Hurt: Sendable {
  let category: CategoryID
  let count: Int
  let before: Int
  let area: AreaID?
  let unit: UnitID?
  /// How many of the matter's orders are open now, of whatever week, and how many of those are late; each at most the cap of a list.
  var open = 0
  var late = 0

  /// The same with what stands open of it now.
  func standing(_ reach: OrderReach, _ profile: Profile, at now: Moment, _ sql: any SQLSession) throws -> Hurt {
    var hurt = self
    var filter = OrderFilter(sort: .due)
    filter.category = category
    hurt.open = try OrderList(filter: filter, reach: reach, profile: profile).count(sql)
    filter.dueBefore = now
    hurt.late = try OrderList(filter: filter, reach: reach, profile: profile).count(sql)
    return hurt
  }
}

/// What people brought up most in seven days.
struct Hurts {
  let now: Moment
  /// The units whose orders count; nil: all.
  let units: [UnitID]?

  static let most = 3
  /// So many of the newest orders are looked at: more than a week of the largest city, and a bound for the reading.
  private static let newest = 30_000
  private var week: Moment { now.adding(hours: -24 * 7) }
  private var weekBefore: Moment { now.adding(hours: -24 * 14) }

  init(now: Moment, reach: OrderReach) {
    self.now = now
    if case .within(let units, _) = reach.extent { self.units = units } else { units = nil }
  }

  func read(_ sql: any SQLSession) throws -> [Hurt] {
    let top = try counts(from: week, before: now, sql)
    let earlier = Dictionary(try counts(from: weekBefore, before: week, sql, most: nil).map { ($0.category, $0.count) }) { first, _ in first
    }
    return try top.map { one in
      Hurt(
        category: one.category, count: one.count, before: earlier[one.category] ?? 0,
        area: try commonest("area", one.category, sql).map { AreaID($0) },
        unit: try commonest("unit", one.category, sql).map { UnitID($0) })
    }
  }

  private func counts(from: Moment, before: Moment, _ sql: any SQLSession, most: Int? = Hurts.most) throws
    -> [(category: CategoryID, count: Int)]
  {
    var args: [SQLValue] = [.int(from.milliseconds), .int(before.milliseconds)]
    let scope = units.map { " AND \(args.whereIn("unit", $0.map(\.value)))" } ?? ""
    let end = most.map { " LIMIT \($0)" } ?? ""
    let statement = """
      SELECT category, count(*) FROM (
        SELECT category FROM orders WHERE raised_at > $1 AND raised_at <= $2 AND role = 'main'\(scope)
        ORDER BY raised_at DESC LIMIT \(Self.newest)
      ) AS recent GROUP BY category ORDER BY count(*) DESC, category\(end)
      """
    return try sql.query(statement, args) { (CategoryID($0.text(0)), Int($0.int(1))) }
  }

  private func commonest(_ column: String, _ category: CategoryID, _ sql: any SQLSession) throws -> String? {
    var args: [SQLValue] = [.text(category.value), .int(week.milliseconds)]
    let scope = units.map { " AND \(args.whereIn("unit", $0.map(\.value)))" } ?? ""
    let statement = """
      SELECT \(column), count(*) FROM orders WHERE category = $1 AND raised_at > $2 AND role = 'main' AND \(column) IS NOT NULL\(scope)
      GROUP BY \(column) ORDER BY count(*) DESC, \(column) LIMIT 1
      """
    return try sql.first(statement, args) { $0.text(0) }
  }
}

/// What units promised citizens, due soonest.
struct Promises {
  let now: Moment

  /// As the partial index spells it.
  static let running = "kind = 'commitment' AND stopped_at IS NULL"
  private static let days = 3
  static let most = 10
  private static let due = "SELECT order_id FROM clocks WHERE \(running) AND deadline_at < $1 ORDER BY deadline_at, order_id LIMIT 100"

  func orders(_ sql: any SQLSession) throws -> [Int64] {
    try sql.query(Self.due, [.int(now.adding(hours: 24 * Self.days).milliseconds)]) { $0.int(0) }
  }
}
