import Casework
import Store
import Workdays

/// Statements about measures that verbs need, and the words of the partial index.
enum MeasureQuery {
  /// As the index spells it: SQLite uses it only where its very words are asked for.
  static let running: String = {
    let list = MeasureState.running.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    return "state IN (\(list))"
  }()

  private static let ofOrder = """
    SELECT m.fold FROM measure_parts p JOIN measures m ON m.id = p.measure_id WHERE p.order_id = $1 AND m.kind = $2 AND m.\(running) ORDER BY m.id
    """

  /// Whether a formal notice about this order waits for this unit already.
  static func hasNotice(_ order: OrderID, _ unit: UnitID, _ sql: any SQLSession) throws -> Bool {
    try running(.notice, of: order, sql).contains { $0.duties.contains { $0.unit == unit } }
  }

  /// The number of what was put before a leader about this order and waits for words.
  static func submission(of order: OrderID, _ sql: any SQLSession) throws -> String? {
    try running(.submission, of: order, sql).last?.matter.number
  }

  static func running(_ kind: MeasureKind, of order: OrderID, _ sql: any SQLSession) throws -> [Measure] {
    let folds = try sql.query(ofOrder, [.int(order.value), .text(kind.rawValue)]) { $0.text(0) }
    return try folds.map { try StoredJSON.decode(Measure.self, from: $0) }
  }
}

/// Which measures a list shows.
struct MeasureFilter: Sendable {
  var kind: MeasureKind?
  var states: [MeasureState] = []
  /// Those in which this unit has a duty.
  var unit: UnitID?
  /// Those in which a unit still owes an answer.
  var waitsForUnit = false
  var order: OrderID?
  var dueBefore: Moment?
  /// Newest first; otherwise the clock that ends next first.
  var newestFirst = true
  /// The id behind which the page begins, newest first.
  var before: Int64?
  var isPublished = false
}

/// Reads measures for one person.
struct MeasureList {
  let actor: Actor
  let units: Organisation

  static let most = 100

  struct Row: Sendable {
    let measure: Measure
    let version: Int64
  }

  func read(_ filter: MeasureFilter, limit: Int, _ sql: any SQLSession) throws -> (rows: [Row], next: Int64?) {
    var args: [SQLValue] = []
    let conditions = conditions(filter, &args) + (filter.isPublished ? [] : reach(&args))
    let clause = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
    let order = filter.newestFirst ? "id DESC" : "due_at, id"
    let number = args.bind(.int(Int64(limit + 1)))
    let found = try sql.query("SELECT id, version, fold FROM measures\(clause) ORDER BY \(order) LIMIT \(number)", args) {
      (id: $0.int(0), version: $0.int(1), fold: $0.text(2))
    }
    let rows = try found.prefix(limit).map { Row(measure: try StoredJSON.decode(Measure.self, from: $0.fold), version: $0.version) }
    let seen = filter.isPublished ? rows : rows.filter { !$0.measure.sides(of: actor, in: units).isEmpty }
    return (seen, found.count > limit && filter.newestFirst ? found[limit - 1].id : nil)
  }

  private func conditions(_ filter: MeasureFilter, _ args: inout [SQLValue]) -> [String] {
    var conditions: [String] = []
    if let kind = filter.kind { conditions.append("kind = \(args.bind(.text(kind.rawValue)))") }
    if Set(filter.states) == MeasureState.running {
      conditions.append(MeasureQuery.running)
    } else if !filter.states.isEmpty {
      conditions.append(args.whereIn("state", filter.states.map(\.rawValue)))
    }
    if let unit = filter.unit {
      let running = filter.waitsForUnit ? " AND running" : ""
      conditions.append("id IN (SELECT measure_id FROM measure_parts WHERE unit = \(args.bind(.text(unit.value)))\(running))")
    }
    if let order = filter.order {
      conditions.append("id IN (SELECT measure_id FROM measure_parts WHERE order_id = \(args.bind(.int(order.value))))")
    }
    if let due = filter.dueBefore { conditions.append("due_at < \(args.bind(.int(due.milliseconds)))") }
    if let before = filter.before { conditions.append("id < \(args.bind(.int(before)))") }
    if filter.isPublished { conditions.append("published_at IS NOT NULL AND state <> 'withdrawn'") }
    return conditions
  }

  /// A coarse sieve that an index can answer; what is left is looked at one by one (`Measure.sides`).
  private func reach(_ args: inout [SQLValue]) -> [String] {
    guard actor.standing == .staff, actor.scope != units.root, !actor.has(.discipline) else { return [] }
    let below = (units.subtree(of: actor.scope) + [actor.unit]).map(\.value)
    let owned = args.whereIn("owner", below)
    let called = args.whereIn("unit", below)
    return ["(\(owned) OR id IN (SELECT measure_id FROM measure_parts WHERE \(called)))"]
  }
}
