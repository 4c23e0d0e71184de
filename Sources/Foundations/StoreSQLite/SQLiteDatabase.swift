import Foundation
import Store

/// The embedded engine: one file, one writer with group commit, a few readers. Several processes may use the file at once.
public final class SQLiteDatabase: Store.Database {
  public let path: String
  private let state = WriterState()
  private let writer: Lanes
  private let readers: Lanes
  private let serving = Held()

  /// The lock of `lockForServing`, once taken.
  private final class Held: @unchecked Sendable {
    let lock = NSLock()
    var mark: ServeLock?
  }

  public var dialect: Dialect { .sqlite }

  /// Opens the file, or makes it and its folder. Commits are durable (`synchronous=FULL`, verified) or this throws.
  public init(path: String, readers count: Int = 4) throws {
    self.path = path
    try SQLiteFile.prepare(path)
    let session = SQLiteSession(try SQLiteConnection(path: path, reads: false))
    var lanes: [any Lane] = []
    for _ in 0..<max(1, count) { lanes.append(SnapshotReader(SQLiteSession(try SQLiteConnection(path: path, reads: true)))) }
    writer = Lanes(name: "sqlite-writer", batch: GroupWriter.largestGroup, lanes: [GroupWriter(session, state)])
    readers = Lanes(name: "sqlite-reader", lanes: lanes)
  }

  deinit {
    writer.stop()
    readers.stop()
  }

  public func read<T: Sendable>(_ body: @Sendable @escaping (any SQLSession) throws -> T) async throws -> T {
    try await Job.perform(reads: true, body) { readers.submit($0) }
  }

  @discardableResult
  public func write<T: Sendable>(_ body: @Sendable @escaping (any SQLSession) throws -> T) async throws -> T {
    try await Job.perform(reads: false, body) { writer.submit($0) }
  }

  public func beforeCommit(_ hook: @Sendable @escaping (any SQLSession) throws -> Void) {
    state.add(hook)
  }

  /// How many jobs shared how many commits.
  public var statistics: GroupStatistics { state.statistics }

  /// Writes the whole log back into the database file and empties it, after waiting for readers up to the busy time-out.
  public func checkpoint() async throws {
    state.wantCheckpoint()
    try await write { _ in }
  }

  /// Claims the file for this process until `close`; throws `StoreError.alreadyServed` when another one serves it.
  public func lockForServing() throws {
    try serving.lock.withLock {
      if serving.mark == nil { serving.mark = try ServeLock(path: path) }
    }
  }

  public func close() async {
    await readers.close()
    await writer.close()
    serving.lock.withLock { serving.mark = nil }
  }
}
