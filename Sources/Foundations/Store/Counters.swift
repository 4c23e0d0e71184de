/// Numbers handed out in blocks: each number at most once, across processes, gaps possible.
public struct Counters: Sendable {
  private let database: any Database

  public init(_ database: any Database) {
    self.database = database
  }

  public static let migrations = [
    Migration(module: "store", number: 1, reason: "counters hand out blocks of numbers") { dialect in
      Table("counters", [.text("name").primaryKey(), .int("value")]).statements(dialect)
    }
  ]

  private static let advance = """
    INSERT INTO counters (name, value) VALUES ($1, $2)
    ON CONFLICT (name) DO UPDATE SET value = counters.value + excluded.value RETURNING value
    """

  /// Takes the next `count` numbers of the counter `name`, which starts at 1. Durable before it returns.
  /// Throws `StoreError.invalidValue` for a count below 1.
  public func reserve(_ name: String, count: Int) async throws -> ClosedRange<Int64> {
    try await database.write { try Counters.reserve(name, count: count, in: $0) }
  }

  /// The same inside a running transaction; on PostgreSQL the counter stays locked until that ends.
  public static func reserve(_ name: String, count: Int, in session: any SQLSession) throws -> ClosedRange<Int64> {
    guard count > 0 else { throw StoreError.invalidValue("a block of \(count) numbers of \(name)") }
    guard let last = try session.first(advance, [.text(name), .int(Int64(count))], { $0.int(0) }) else {
      throw StoreError.other(code: "counters", message: "no value for \(name)")
    }
    return (last - Int64(count) + 1)...last
  }
}
