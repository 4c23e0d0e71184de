import Store

/// The engine for many processes on one server: a pool of connections, each on its own thread.
/// Writes are READ COMMITTED: change a row's state only with `WHERE id = $1 AND version = $2`.
public final class PostgresDatabase: Database {
  private let lanes: Lanes

  public var dialect: Dialect { .postgres }

  /// `target` is `postgres://user@host/database` or libpq's `host=… dbname=…`. Connects when first used.
  public init(_ target: String, connections: Int = 8) {
    lanes = Lanes(name: "postgres", lanes: (0..<max(1, connections)).map { _ in PostgresLane(target) })
  }

  deinit {
    lanes.stop()
  }

  public func read<T: Sendable>(_ body: @Sendable @escaping (any SQLSession) throws -> T) async throws -> T {
    try await Job.perform(reads: true, body) { lanes.submit($0) }
  }

  @discardableResult
  public func write<T: Sendable>(_ body: @Sendable @escaping (any SQLSession) throws -> T) async throws -> T {
    try await Job.perform(reads: false, body) { lanes.submit($0) }
  }

  /// Does nothing, see `Database.beforeCommit`.
  public func beforeCommit(_ hook: @Sendable @escaping (any SQLSession) throws -> Void) {}

  public func close() async {
    await lanes.close()
  }
}
