import Casework
import Ledger
import Store
import Workdays

/// One column of the board: open orders by the time that is left to them.
enum BoardLane: String, Sendable, CaseIterable {
  case red, late, soon, today, tomorrow

  var phrase: Phrase {
    switch self {
    case .red: Phrase("红牌", "Red card")
    case .late: Phrase("已超期", "Late")
    case .soon: Phrase("4 小时内", "Within 4 hours")
    case .today: Phrase("今天", "Later today")
    case .tomorrow: Phrase("下一个工作日", "Next working day")
    }
  }
}

/// The moments that part the lanes from each other.
struct BoardTimes: Sendable {
  let now: Moment
  let soon: Moment
  let today: Moment
  let tomorrow: Moment

  static let soonHours = 4

  /// - Parameter calendar: the city's; the last lane ends with the next working day.
  init(now: Moment, calendar: WorkCalendar) {
    self.now = now
    soon = now.adding(hours: Self.soonHours)
    today = max(soon, now.day.adding(days: 1).midnight)
    var day = now.day.adding(days: 1)
    for _ in 0..<31 {
      if calendar.assumedHours(on: day).isWorking { break }
      day = day.adding(days: 1)
    }
    tomorrow = max(today, day.adding(days: 1).midnight)
  }

  /// From when on and before when an order of this lane is due; nil: without bound.
  func bounds(of lane: BoardLane) -> (from: Moment?, before: Moment?) {
    switch lane {
    case .red: (nil, nil)
    case .late: (nil, now)
    case .soon: (now, soon)
    case .today: (soon, today)
    case .tomorrow: (today, tomorrow)
    }
  }
}

/// Reads lanes by index ranges: `orders_due`, `orders_unit_open` and `orders_card`.
struct LaneQuery {
  let times: BoardTimes
  /// The units whose orders are looked at; nil: all.
  let units: [UnitID]?

  static let cap = 1000
  /// Orders that are told apart by unit.
  static let mostByUnit = 5000
  /// Rows that one lane shows.
  static let shown = 30

  /// The parts of a lane, each of which is one range of an index: what is late without a red card lies behind many that have one.
  private static func parts(of lane: BoardLane) -> [String] {
    switch lane {
    case .red: ["card = 'red'"]
    case .late: ["card IS NULL", "card = 'yellow'"]
    case .soon, .today, .tomorrow: ["TRUE"]
    }
  }

  private func clause(_ lane: BoardLane, _ part: String, _ args: inout [SQLValue]) -> String {
    let bounds = times.bounds(of: lane)
    var conditions = [part, OpenRows.condition]
    if let from = bounds.from { conditions.append("due_at >= \(args.bind(.int(from.milliseconds)))") }
    if let before = bounds.before { conditions.append("due_at < \(args.bind(.int(before.milliseconds)))") }
    if let units { conditions.append(args.whereIn("unit", units.map(\.value))) }
    return conditions.joined(separator: " AND ")
  }

  /// The rows that a lane shows, the one that is due first at the top.
  func rows(_ lane: BoardLane, _ sql: any SQLSession) throws -> [LaneRow] {
    let rows = try Self.parts(of: lane).flatMap { part -> [LaneRow] in
      var args: [SQLValue] = []
      let clause = clause(lane, part, &args)
      return try sql.query("SELECT due_at, id, version FROM orders WHERE \(clause) ORDER BY due_at, id LIMIT \(Self.shown)", args) {
        LaneRow(due: $0.intOrNil(0) ?? .max, id: $0.int(1), version: $0.int(2))
      }
    }
    return Array(rows.sorted { ($0.due, $0.id) < ($1.due, $1.id) }.prefix(Self.shown))
  }

  /// At most the cap.
  func count(_ lane: BoardLane, _ sql: any SQLSession) throws -> Int {
    let counts = try Self.parts(of: lane).map { part in
      var args: [SQLValue] = []
      let clause = clause(lane, part, &args)
      return try sql.count("SELECT count(*) FROM (SELECT 1 FROM orders WHERE \(clause) LIMIT \(Self.cap)) AS capped", args)
    }
    return min(Self.cap, counts.reduce(0, +))
  }

  /// Per unit what is late and what falls due before the board's end. The oldest of them count, so many at most: the limit
  /// keeps the reading within one index range, whatever stands in the books.
  func byUnit(_ sql: any SQLSession) throws -> [BoardUnit] {
    var args: [SQLValue] = []
    let now = args.bind(.int(times.now.milliseconds))
    let end = args.bind(.int(times.tomorrow.milliseconds))
    let scope = units.map { " AND \(args.whereIn("unit", $0.map(\.value)))" } ?? ""
    let statement = """
      SELECT unit, sum(CASE WHEN due_at < \(now) THEN 1 ELSE 0 END), count(*) FROM (
        SELECT unit, due_at FROM orders WHERE \(OpenRows.condition) AND due_at < \(end)\(scope) ORDER BY due_at, id LIMIT \(Self.mostByUnit)
      ) AS due WHERE unit IS NOT NULL GROUP BY unit
      """
    let rows = try sql.query(statement, args) { BoardUnit(unit: UnitID($0.text(0)), late: Int($0.int(1)), due: Int($0.int(2) - $0.int(1))) }
    return rows.sorted { ($0.late, $0.due, $1.unit) > ($1.late, $1.due, $0.unit) }
  }

  func provisional(_ sql: any SQLSession) throws -> Int {
    var args: [SQLValue] = []
    let scope = units.map { " AND \(args.whereIn("unit", $0.map(\.value)))" } ?? ""
    return try sql.count("SELECT count(*) FROM (SELECT 1 FROM orders WHERE provisional\(scope) LIMIT \(Self.cap)) AS capped", args)
  }
}

/// An order in a lane.
struct LaneRow: Sendable {
  let due: Int64
  let id: Int64
  let version: Int64
}

/// What stands on one unit.
struct BoardUnit: Sendable, Hashable {
  let unit: UnitID
  let late: Int
  /// Due before the end of the board, not late yet.
  let due: Int
}
