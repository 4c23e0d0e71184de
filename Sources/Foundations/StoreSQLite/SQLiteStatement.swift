import Foundation
import GRDBSQLite
import Store

/// SQLite copies what it is given at once.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// A prepared statement and, while it is stepped, its current row.
final class SQLiteStatement {
  /// Whether a result of it is being read; then the same text needs a second statement.
  var busy = false
  let handle: OpaquePointer
  private let database: OpaquePointer
  /// For each parameter of SQLite, which numbers `$2` by its first appearance, our argument's index.
  private let arguments: [Int]
  /// How many arguments the highest `$n` asks for.
  private let needed: Int

  init(_ database: OpaquePointer, _ sql: String) throws {
    self.database = database
    handle = try SQLiteStatement.prepare(database, sql)
    let count = sqlite3_bind_parameter_count(handle)
    var arguments: [Int] = []
    for position in 0..<count {
      let name = sqlite3_bind_parameter_name(handle, position + 1).map { String(cString: $0) } ?? "?"
      guard let number = Int(name.dropFirst()), name.first == "$", number > 0 else {
        sqlite3_finalize(handle)
        throw StoreError.invalidValue("parameter \(name); write $1, $2 …")
      }
      arguments.append(number - 1)
    }
    self.arguments = arguments
    needed = (arguments.max() ?? -1) + 1
  }

  private static func prepare(_ database: OpaquePointer, _ sql: String) throws -> OpaquePointer {
    var handle: OpaquePointer?
    var rest: UnsafePointer<CChar>?
    var sql = sql
    return try sql.withUTF8 { bytes in
      let text = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      let code = sqlite3_prepare_v3(database, text, Int32(bytes.count), UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &rest)
      guard code == SQLITE_OK else { throw sqliteError(of: database) }
      let read = rest.flatMap { end in text.map { end - $0 } } ?? bytes.count
      let more = bytes.dropFirst(read).contains { $0 > 0x20 && $0 != UInt8(ascii: ";") }
      guard let handle, !more else {
        sqlite3_finalize(handle)
        throw StoreError.invalidValue("a text holds exactly one statement")
      }
      return handle
    }
  }

  func bind(_ values: [SQLValue]) throws {
    guard values.count == needed else {
      throw StoreError.invalidValue("\(values.count) parameters for a statement that needs \(needed)")
    }
    for position in arguments.indices {
      let code = try bind(values[arguments[position]], Int32(position + 1))
      guard code == SQLITE_OK else { throw sqliteError(of: database) }
    }
  }

  private func bind(_ value: SQLValue, _ position: Int32) throws -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, position)
    case .int(let number): return sqlite3_bind_int64(handle, position, number)
    case .bool(let flag): return sqlite3_bind_int64(handle, position, flag ? 1 : 0)
    case .real(let number):
      guard number.isFinite else { throw StoreError.invalidValue("a number that is not finite") }
      return sqlite3_bind_double(handle, position, number)
    case .text(var text):
      return try text.withUTF8 { bytes in
        guard !bytes.contains(0) else { throw StoreError.invalidValue("a NUL character in a text") }
        guard let start = bytes.baseAddress else { return sqlite3_bind_text(handle, position, "", 0, copied) }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          sqlite3_bind_text(handle, position, $0, Int32(clamping: bytes.count), copied)
        }
      }
    case .blob(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, position, 0) }
      return bytes.withUnsafeBytes { sqlite3_bind_blob(handle, position, $0.baseAddress, Int32(clamping: $0.count), copied) }
    }
  }

  /// Moves to the next row; false at the end.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw sqliteError(of: database)
    }
  }

  /// Ready for the next use, holding on to no values.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  func finalize() {
    sqlite3_finalize(handle)
  }
}

extension SQLiteStatement: SQLRow {
  func isNull(_ i: Int) -> Bool { sqlite3_column_type(handle, Int32(i)) == SQLITE_NULL }
  func int(_ i: Int) -> Int64 { sqlite3_column_int64(handle, Int32(i)) }
  func real(_ i: Int) -> Double { sqlite3_column_double(handle, Int32(i)) }
  func bool(_ i: Int) -> Bool { sqlite3_column_int64(handle, Int32(i)) != 0 }

  func text(_ i: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(i)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(i)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  func blob(_ i: Int) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, Int32(i)) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(i)))))
  }
}
