import Foundation
import Store
import StorePostgres
import StoreSQLite

/// One transaction as it was run: its statements, and those that sealed it.
struct Traced: Sendable {
  struct Step: Sendable {
    let sql: String
    let args: [SQLValue]
  }

  var steps: [Step] = []
  var seal: [Step] = []
  /// Whether it shared its commit under load, or ran beside the load as the index does.
  let shares: Bool
}

/// A database that writes down every statement of every transaction, to be run again straight on the engine.
final class TracingDatabase: Database, @unchecked Sendable {
  private let base: any Database
  private let lock = NSLock()
  private var traced: [Traced] = []
  private var sharing = false

  init(_ base: any Database) { self.base = base }

  var dialect: Dialect { base.dialect }

  /// Begins anew; from here on transactions share commits or not.
  func trace(sharing: Bool) { lock.withLock { self.sharing = sharing } }
  func forget() { lock.withLock { traced = [] } }
  var transactions: [Traced] { lock.withLock { traced } }

  func read<T: Sendable>(_ body: @Sendable @escaping (any SQLSession) throws -> T) async throws -> T { try await base.read(body) }

  @discardableResult
  func write<T: Sendable>(_ body: @Sendable @escaping (any SQLSession) throws -> T) async throws -> T {
    try await base.write { [self] sql in
      let tracer = TracingSession(sql)
      let result = try body(tracer)
      lock.withLock { traced.append(Traced(steps: tracer.steps, shares: sharing)) }
      return result
    }
  }

  func beforeCommit(_ hook: @Sendable @escaping (any SQLSession) throws -> Void) {
    base.beforeCommit { [self] sql in
      let tracer = TracingSession(sql)
      try hook(tracer)
      lock.withLock { if !traced.isEmpty { traced[traced.count - 1].seal = tracer.steps } }
    }
  }

  func close() async { await base.close() }
}

private final class TracingSession: SQLSession {
  private let base: any SQLSession
  private(set) var steps: [Traced.Step] = []

  init(_ base: any SQLSession) { self.base = base }

  var dialect: Dialect { base.dialect }

  func query<R>(_ sql: String, _ args: [SQLValue], _ map: (any SQLRow) throws -> R) throws -> [R] {
    steps.append(Traced.Step(sql: sql, args: args))
    return try base.query(sql, args, map)
  }

  @discardableResult func execute(_ sql: String, _ args: [SQLValue]) throws -> Int {
    steps.append(Traced.Step(sql: sql, args: args))
    return try base.execute(sql, args)
  }

  func savepoint<R>(_ body: () throws -> R) throws -> R { try base.savepoint(body) }

  func search(index: String) -> any SearchIndex {
    dialect == .sqlite ? SQLiteSearch(session: self, index: index) : PostgresSearch(session: self, index: index)
  }
}
