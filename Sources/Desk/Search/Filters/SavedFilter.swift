import Casework
import Ledger
import Store
import Web
import Workdays

/// A filter that somebody gave a name: a tab of their own on one desk.
struct SavedFilter: Sendable, Hashable {
  let id: Int64
  let name: String
  let narrowing: Narrowing

  /// The word of its tab in the address.
  var key: String { "my-\(id)" }

  /// More would be a menu, not a row of tabs.
  static let most = 12
  static let longestName = 20
}

/// The rows of saved filters. They are nobody's business but their owner's, so they carry no event.
enum SavedFilters {
  static let table = Table(
    "saved_filters",
    [
      .int("id").primaryKey(), .text("account"), .text("desk").oneOf(Role.allCases.map(\.rawValue)),
      .text("name").check("length(name) BETWEEN 1 AND \(SavedFilter.longestName)"), .text("narrowing"), .int("created_at"),
    ]
  ).unique("account", "desk", "name")

  private static let mine = "SELECT id, name, narrowing FROM saved_filters WHERE account = $1 AND desk = $2 ORDER BY created_at, id"

  static func of(_ account: AccountID, on desk: Role, _ sql: any SQLSession) throws -> [SavedFilter] {
    try sql.query(mine, [.text(account.value), .text(desk.rawValue)]) { row in
      SavedFilter(id: row.int(0), name: row.text(1), narrowing: try StoredJSON.decode(Narrowing.self, from: row.text(2)))
    }
  }
}

/// Keeps a filter under a name.
struct SaveFilter: Verb {
  struct Receipt: Codable, Sendable {
    let id: Int64
    let name: String
    let tab: String
  }

  let desk: Role
  let name: String
  let narrowing: Narrowing

  private static let insert = """
    INSERT INTO saved_filters (id, account, desk, name, narrowing, created_at) VALUES ($1, $2, $3, $4, $5, $6)
    """

  func perform(in session: LedgerSession) throws -> Receipt {
    guard !narrowing.isEmpty else {
      throw CaseworkProblem.field("name", "请先选一个筛选条件再保存。", "Choose something to filter by first, then save it.")
    }
    let mine = try SavedFilters.of(session.actor.account, on: desk, session.sql)
    guard !mine.contains(where: { $0.name == name }) else {
      throw CaseworkProblem.field("name", "您已有名为“\(name)”的分栏；请换一个名称。", "You have a tab called “\(name)”; choose another name.")
    }
    guard mine.count < SavedFilter.most else {
      throw CaseworkProblem.field(
        "name", "已有 \(SavedFilter.most) 个自己的分栏；请先移除不用的。", "You have \(SavedFilter.most) tabs of your own; remove one first.")
    }
    let filter = SavedFilter(id: try session.newID(), name: name, narrowing: narrowing)
    try session.sql.execute(
      Self.insert,
      [
        .int(filter.id), .text(session.actor.account.value), .text(desk.rawValue), .text(name), .text(try StoredJSON.encode(narrowing)),
        .int(session.now.milliseconds),
      ])
    return Receipt(id: filter.id, name: name, tab: filter.key)
  }
}

/// Takes a tab of one's own away again.
struct RemoveFilter: Verb {
  let desk: Role
  let id: Int64

  private static let delete = "DELETE FROM saved_filters WHERE id = $1 AND account = $2 AND desk = $3"

  func perform(in session: LedgerSession) throws -> String {
    let gone = try session.sql.execute(Self.delete, [.int(id), .text(session.actor.account.value), .text(desk.rawValue)])
    guard gone > 0 else { throw CaseworkProblem.unknown(what: Phrase("分栏", "tab of yours"), key: String(id)) }
    return "removed"
  }
}
