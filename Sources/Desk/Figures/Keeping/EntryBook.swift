import Casework
import Store
import Workdays

/// Writes entries and adds them to the sums.
struct EntryBook {
  private let sql: any SQLSession

  init(_ sql: any SQLSession) { self.sql = sql }

  static let keys = [
    "happening", "day", "position", "at", "hour", "subject", "unit", "area", "category", "channel", "kind", "north", "east",
  ]

  private static let insert: String = {
    let columns = keys + Tally.columns
    let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
    return "INSERT INTO figure_entries (\(columns.joined(separator: ", "))) VALUES (\(places))"
  }()

  private static let add: String = {
    let columns = ["dimension", "happening", "day", "member"] + Tally.columns
    let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
    let sums = Tally.columns.map { "\($0) = figure_sums.\($0) + excluded.\($0)" }.joined(separator: ", ")
    return """
      INSERT INTO figure_sums (\(columns.joined(separator: ", "))) VALUES (\(places))
      ON CONFLICT (dimension, happening, day, member) DO UPDATE SET \(sums)
      """
  }()

  private struct Cell: Hashable {
    let dimension: Dimension
    let happening: Happening
    let day: Int
    let member: String
  }

  func add(_ entries: [FigureEntry]) throws {
    var sums: [Cell: Tally] = [:]
    for entry in entries {
      try sql.execute(Self.insert, Self.row(entry))
      for dimension in Dimension.allCases {
        let member = dimension.member(of: entry)
        sums[Cell(dimension: dimension, happening: entry.happening, day: entry.at.day.ordinal, member: member), default: Tally()] +=
          entry.tally
      }
    }
    // In one order everywhere, so that no two writers wait for each other.
    for (cell, tally) in sums.sorted(by: { Self.name($0.key) < Self.name($1.key) }) {
      let key: [SQLValue] = [
        .text(cell.dimension.rawValue), .text(cell.happening.rawValue), .int(Int64(cell.day)), .text(cell.member),
      ]
      try sql.execute(Self.add, key + tally.values.map { SQLValue.int($0) })
    }
  }

  private static func name(_ cell: Cell) -> String { "\(cell.dimension.rawValue) \(cell.happening.rawValue) \(cell.day) \(cell.member)" }

  /// An entry as its line in the table.
  static func row(_ entry: FigureEntry) -> [SQLValue] {
    let key: [SQLValue] = [
      .text(entry.happening.rawValue), .int(Int64(entry.at.day.ordinal)), .int(entry.position), .int(entry.at.milliseconds),
      .int(Int64(entry.hour)), .int(entry.subject),
    ]
    let members: [Dimension] = [.unit, .area, .category, .channel, .kind]
    let spot: [SQLValue] = [.num(entry.spot?.north), .num(entry.spot?.east)]
    return key + members.map { SQLValue.text($0.member(of: entry)) } + spot + entry.tally.values.map { SQLValue.int($0) }
  }

  /// Empties it all; the next reading begins with the first event.
  static func clear(_ sql: any SQLSession, projector: String) throws {
    try sql.execute("DELETE FROM figure_entries")
    try sql.execute("DELETE FROM figure_sums")
    try sql.execute("UPDATE checkpoints SET position = 0 WHERE projector = $1", [.text(projector)])
  }
}
