/// A connection inside one transaction. Synchronous: a transaction never waits for anything but the database.
/// Parameters are `$1, $2 …` on both engines and may stand in any order and repeat; a text holds one statement.
/// Every failure is a `StoreError`. After a failed statement leave the transaction, or run the statement in `savepoint`:
/// PostgreSQL accepts nothing more in a transaction in which a statement failed.
public protocol SQLSession: AnyObject {
  var dialect: Dialect { get }

  /// Runs a statement and maps each row; also for `INSERT … RETURNING`.
  func query<R>(_ sql: String, _ args: [SQLValue], _ map: (any SQLRow) throws -> R) throws -> [R]

  /// Runs a statement without result; returns the number of rows it changed.
  @discardableResult func execute(_ sql: String, _ args: [SQLValue]) throws -> Int

  /// Runs `body`; if it throws, only what it wrote is undone and the error goes on.
  func savepoint<R>(_ body: () throws -> R) throws -> R

  /// The search index of one kind of document, such as "orders", whose table a migration made with `Dialect.searchTable`.
  func search(index: String) -> any SearchIndex
}

extension SQLSession {
  public func query<R>(_ sql: String, _ map: (any SQLRow) throws -> R) throws -> [R] {
    try query(sql, [], map)
  }

  @discardableResult public func execute(_ sql: String) throws -> Int {
    try execute(sql, [])
  }

  /// The first row, or nil when there is none. Write `LIMIT 1` where more than one can match.
  public func first<R>(_ sql: String, _ args: [SQLValue] = [], _ map: (any SQLRow) throws -> R) throws -> R? {
    try query(sql, args, map).first
  }

  /// The integer in the first column of the first row, as of `SELECT count(*)`; 0 when there is no row.
  public func count(_ sql: String, _ args: [SQLValue] = []) throws -> Int {
    try Int(first(sql, args) { $0.int(0) } ?? 0)
  }

  /// Whether the query has any row.
  public func exists(_ sql: String, _ args: [SQLValue] = []) throws -> Bool {
    try first(sql, args) { _ in true } ?? false
  }
}
