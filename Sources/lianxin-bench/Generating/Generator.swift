import App
import Casework
import Foundation
import Ledger
import Store
import Workdays

/// Bulk-writes two years of a city into a new database: nearly all of it closed, a few in every open state.
struct Generator {
  let hotline: Hotline
  let orders: Int
  /// Cases in one transaction; each is three streams.
  private static let block = 2000
  /// A tenth more than this is reserved, for cases that have a second appeal.
  private static let idsEach = 12
  private static let span: Int64 = 730 * 86_400_000
  /// Of the newest hundredth parts of the time this many, …
  private static let recent = 8
  /// … so many of a hundred cases have stood still.
  private static let halted = 25

  /// - Parameter progress: how many cases are written.
  func run(_ progress: (Int) -> Void) async throws {
    let city = City(hotline.ledger.profile(), now: Moment.now())
    var ready: [Task<[BulkStatement], any Error>] = []
    var started = 0
    var written = 0
    while written < orders {
      while ready.count < 3, started < orders {
        ready.append(try await prepare(city, from: started))
        started += Self.block
      }
      try await hotline.ledger.write(try await ready.removeFirst().value)
      written = min(orders, written + Self.block)
      progress(written)
    }
  }

  private func prepare(_ city: City, from first: Int) async throws -> Task<[BulkStatement], any Error> {
    let last = min(orders, first + Self.block)
    let ids = try await hotline.ledger.reserveIDs((last - first) * Self.idsEach * 11 / 10)
    let (keys, dialect, orders) = (hotline.ledger.keys, hotline.ledger.database.dialect, orders)
    return Task.detached {
      let batch = BulkBatch(keys: keys, dialect: dialect, ids: ids)
      var dice = Dice(seed: UInt64(first) + 1)
      for index in first..<last {
        let age = Self.span / Int64(orders) * Int64(orders - index)
        let stands = index * 100 >= orders * (100 - Self.recent) && dice.chance(Self.halted)
        let halt = stands ? dice.pick(Halt.allCases) : nil
        let start = city.now.adding(milliseconds: -age)
        // An appeal that still waits has no order, and the number asked for is one of orders.
        let halts = halt == .appeal ? [.appeal, nil] : [halt]
        for halt in halts {
          var writer = CaseWriter(batch: batch, city: city, start: start, halt: halt, dice: Dice(seed: dice.next()))
          try writer.write()
        }
      }
      return batch.statements
    }
  }
}
