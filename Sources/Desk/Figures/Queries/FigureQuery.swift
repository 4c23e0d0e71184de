import Casework
import Store
import Workdays

/// Reads sums of figures, from the sums that are kept where they can answer it, else from the entries.
struct FigureQuery {
  let filter: FigureFilter
  /// What is read, in a fixed order.
  private let happenings: [Happening]

  /// - Parameter happenings: what is to be read; nil: what the question's figure is made of.
  init(_ filter: FigureFilter, of happenings: Set<Happening>? = nil) {
    self.filter = filter
    let wanted = happenings ?? filter.question.metric.happenings
    self.happenings = Happening.allCases.filter(wanted.contains)
  }

  private static let tallies = Tally.columns.map { "CAST(sum(\($0)) AS bigint)" }.joined(separator: ", ")

  struct Line: Sendable {
    let member: String
    let day: Int
    let tallies: Tallies
  }

  private struct Key: Hashable {
    let member: String
    let day: Int
  }

  /// Everything together.
  func total(_ sql: any SQLSession) throws -> Tallies { try lines(sql, nil, byDay: false).first?.tallies ?? Tallies() }

  /// One line for each day on which there is something.
  func days(_ sql: any SQLSession) throws -> [Line] { try lines(sql, nil, byDay: true) }

  /// One line for each member; of hours one for each hour of each day.
  func members(_ dimension: Dimension, _ sql: any SQLSession) throws -> [Line] {
    try lines(sql, dimension, byDay: dimension == .hour)
  }

  private func lines(_ sql: any SQLSession, _ dimension: Dimension?, byDay: Bool) throws -> [Line] {
    var found: [Key: [Happening: Tally]] = [:]
    for happening in happenings {
      for (key, tally) in try tallies(of: happening, sql, dimension, byDay: byDay) { found[key, default: [:]][happening] = tally }
    }
    return found.map { Line(member: $0.key.member, day: $0.key.day, tallies: Tallies($0.value)) }
  }

  private func tallies(of happening: Happening, _ sql: any SQLSession, _ dimension: Dimension?, byDay: Bool) throws -> [(Key, Tally)] {
    var args: [SQLValue] = []
    let kept = filter.question.weekday == nil ? filter.sums(by: dimension) : nil
    let member = dimension.map { kept == nil ? column($0, sql.dialect) : "member" } ?? "''"
    let day = byDay ? "day" : "0"
    let from = kept.map { sums($0, happening, &args) } ?? "figure_entries WHERE \(filter.conditions(happening, &args))"
    let text = "SELECT \(member), \(day), \(Self.tallies) FROM \(from) GROUP BY \(byDay ? "1, 2" : "1")"
    return try sql.query(text, args) { row in (Key(member: row.text(0), day: Int(row.int(1))), Self.tally(row, from: 2)) }
  }

  private func column(_ dimension: Dimension, _ dialect: Dialect) -> String {
    dimension == .hour ? "CAST(hour AS \(dialect.textType))" : dimension.rawValue
  }

  private func sums(_ dimension: Dimension, _ happening: Happening, _ args: inout [SQLValue]) -> String {
    let question = filter.question
    var parts = [
      "dimension = \(args.bind(.text(dimension.rawValue)))", "happening = \(args.bind(.text(happening.rawValue)))",
      "day BETWEEN \(args.bind(.int(Int64(question.period.first.ordinal)))) AND \(args.bind(.int(Int64(question.period.last.ordinal))))",
    ]
    if let members = filter.members[dimension] { parts.append(args.whereIn("member", members)) }
    return "figure_sums WHERE \(parts.joined(separator: " AND "))"
  }

  static func tally(_ row: any SQLRow, from start: Int) -> Tally {
    Tally(
      amount: row.int(start), late: row.int(start + 1), asked: row.int(start + 2), solved: row.int(start + 3),
      graded: row.int(start + 4), satisfied: row.int(start + 5), minutes: row.int(start + 6))
  }
}
