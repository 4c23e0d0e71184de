import Casework
import Ledger
import Store
import Workdays

/// What the hall sees at this moment: what waits, what the day has brought, the last two hours.
struct WallView: Sendable {
  /// Appeals that nobody has decided on, and when the oldest of them came.
  let waiting: Int
  let oldest: Moment?
  let open: Int
  let late: Int
  /// Of today, by what happened.
  let today: [Happening: Int64]
  /// Appeals received, in pieces of five minutes, the oldest first.
  let bars: [Int]

  static let piece = 5
  static let pieces = 24

  private static let waitingAppeals = "SELECT count(*), min(received_at) FROM appeals WHERE state = 'recorded'"
  private static let openOrders = "SELECT count(*) FROM orders WHERE \(OpenRows.condition)"

  /// Counts of what is open read nothing but a partial index; all else comes from the figures.
  static func read(_ reach: FigureReach, _ profile: Profile, now: Moment, _ sql: any SQLSession) throws -> WallView {
    var args: [SQLValue] = []
    let intake = reach.units.map { " AND \(args.whereIn("intake", $0.map(\.value)))" } ?? ""
    let waiting = try sql.first("\(waitingAppeals)\(intake)", args) { (count: Int($0.int(0)), oldest: $0.intOrNil(1)) }
    return WallView(
      waiting: waiting?.count ?? 0, oldest: waiting?.oldest.map { Moment(milliseconds: $0) }, open: try orders(reach, sql),
      late: try orders(reach, sql, before: now), today: try today(reach, profile, now, sql), bars: try bars(reach, now, sql))
  }

  private static func orders(_ reach: FigureReach, _ sql: any SQLSession, before now: Moment? = nil) throws -> Int {
    var args: [SQLValue] = []
    var text = openOrders
    if let now { text += " AND due_at < \(args.bind(.int(now.milliseconds)))" }
    if let units = reach.units { text += " AND \(args.whereIn("unit", units.map(\.value)))" }
    return try sql.count(text, args)
  }

  private static func today(_ reach: FigureReach, _ profile: Profile, _ now: Moment, _ sql: any SQLSession) throws -> [Happening: Int64] {
    guard let period = FigurePeriod("1d", today: now.day) else { return [:] }
    let filter = try FigureFilter(FigureQuestion(metric: .received, period: period), reach, profile)
    let shown: Set<Happening> = [.received, .answered, .dispatched, .closed]
    let tallies = try FigureQuery(filter, of: shown).total(sql)
    return Dictionary(uniqueKeysWithValues: shown.map { ($0, tallies[$0].amount) })
  }

  private static func bars(_ reach: FigureReach, _ now: Moment, _ sql: any SQLSession) throws -> [Int] {
    let step = Int64(piece) * 60_000
    // Pieces end at whole five minutes, so that a bar once drawn stays the same.
    let start = (now.milliseconds / step - Int64(pieces) + 1) * step
    var args: [SQLValue] = [.int(start), .int(Moment(milliseconds: start).day.ordinal64)]
    let units = reach.units.map { " AND \(args.whereIn("unit", $0.map(\.value)))" } ?? ""
    let text = """
      SELECT (at - $1) / \(step), count(*) FROM figure_entries WHERE happening = 'received' AND day >= $2 AND at >= $1\(units) GROUP BY 1
      """
    var bars = [Int](repeating: 0, count: pieces)
    for (index, count) in try sql.query(text, args, { (Int($0.int(0)), Int($0.int(1))) }) where bars.indices.contains(index) {
      bars[index] = count
    }
    return bars
  }
}

extension CivilDay {
  fileprivate var ordinal64: Int64 { Int64(ordinal) }
}
