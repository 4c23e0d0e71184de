import CPQ
import Foundation
import Store

/// One connection to the server with its prepared statements. Belongs to one thread.
final class PostgresSession: SQLSession {
  /// Texts kept prepared on a connection, each of which costs the server memory.
  private static let cached = 500

  private let connection: OpaquePointer
  private var prepared: [String: String] = [:]
  private var preparedCount = 0

  /// Connects. `target` is a URL or `key=value` words; what it leaves out comes from libpq's usual environment.
  init(_ target: String) throws {
    let keys = ["fallback_application_name", "connect_timeout", "dbname", "client_encoding"]
    let values = ["lianxin", "10", target, "UTF8"]
    connection = try PostgresSession.connect(keys, values)
    do {
      try command("SET bytea_output = 'hex'")
      // A server set to answer before a commit is on the disk would break the promise of `write`.
      try command("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'")
    } catch {
      PQfinish(connection)
      throw error
    }
  }

  private static func connect(_ keys: [String], _ values: [String]) throws -> OpaquePointer {
    let names = keys.map { strdup($0) }
    let texts = values.map { strdup($0) }
    defer { for text in names + texts { free(text) } }
    let keyPointers = names.map { UnsafePointer($0) } + [nil]
    let valuePointers = texts.map { UnsafePointer($0) } + [nil]
    guard let connection = PQconnectdbParams(keyPointers, valuePointers, 1) else { throw StoreError.unavailable("no memory") }
    guard PQstatus(connection) == CONNECTION_OK else {
      defer { PQfinish(connection) }
      throw StoreError.unavailable(message(of: connection))
    }
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    return connection
  }

  var dialect: Dialect { .postgres }
  var isBroken: Bool { PQstatus(connection) != CONNECTION_OK }
  /// Whether a statement failed in this transaction, after which a COMMIT would silently roll back.
  var hasFailed: Bool { PQtransactionStatus(connection) == PQTRANS_INERROR }
  var isIdle: Bool { PQtransactionStatus(connection) == PQTRANS_IDLE }

  func query<R>(_ sql: String, _ args: [SQLValue], _ map: (any SQLRow) throws -> R) throws -> [R] {
    let result = try run(sql, args)
    defer { PQclear(result) }
    let row = PostgresRow(result)
    let count = PQntuples(result)
    var rows: [R] = []
    rows.reserveCapacity(Int(count))
    for number in 0..<count {
      row.row = number
      rows.append(try map(row))
    }
    return rows
  }

  @discardableResult func execute(_ sql: String, _ args: [SQLValue]) throws -> Int {
    let result = try run(sql, args)
    defer { PQclear(result) }
    return PQcmdTuples(result).map { Int(atoll($0)) } ?? 0
  }

  func savepoint<R>(_ body: () throws -> R) throws -> R {
    try command("SAVEPOINT inner_step")
    do {
      let result = try body()
      try command("RELEASE inner_step")
      return result
    } catch {
      if !isBroken {
        try command("ROLLBACK TO inner_step")
        try command("RELEASE inner_step")
      }
      throw error
    }
  }

  func search(index: String) -> any SearchIndex {
    PostgresSearch(session: self, index: index)
  }

  /// Runs a text without parameters that is not worth preparing.
  func command(_ sql: String) throws {
    PQclear(try check(PQexec(connection, sql)))
  }

  func close() {
    PQfinish(connection)
  }

  private func run(_ sql: String, _ args: [SQLValue]) throws -> OpaquePointer {
    let parameters = try PostgresParameters(args)
    let name = try statement(sql)
    return try parameters.with { count, texts in
      try check(PQexecPrepared(connection, name, count, texts, nil, nil, 0))
    }
  }

  /// The name under which the server has prepared the text.
  private func statement(_ sql: String) throws -> String {
    if let name = prepared[sql] { return name }
    if prepared.count >= Self.cached {
      try command("DEALLOCATE ALL")
      prepared = [:]
    }
    preparedCount += 1
    let name = "s\(preparedCount)"
    PQclear(try check(PQprepare(connection, name, sql, 0, nil)))
    prepared[sql] = name
    return name
  }

  private func check(_ result: OpaquePointer?) throws -> OpaquePointer {
    let status = PQresultStatus(result)
    if let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return result }
    defer { PQclear(result) }
    throw postgresError(result, connection)
  }
}
