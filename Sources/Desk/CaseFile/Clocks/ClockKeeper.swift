import Casework
import Ledger
import Logging
import Store
import Workdays

/// Sees to it that what the ladder says happens, to the minute: looks up what is due, acts, and sleeps until the next.
/// Several nodes may keep the same database: each rung is decided on inside its transaction and happens once.
public struct ClockKeeper: Sendable {
  let ledger: Ledger
  let logger: Logger
  /// So many orders are acted on at once.
  static let width = 16
  private static let page = 1000
  /// Another node may write what wakes sooner; so long at most is slept.
  private static let longest: Int64 = 60_000

  public init(ledger: Ledger, logger: Logger = Logger(label: "clocks")) {
    self.ledger = ledger
    self.logger = logger
  }

  private static let due = """
    SELECT wake_at, order_id FROM clocks WHERE wake_at IS NOT NULL AND wake_at <= $1 AND (wake_at, order_id) > ($2, $3)
    ORDER BY wake_at, order_id LIMIT \(page)
    """
  private static let next = "SELECT wake_at FROM clocks WHERE wake_at IS NOT NULL AND wake_at > $1 ORDER BY wake_at LIMIT 1"

  private struct Wake: Sendable {
    let at: Int64
    let order: Int64
  }

  /// Acts on everything that is due; returns how many rungs were reached.
  @discardableResult
  public func keep(at now: Moment) async throws -> Int {
    var from = Wake(at: .min, order: .min)
    var reached = 0
    var seen: Set<Int64> = []
    while let wakes = try await due(at: now, after: from), let last = wakes.last {
      reached += try await act(wakes.map(\.order).filter { seen.insert($0).inserted }, at: now)
      from = last
    }
    return reached
  }

  /// The next page of what is due; nil when there is nothing.
  private func due(at now: Moment, after from: Wake) async throws -> [Wake]? {
    let wakes = try await ledger.look { sql, _ in
      try sql.query(Self.due, [.int(now.milliseconds), .int(from.at), .int(from.order)]) { Wake(at: $0.int(0), order: $0.int(1)) }
    }
    return wakes.isEmpty ? nil : wakes
  }

  /// One order that cannot be acted on holds up none of the others; it is tried again the next time.
  private func act(_ orders: [Int64], at now: Moment) async throws -> Int {
    try await withThrowingTaskGroup(of: Int.self) { group in
      var reached = 0
      for (index, order) in orders.enumerated() {
        if index >= Self.width { reached += try await group.next() ?? 0 }
        group.addTask { await reach(order, at: now) }
      }
      for try await count in group { reached += count }
      return reached
    }
  }

  private func reach(_ order: Int64, at now: Moment) async -> Int {
    do { return try await ledger.perform(ReachRungs(order: order), as: .system, at: now) } catch {
      logger.error("a rung waits and will be tried again", metadata: ["order": "\(order)", "error": "\(error)"])
      return 0
    }
  }

  /// Keeps until the task is cancelled.
  public func run() async {
    while !Task.isCancelled {
      do { try await pass() } catch is CancellationError { return } catch {
        logger.error("the clocks wait and will be tried again", metadata: ["error": "\(error)"])
        try? await Task.sleep(for: .seconds(1))
      }
    }
  }

  /// Acts, then sleeps until the next wake-up, a minute at most.
  private func pass() async throws {
    let now = ledger.clock()
    let latest = now.adding(milliseconds: Self.longest)
    ledger.alarm.listen(until: latest)
    try await keep(at: now)
    let next = try await ledger.look { sql, _ in try sql.first(Self.next, [.int(now.milliseconds)]) { Moment(milliseconds: $0.int(0)) } }
    let wake = min(next ?? latest, latest)
    ledger.alarm.listen(until: wake)
    let span = max(0, wake - ledger.clock())
    if span > 0 { await ledger.alarm.wait(atMost: .milliseconds(min(span, Self.longest))) }
  }
}
