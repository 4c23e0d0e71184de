import Foundation
import GRDBSQLite
import Store

/// SQLite's own calls and nothing around them, with the settings of the product's writer.
final class RawSQLite {
  private var handle: OpaquePointer?
  private var statements: [String: Int] = [:]
  private var prepared: [(handle: OpaquePointer, order: [Int])] = []

  /// One bound value; texts and bytes lie ready in memory.
  private enum Bound {
    case null
    case int(Int64)
    case real(Double)
    case text(UnsafePointer<CChar>, Int32)
    case blob(UnsafeRawPointer, Int32)
  }

  private struct Step {
    let statement: Int
    let values: [Bound]
  }

  init(_ path: String) throws {
    guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK else {
      throw BenchProblem("cannot open \(path)")
    }
    sqlite3_busy_timeout(handle, 10_000)
    let settings = [
      "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "cache_size=-32768", "wal_autocheckpoint=2000",
      "journal_size_limit=67108864",
    ]
    for setting in settings { sqlite3_exec(handle, "PRAGMA \(setting)", nil, nil, nil) }
  }

  /// Microseconds of processor time for the whole replay.
  func run(_ replay: Replay) throws -> Int64 {
    let commits = try replay.commits.map { try $0.map { Step(statement: try statement($0.sql), values: try bound($0)) } }
    let (begin, commit) = (try statement("BEGIN IMMEDIATE"), try statement("COMMIT"))
    let before = ProcessFigures.own
    for steps in commits {
      try run(Step(statement: begin, values: []))
      for step in steps { try run(step) }
      try run(Step(statement: commit, values: []))
    }
    return ProcessFigures.own - before
  }

  /// The first column of the first row.
  func number(_ sql: String) throws -> Int64 {
    let statement = prepared[try statement(sql)].handle
    defer { sqlite3_reset(statement) }
    return sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0
  }

  func close() {
    for one in prepared { sqlite3_finalize(one.handle) }
    sqlite3_close(handle)
  }

  private func run(_ step: Step) throws {
    let statement = prepared[step.statement].handle
    for (index, value) in step.values.enumerated() {
      let position = Int32(index + 1)
      switch value {
      case .null: sqlite3_bind_null(statement, position)
      case .int(let number): sqlite3_bind_int64(statement, position, number)
      case .real(let number): sqlite3_bind_double(statement, position, number)
      case .text(let text, let count): sqlite3_bind_text(statement, position, text, count, nil)
      case .blob(let bytes, let count): sqlite3_bind_blob(statement, position, bytes, count, nil)
      }
    }
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { break }
      guard code == SQLITE_ROW else { throw BenchProblem(String(cString: sqlite3_errmsg(handle))) }
    }
    sqlite3_reset(statement)
  }

  private func statement(_ sql: String) throws -> Int {
    if let known = statements[sql] { return known }
    var fresh: OpaquePointer?
    guard sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &fresh, nil) == SQLITE_OK, let fresh else {
      throw BenchProblem("\(String(cString: sqlite3_errmsg(handle))): \(sql)")
    }
    let order = (0..<sqlite3_bind_parameter_count(fresh)).map { position in
      sqlite3_bind_parameter_name(fresh, position + 1).flatMap { Int(String(cString: $0).dropFirst()) } ?? 1
    }
    prepared.append((fresh, order.map { $0 - 1 }))
    statements[sql] = prepared.count - 1
    return prepared.count - 1
  }

  /// The values in SQLite's own order, which is that of first appearance. They stay in memory to the program's end.
  private func bound(_ step: Traced.Step) throws -> [Bound] {
    prepared[try statement(step.sql)].order.map { argument in
      switch step.args[argument] {
      case .null: return .null
      case .int(let number): return .int(number)
      case .bool(let flag): return .int(flag ? 1 : 0)
      case .real(let number): return .real(number)
      case .text(let text): return .text(UnsafePointer(strdup(text)), Int32(text.utf8.count))
      case .blob(let bytes):
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
        copy.copyMemory(from: bytes, byteCount: bytes.count)
        return .blob(UnsafeRawPointer(copy), Int32(bytes.count))
      }
    }
  }
}
