import Casework
import Store
import Workdays

/// What a list of accounts is asked for.
struct AccountQuery: Sendable {
  var unit: UnitID?
  var state: AccountState?
  /// The name after which the page begins.
  var after: String?
  var limit = 50
}

struct AccountPage: Sendable {
  let accounts: [Account]
  /// Where the next page goes on; nil on the last one.
  let next: String?
}

/// Reading the rows of accounts.
struct AccountRows {
  private let sql: any SQLSession

  init(_ sql: any SQLSession) { self.sql = sql }

  func find(_ login: String) throws -> Account? {
    let fold = try sql.first("SELECT fold FROM accounts WHERE login = $1", [.text(Login.normalised(login))]) { $0.text(0) }
    return try fold.map(account)
  }

  func account(_ fold: String) throws -> Account { try StoredJSON.decode(Account.self, from: fold) }

  /// - Parameter units: only accounts of these units; nil for all.
  func page(within units: [String]?, _ query: AccountQuery) throws -> AccountPage {
    var args: [SQLValue] = []
    var conditions: [String] = []
    if let units { conditions.append(args.whereIn("unit", units)) }
    if let unit = query.unit { conditions.append("unit = \(args.bind(.text(unit.value)))") }
    if let state = query.state { conditions.append("state = \(args.bind(.text(state.rawValue)))") }
    if let after = query.after { conditions.append("login > \(args.bind(.text(after)))") }
    let filter = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
    let limit = args.bind(.num(query.limit + 1))
    let rows = try sql.query("SELECT fold FROM accounts\(filter) ORDER BY login LIMIT \(limit)", args) { try account($0.text(0)) }
    let shown = Array(rows.prefix(query.limit))
    return AccountPage(accounts: shown, next: rows.count > shown.count ? shown.last?.login.value : nil)
  }

  /// Name for signing in, name and unit of every active account.
  func active() throws -> [AccountName] {
    try sql.query("SELECT login, name, unit FROM accounts WHERE state = 'active' ORDER BY login") { row in
      AccountName(login: row.text(0), name: row.text(1), unit: UnitID(row.text(2)))
    }
  }
}

/// An account as a list of proposals shows it.
struct AccountName: Hashable, Sendable {
  let login: String
  let name: String
  let unit: UnitID
}
