import GRDBSQLite
import Store

/// A connection with its prepared statements. Belongs to one thread.
final class SQLiteSession: SQLSession {
  /// Texts kept prepared. The program has a few hundred; lists of varying length share texts by powers of two.
  private static let cached = 500

  let connection: SQLiteConnection
  private var statements: [String: SQLiteStatement] = [:]

  init(_ connection: SQLiteConnection) {
    self.connection = connection
  }

  var dialect: Dialect { .sqlite }
  var inTransaction: Bool { sqlite3_get_autocommit(connection.handle) == 0 }
  /// Rows changed since the connection was opened.
  var changes: Int64 { sqlite3_total_changes64(connection.handle) }

  func query<R>(_ sql: String, _ args: [SQLValue], _ map: (any SQLRow) throws -> R) throws -> [R] {
    try using(sql) { statement in
      try statement.bind(args)
      var rows: [R] = []
      while try statement.step() { rows.append(try map(statement)) }
      return rows
    }
  }

  @discardableResult func execute(_ sql: String, _ args: [SQLValue]) throws -> Int {
    try using(sql) { statement in
      try statement.bind(args)
      let before = changes
      while try statement.step() {}
      return changes == before ? 0 : Int(sqlite3_changes64(connection.handle))
    }
  }

  func savepoint<R>(_ body: () throws -> R) throws -> R {
    try execute("SAVEPOINT inner_step", [])
    do {
      let result = try body()
      try execute("RELEASE inner_step", [])
      return result
    } catch {
      // A full disk ends the whole transaction by itself; then there is nothing left to go back to.
      if inTransaction {
        try execute("ROLLBACK TO inner_step", [])
        try execute("RELEASE inner_step", [])
      }
      throw error
    }
  }

  func search(index: String) -> any SearchIndex {
    SQLiteSearch(session: self, index: index)
  }

  /// Undoes the transaction, if there still is one.
  func rollback() {
    if inTransaction { _ = try? execute("ROLLBACK", []) }
  }

  func close() {
    for statement in statements.values { statement.finalize() }
    statements = [:]
    connection.close()
  }

  private func using<R>(_ sql: String, _ body: (SQLiteStatement) throws -> R) throws -> R {
    let statement = try prepared(sql)
    if statement.busy {
      // The same text, run from within the mapping of its own result.
      let second = try SQLiteStatement(connection.handle, sql)
      defer { second.finalize() }
      return try body(second)
    }
    statement.busy = true
    defer {
      statement.reset()
      statement.busy = false
    }
    return try body(statement)
  }

  private func prepared(_ sql: String) throws -> SQLiteStatement {
    if let statement = statements[sql] { return statement }
    if statements.count >= Self.cached { forgetStatements() }
    let statement = try SQLiteStatement(connection.handle, sql)
    statements[sql] = statement
    return statement
  }

  private func forgetStatements() {
    for (sql, statement) in statements where !statement.busy {
      statement.finalize()
      statements[sql] = nil
    }
  }
}
