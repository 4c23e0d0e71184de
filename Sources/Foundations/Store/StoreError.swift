/// What can go wrong in a database, the same on both engines. The texts name tables and columns, never the values.
public enum StoreError: Error, Sendable, Equatable {
  /// A unique or primary key is taken: `table.column, table.column`.
  case uniqueViolation(String)
  /// A referenced row is missing, or a row is still referenced.
  case foreignKey(String)
  /// A CHECK or NOT NULL of the schema refused the row.
  case check(String)
  /// Another transaction was in the way (lock, deadlock, serialization); trying again may succeed.
  case busy(String)
  /// The disk is full.
  case full(String)
  /// No connection, or it broke; trying again later may succeed.
  case unavailable(String)
  /// A value that the port refuses: a NUL in a text, a number that is not finite, or a wrong count of parameters.
  case invalidValue(String)
  /// The migrations do not fit this database, for instance because a newer program made it.
  case migration(String)
  /// Another process serves this database file.
  case alreadyServed(String)
  /// Anything else, with the engine's code (SQLite's extended code or the SQLSTATE).
  case other(code: String, message: String)
}

extension StoreError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .uniqueViolation(let what): "already exists: \(what)"
    case .foreignKey(let what): "reference violated: \(what)"
    case .check(let what): "refused by the schema: \(what)"
    case .busy(let what): "database busy: \(what)"
    case .full(let what): "database full: \(what)"
    case .unavailable(let what): "database unavailable: \(what)"
    case .invalidValue(let what): "invalid value: \(what)"
    case .migration(let what): "migration: \(what)"
    case .alreadyServed(let path): "another process serves \(path)"
    case .other(let code, let message): "database error \(code): \(message)"
    }
  }
}
