import Casework
import Search
import Store
import Vault
import Web
import Workdays

/// The cases behind a figure: its entries, the newest first, each with its case as far as the reader may see it.
struct FigureCases: Sendable {
  static let size = 30
  /// Counting ends here.
  static let cap = 1000

  let asking: FigureAsking
  let after: Place?

  /// A place in the list: the day and the entry's position.
  struct Place: Sendable, Hashable {
    let day: Int64
    let position: Int64

    init(day: Int64, position: Int64) { (self.day, self.position) = (day, position) }

    /// - Throws: `CaseworkProblem.invalid` where the cursor is none of ours.
    init(_ text: String) throws {
      let parts = text.split(separator: ".").compactMap { Int64($0) }
      guard parts.count == 2 else {
        throw CaseworkProblem.field("after", "翻页标记无效，请从第一页看起。", "This is not a cursor of this list; begin with its first page.")
      }
      (day, position) = (parts[0], parts[1])
    }

    var text: String { "\(day).\(position)" }
  }

  struct Found: Sendable {
    let rows: [QueueRow]
    /// Of this page, those that this person may not see now.
    let hidden: Int
    let next: Place?
    let total: Int
  }

  private struct Entry {
    let place: Place
    let subject: Int64
  }

  func page(_ rows: CaseRows, _ sql: any SQLSession, _ vault: Vault) throws -> Found {
    let entries = try entries(sql)
    let shown = entries.prefix(Self.size)
    let ids = Array(Set(shown.map(\.subject))).sorted()
    let cases =
      asking.question.metric.cases.happening.isOfOrders ? try rows.orders(ids, sql, vault) : try rows.appeals(ids, sql, vault)
    let seen = shown.compactMap { cases[$0.subject] }
    return Found(
      rows: seen, hidden: shown.count - seen.count, next: entries.count > Self.size ? shown.last?.place : nil, total: try count(sql))
  }

  private func conditions(_ args: inout [SQLValue]) -> String {
    let cases = asking.question.metric.cases
    let own = asking.filter.conditions(cases.happening, &args)
    return cases.condition.map { "\(own) AND \($0)" } ?? own
  }

  private func entries(_ sql: any SQLSession) throws -> [Entry] {
    var args: [SQLValue] = []
    var text = "SELECT day, position, subject FROM figure_entries WHERE \(conditions(&args))"
    if let after {
      text += " AND (day, position) < (\(args.bind(.int(after.day))), \(args.bind(.int(after.position))))"
    }
    text += " ORDER BY day DESC, position DESC LIMIT \(Self.size + 1)"
    return try sql.query(text, args) { Entry(place: Place(day: $0.int(0), position: $0.int(1)), subject: $0.int(2)) }
  }

  private func count(_ sql: any SQLSession) throws -> Int {
    var args: [SQLValue] = []
    return try sql.count(
      "SELECT count(*) FROM (SELECT 1 FROM figure_entries WHERE \(conditions(&args)) LIMIT \(Self.cap)) AS found", args)
  }
}
