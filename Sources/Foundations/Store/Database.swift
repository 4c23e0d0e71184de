/// The narrow door to a database: one SQL text, two engines. Transactions are plain synchronous code inside `read` and `write`.
public protocol Database: Sendable {
  var dialect: Dialect { get }

  /// Runs `body` on one consistent snapshot. Writing in it fails.
  func read<T: Sendable>(_ body: @Sendable @escaping (any SQLSession) throws -> T) async throws -> T

  /// Runs `body` in one transaction and returns after it is durable; if it throws, nothing of it remains.
  /// On SQLite it rides in a group commit with whoever else writes at that moment; when one of them fails, the others are
  /// run a second time without it. So `body` may run more than once: let it change nothing but the database.
  /// After `StoreError.unavailable` from PostgreSQL the outcome is unknown when the connection broke during the commit.
  @discardableResult
  func write<T: Sendable>(_ body: @Sendable @escaping (any SQLSession) throws -> T) async throws -> T

  /// Registers what runs inside the transaction before each commit that wrote, once for a whole group; set it once at the
  /// start, after the migrations. If it throws, the commit fails. SQLite only: PostgreSQL has many transactions at once
  /// and no order among them before they commit, so its engine never calls the hook (it seals in a task of its own).
  func beforeCommit(_ hook: @Sendable @escaping (any SQLSession) throws -> Void)

  /// Finishes what was submitted, closes all connections and ends the threads. Later calls throw `unavailable`.
  func close() async
}
