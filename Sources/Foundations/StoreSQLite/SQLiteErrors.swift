import GRDBSQLite
import Store

/// SQLite's extended result code and message as the port's error.
func sqliteError(_ code: Int32, _ message: String) -> StoreError {
  switch code {
  case 2067, 1555, 2579: return .uniqueViolation(afterColon(message))
  case 787, 1811: return .foreignKey(message)
  default: break
  }
  switch code & 0xFF {
  case SQLITE_CONSTRAINT: return .check(afterColon(message))
  case SQLITE_BUSY, SQLITE_LOCKED: return .busy(message)
  case SQLITE_FULL: return .full(message)
  case SQLITE_CANTOPEN, SQLITE_IOERR: return .unavailable("\(message) (\(code))")
  default: return .other(code: String(code), message: message)
  }
}

/// The error of the connection's last call.
func sqliteError(of handle: OpaquePointer) -> StoreError {
  sqliteError(sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)))
}

/// "orders.number" of "UNIQUE constraint failed: orders.number".
private func afterColon(_ message: String) -> String {
  guard let colon = message.firstIndex(of: ":") else { return message }
  return String(message[message.index(after: colon)...].drop { $0 == " " })
}
