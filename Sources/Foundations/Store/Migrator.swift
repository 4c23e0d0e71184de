import Foundation
import Logging

extension Database {
  /// Brings the schema up to date: applies, in the order given, what the database has not seen yet, all in one transaction,
  /// and returns the ids applied. Safe when two processes start at once. Throws `StoreError.migration`, changing nothing,
  /// when the list is out of order or the database knows a migration that this program does not.
  /// `now`, in milliseconds since 1970, is only noted beside each.
  @discardableResult
  public func migrate(_ migrations: [Migration], now: Int64? = nil, logger: Logger? = nil) async throws -> [String] {
    try Migrator.checkOrder(migrations)
    let now = now ?? Int64(Date().timeIntervalSince1970 * 1000)
    let applied = try await write { session in
      let pending = try Migrator.pending(migrations, session)
      for migration in pending { try Migrator.apply(migration, now: now, session) }
      return pending.map { ($0.id, $0.reason) }
    }
    for (id, reason) in applied { logger?.info("migration applied", metadata: ["id": "\(id)", "reason": "\(reason)"]) }
    return applied.map { $0.0 }
  }

  /// The ids of `migrations` that `migrate` would apply now; throws as it would.
  public func pendingMigrations(_ migrations: [Migration]) async throws -> [String] {
    try Migrator.checkOrder(migrations)
    return try await write { session in try Migrator.pending(migrations, session).map { $0.id } }
  }
}

/// The steps of `Database.migrate`.
enum Migrator {
  /// Any number that no other part of the program locks on.
  static let lock: Int64 = 12_345_001

  static func checkOrder(_ migrations: [Migration]) throws {
    var last: [String: Int] = [:]
    for migration in migrations {
      if let before = last[migration.module], before >= migration.number {
        throw StoreError.migration("\(migration.id) stands after number \(before) of its module")
      }
      last[migration.module] = migration.number
    }
  }

  static func pending(_ migrations: [Migration], _ session: any SQLSession) throws -> [Migration] {
    // Before the table is made: two CREATE TABLE IF NOT EXISTS at once fail on PostgreSQL.
    if let lock = session.dialect.transactionLock(lock) { _ = try session.query(lock) { _ in () } }
    let (text, int, suffix) = (session.dialect.textType, session.dialect.intType, session.dialect.tableSuffix)
    try session.execute(
      """
      CREATE TABLE IF NOT EXISTS migrations
      (id \(text) NOT NULL PRIMARY KEY, applied_at \(int) NOT NULL, reason \(text) NOT NULL)\(suffix)
      """)
    let applied = Set(try session.query("SELECT id FROM migrations") { $0.text(0) })
    let unknown = applied.subtracting(migrations.map { $0.id }).sorted()
    guard unknown.isEmpty else {
      let names = unknown.joined(separator: ", ")
      throw StoreError.migration("a newer program made this database; it knows \(names), which this program does not")
    }
    try checkForward(migrations, applied)
    return migrations.filter { !applied.contains($0.id) }
  }

  /// Nothing may be slipped in below what a module has applied already.
  static func checkForward(_ migrations: [Migration], _ applied: Set<String>) throws {
    var skipped: [String: String] = [:]
    for migration in migrations {
      if !applied.contains(migration.id) {
        skipped[migration.module] = skipped[migration.module] ?? migration.id
      } else if let earlier = skipped[migration.module] {
        throw StoreError.migration("\(earlier) is new but the later \(migration.id) is applied already")
      }
    }
  }

  static func apply(_ migration: Migration, now: Int64, _ session: any SQLSession) throws {
    do {
      for statement in migration.statements(session.dialect) { try session.execute(statement) }
    } catch {
      throw StoreError.migration("\(migration.id) failed: \(error)")
    }
    let insert = "INSERT INTO migrations (id, applied_at, reason) VALUES ($1, $2, $3)"
    try session.execute(insert, [.text(migration.id), .int(now), .text(migration.reason)])
  }
}
