import CPQ
import Foundation
import Store
import Vault

/// libpq's own calls and nothing around them.
final class RawPostgres {
  private let connection: OpaquePointer
  private var statements: [String: String] = [:]

  private struct Step {
    let statement: String
    let values: [UnsafePointer<CChar>?]
  }

  init(_ target: String) throws {
    guard let connection = PQconnectdb(target), PQstatus(connection) == CONNECTION_OK else {
      throw BenchProblem("cannot connect to \(target)")
    }
    self.connection = connection
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
  }

  /// Microseconds of processor time of this process for the whole replay.
  func run(_ replay: Replay) throws -> Int64 {
    let commits = try replay.commits.map { try $0.map { Step(statement: try statement($0.sql), values: $0.args.map(Self.text)) } }
    let before = ProcessFigures.own
    for steps in commits {
      try command("BEGIN")
      for step in steps {
        try check(PQexecPrepared(connection, step.statement, Int32(step.values.count), step.values, nil, nil, 0))
      }
      try command("COMMIT")
    }
    return ProcessFigures.own - before
  }

  func command(_ sql: String) throws { try check(PQexec(connection, sql)) }

  /// The first column of the first row.
  func number(_ sql: String) -> Int64 {
    let result = PQexec(connection, sql)
    defer { PQclear(result) }
    return PQntuples(result) > 0 ? Int64(String(cString: PQgetvalue(result, 0, 0))) ?? 0 : 0
  }

  /// One command on a connection of its own.
  static func run(_ target: String, _ sql: String) throws {
    let raw = try RawPostgres(target)
    defer { raw.close() }
    try raw.command(sql)
  }

  func close() { PQfinish(connection) }

  private func statement(_ sql: String) throws -> String {
    if let known = statements[sql] { return known }
    let name = "s\(statements.count)"
    try check(PQprepare(connection, name, sql, 0, nil))
    statements[sql] = name
    return name
  }

  private func check(_ result: OpaquePointer?) throws {
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else { throw BenchProblem(String(cString: PQresultErrorMessage(result))) }
  }

  private static func text(_ value: SQLValue) -> UnsafePointer<CChar>? {
    switch value {
    case .null: nil
    case .int(let number): UnsafePointer(strdup(String(number)))
    case .bool(let flag): UnsafePointer(strdup(flag ? "t" : "f"))
    case .real(let number): UnsafePointer(strdup(String(number)))
    case .text(let text): UnsafePointer(strdup(text))
    case .blob(let bytes): UnsafePointer(strdup("\\x\(Digest.hex(bytes))"))
    }
  }
}
