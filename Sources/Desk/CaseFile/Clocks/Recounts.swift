import Casework
import Ledger
import Logging
import Store
import Workdays

/// Counts open deadlines again after the calendar changed, in the background and to the end: one node at a time, going on
/// after a restart, in small transactions, so that the desks stay quick.
public struct Recounts: Sendable {
  let ledger: Ledger
  let logger: Logger
  private static let page = 1000
  /// Orders in one transaction, and transactions at once.
  private static let batch = 25
  private static let width = 4
  /// A node that has said nothing for so long has stopped.
  private static let patience: Int64 = 30_000

  public init(ledger: Ledger, logger: Logger = Logger(label: "clocks")) {
    self.ledger = ledger
    self.logger = logger
  }

  /// What must be counted again.
  struct Work: Sendable {
    let id: Int64
    let from: Moment
    let release: Int
  }

  private struct Place: Sendable {
    var at: Int64
    var order: Int64
  }

  /// Begins a recount of everything that ends on `day` or later, under the profile's release in force.
  public func begin(year: Int, from day: CivilDay) async throws -> Int64 {
    let now = ledger.clock()
    let from = day.midnight
    let release = ledger.profile().version
    return try await ledger.database.write { sql in
      let total = try sql.count(
        "SELECT count(*) FROM clocks WHERE stopped_at IS NULL AND paused_at IS NULL AND deadline_at >= $1", [.int(from.milliseconds)])
      let insert = """
        INSERT INTO recounts (year, from_at, release, begun_at, total, done) VALUES ($1, $2, $3, $4, $5, 0) RETURNING id
        """
      let args: [SQLValue] = [.int(Int64(year)), .int(from.milliseconds), .int(Int64(release)), .int(now.milliseconds), .int(Int64(total))]
      return try sql.first(insert, args) { $0.int(0) } ?? 0
    }
  }

  /// Runs what was begun and is not finished, where nobody else does.
  public func runPending() async throws {
    guard let task = try await pending() else { return }
    try await run(task) { _ in }
  }

  /// Runs one to its end, or waits until another node has.
  /// - Parameter progress: how many clocks have been looked at.
  public func run(_ id: Int64, progress: @Sendable (Int) -> Void) async throws {
    while let state = try await state(of: id), state.finishedAt == nil {
      if let task = try await pending(), task.id == id {
        try await run(task, progress: progress)
      } else {
        progress(state.done)
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  /// The oldest that nobody runs, claimed for this node.
  private func pending() async throws -> Work? {
    let now = ledger.clock().milliseconds
    let release = Int64(ledger.profile().version)
    let waiting = "finished_at IS NULL AND release <= $1 AND (beat_at IS NULL OR beat_at < $2 OR beat_at > $3)"
    let args: [SQLValue] = [.int(release), .int(now - Self.patience), .int(now + Self.patience)]
    let found = try await ledger.look { sql, _ in try sql.exists("SELECT 1 FROM recounts WHERE \(waiting)", args) }
    guard found else { return nil }
    return try await ledger.database.write { sql in
      let select = "SELECT id, from_at, release FROM recounts WHERE \(waiting) ORDER BY id LIMIT 1\(sql.dialect.forUpdate)"
      let task = try sql.first(select, args) { Work(id: $0.int(0), from: Moment(milliseconds: $0.int(1)), release: Int($0.int(2))) }
      if let task { try sql.execute("UPDATE recounts SET beat_at = $2, done = 0 WHERE id = $1", [.int(task.id), .int(now)]) }
      return task
    }
  }

  private func run(_ task: Work, progress: @Sendable (Int) -> Void) async throws {
    var place = Place(at: task.from.milliseconds, order: .min)
    var seen: Set<Int64> = []
    var done = 0
    while let page = try await next(place), let last = page.last {
      place = last
      try await recount(page.map(\.order).filter { seen.insert($0).inserted }, task)
      done += page.count
      let (count, now) = (Int64(done), ledger.clock().milliseconds)
      try await ledger.database.write {
        try $0.execute("UPDATE recounts SET done = $2, beat_at = $3 WHERE id = $1", [.int(task.id), .int(count), .int(now)])
      }
      progress(done)
    }
    let now = ledger.clock().milliseconds
    try await ledger.database.write { try $0.execute("UPDATE recounts SET finished_at = $2 WHERE id = $1", [.int(task.id), .int(now)]) }
  }

  private static let select = """
    SELECT deadline_at, order_id FROM clocks
    WHERE stopped_at IS NULL AND paused_at IS NULL AND deadline_at >= $1 AND (deadline_at, order_id) > ($1, $2)
    ORDER BY deadline_at, order_id LIMIT \(page)
    """

  private func next(_ place: Place) async throws -> [Place]? {
    let page = try await ledger.look { sql, _ in
      try sql.query(Self.select, [.int(place.at), .int(place.order)]) { Place(at: $0.int(0), order: $0.int(1)) }
    }
    return page.isEmpty ? nil : page
  }

  private func recount(_ orders: [Int64], _ task: Work) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, start) in stride(from: 0, to: orders.count, by: Self.batch).enumerated() {
        if index >= Self.width { try await group.next() }
        let batch = Array(orders[start..<min(start + Self.batch, orders.count)])
        group.addTask { _ = try await ledger.perform(RecountOrders(recount: task.id, orders: batch), as: .system) }
      }
      try await group.waitForAll()
    }
  }
}
