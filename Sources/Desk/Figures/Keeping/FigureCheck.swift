import Casework
import Ledger
import Store
import Workdays

/// Holds the figures against the log: every day's entries against those that the events make, every sum against its entries.
struct FigureCheck {
  private let sql: any SQLSession
  private static let page = 2000

  init(_ sql: any SQLSession) { self.sql = sql }

  private struct Day: Hashable {
    let happening: String
    let day: Int64
  }

  /// How many entries a day has, and a sum over all they say, the same in any order.
  private struct Content: Hashable {
    var entries = 0
    var hash: UInt64 = 0

    mutating func add(_ row: [SQLValue]) {
      entries += 1
      var one: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in row.map(\.words).joined(separator: "\u{1F}").utf8 { one = (one ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash &+= one
    }
  }

  func differing() throws -> Int {
    let (made, kept) = (try made(), try kept())
    let days = Set(made.keys).union(kept.keys).filter { made[$0] != kept[$0] }
    return try days.count + Dimension.allCases.reduce(0) { try $0 + sums($1) }
  }

  private func made() throws -> [Day: Content] {
    let end = try sql.first("SELECT position FROM checkpoints WHERE projector = $1", [.text(FigureProjector.name)]) { $0.int(0) } ?? 0
    var days: [Day: Content] = [:]
    var from: Int64 = 0
    while true {
      let events = try SealedEvent.read(sql, after: from, through: end, atMost: Self.page)
      guard let last = events.last else { return days }
      for entry in try EntryReader(sql: sql).entries(events) {
        days[Day(happening: entry.happening.rawValue, day: Int64(entry.at.day.ordinal)), default: Content()].add(EntryBook.row(entry))
      }
      from = last.position
    }
  }

  private func kept() throws -> [Day: Content] {
    var days: [Day: Content] = [:]
    let texts: Set<String> = ["happening", "unit", "area", "category", "channel", "kind"]
    let columns = EntryBook.keys + Tally.columns
    _ = try sql.query("SELECT \(columns.joined(separator: ", ")) FROM figure_entries") { row in
      let values = columns.enumerated().map { texts.contains($1) ? SQLValue.text(row.text($0)) : .num(row.intOrNil($0)) }
      days[Day(happening: row.text(0), day: row.int(1)), default: Content()].add(values)
    }
    return days
  }

  /// How many sums of one dimension are not those of the entries.
  private func sums(_ dimension: Dimension) throws -> Int {
    let member: String =
      switch dimension {
      case .all: "''"
      case .hour: "CAST(hour AS \(sql.dialect.textType))"
      default: dimension.rawValue
      }
    let tallies = Tally.columns.map { "CAST(sum(\($0)) AS bigint)" }.joined(separator: ", ")
    let counted = "SELECT happening, day, \(member), \(tallies) FROM figure_entries GROUP BY 1, 2, 3"
    let columns = Tally.columns.joined(separator: ", ")
    let kept = "SELECT happening, day, member, \(columns) FROM figure_sums WHERE dimension = '\(dimension.rawValue)'"
    let more = try sql.count("SELECT count(*) FROM (\(counted) EXCEPT \(kept)) AS missing")
    return try more + sql.count("SELECT count(*) FROM (\(kept) EXCEPT \(counted)) AS surplus")
  }
}

extension SQLValue {
  fileprivate var words: String {
    switch self {
    case .int(let number): String(number)
    case .text(let text): text
    default: ""
    }
  }
}
