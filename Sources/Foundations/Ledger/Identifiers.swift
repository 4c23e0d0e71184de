import Store
import Synchronization

/// Gives out ids without asking the database each time: blocks are reserved ahead, in a transaction of their own.
/// A block that a crash leaves unused is simply lost.
public final class IdentifierSource: Sendable {
  private static let block = 4096
  private static let reserve = 256

  private let database: any Database
  private let free = Mutex<[ClosedRange<Int64>]>([])

  public init(_ database: any Database) { self.database = database }

  /// Makes sure that a transaction can take what it may need; called before it begins.
  func prepare() async throws {
    let enough = free.withLock { ranges in ranges.reduce(0) { $0 + $1.count } >= Self.reserve }
    if enough { return }
    let range = try await Counters(database).reserve("ids", count: Self.block)
    free.withLock { $0.append(range) }
  }

  func take() throws -> Int64 {
    try free.withLock { ranges in
      guard let range = ranges.first else { throw StoreError.busy("no ids are left in the reserved block") }
      if range.count == 1 { ranges.removeFirst() } else { ranges[0] = (range.lowerBound + 1)...range.upperBound }
      return range.lowerBound
    }
  }
}
