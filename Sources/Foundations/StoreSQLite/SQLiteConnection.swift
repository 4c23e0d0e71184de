import Foundation
import GRDB
import GRDBSQLite
import Store

/// An open connection. GRDB opens it, sets it up and closes it; statements are run with SQLite's own calls on the raw
/// handle, on the one thread that owns the connection: GRDB's queue costs 10 to 30 µs a call.
final class SQLiteConnection {
  let handle: OpaquePointer
  private let queue: DatabaseQueue

  /// Bytes of page cache. There is no `mmap`: its pages would count as resident memory, up to the size of the database.
  enum Cache {
    static let writer = 32 << 20
    static let reader = 16 << 20
  }

  /// Milliseconds to wait for another process that writes.
  static let patience: Int32 = 10_000

  init(path: String, reads: Bool) throws {
    var settings = Configuration()
    settings.readonly = reads
    settings.foreignKeysEnabled = true
    settings.busyMode = .timeout(Double(Self.patience) / 1000)
    settings.label = reads ? "lianxin-reader" : "lianxin-writer"
    do {
      queue = try DatabaseQueue(path: path, configuration: settings)
    } catch let error as DatabaseError {
      throw sqliteError(error.extendedResultCode.rawValue, error.message ?? "cannot open \(path)")
    }
    guard let handle = queue.unsafeReentrantRead({ $0.sqliteConnection }) else {
      throw StoreError.unavailable("cannot open \(path)")
    }
    self.handle = handle
    // GRDB watches statements and commits for observers that we do not have.
    sqlite3_set_authorizer(handle, nil, nil)
    sqlite3_commit_hook(handle, nil, nil)
    sqlite3_rollback_hook(handle, nil, nil)
    try set("cache_size", to: "\(-(reads ? Cache.reader : Cache.writer) / 1024)")
    try set("mmap_size", to: "0")
    if !reads { try makeDurable() }
  }

  /// What `write` promises: a commit is on the disk. Read back, because a setting that does not take is silent.
  private func makeDurable() throws {
    try set("journal_mode", to: "WAL", expecting: "wal")
    try set("synchronous", to: "FULL", expecting: "2")
    try set("secure_delete", to: "ON", expecting: "1")
    try set("journal_size_limit", to: "67108864")
    guard try pragma("foreign_keys") == "1" else { throw StoreError.other(code: "foreign_keys", message: "not enforced") }
  }

  private func set(_ name: String, to value: String, expecting expected: String? = nil) throws {
    try pragma("\(name) = \(value)")
    guard let expected else { return }
    let found = try pragma(name)
    guard found == expected else { throw StoreError.other(code: name, message: "is \(found) instead of \(expected)") }
  }

  /// Runs a pragma and returns its first value as text.
  @discardableResult func pragma(_ text: String) throws -> String {
    let statement = try SQLiteStatement(handle, "PRAGMA \(text)")
    defer { statement.finalize() }
    return try statement.step() ? statement.text(0) : ""
  }

  /// Call after all statements are finalized.
  func close() {
    try? queue.close()
  }
}
