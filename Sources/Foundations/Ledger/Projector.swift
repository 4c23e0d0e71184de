import Casework
import Store
import Workdays

/// A reader of sealed events that keeps something up to date: the search index, rollups. It goes on from its checkpoint
/// and may be rebuilt at any time.
public protocol Projector: Sendable {
  /// The name under which its checkpoint stands.
  var name: String { get }
  func take(_ events: [SealedEvent], _ session: any SQLSession) throws
}

/// What a projector reads of an event.
public struct SealedEvent: Sendable {
  public let position: Int64
  public let stream: String
  public let id: Int64
  public let at: Moment
  public let body: String
  public var type: Substring { body.dropFirst(2).prefix { $0 != "\"" } }

  private static let select = """
    SELECT position, stream, id, at, body FROM sealed WHERE position > $1 AND position <= $2 ORDER BY position LIMIT $3
    """

  /// The next events behind a position, at most so many.
  public static func read(_ sql: any SQLSession, after from: Int64, through end: Int64 = .max, atMost count: Int) throws -> [SealedEvent] {
    try sql.query(select, [.int(from), .int(end), .int(Int64(count))]) {
      SealedEvent(position: $0.int(0), stream: $0.text(1), id: $0.int(2), at: Moment(milliseconds: $0.int(3)), body: $0.text(4))
    }
  }
}

extension Ledger {
  /// Lets a projector read on; returns how many events it took, 0 when it is up to date.
  public func advance(_ projector: any Projector, atMost count: Int = 500) async throws -> Int {
    if try await isCurrent(projector) { return 0 }
    return try await database.write { sql in
      let select = "SELECT position FROM checkpoints WHERE projector = $1" + sql.dialect.forUpdate
      let from = try sql.first(select, [.text(projector.name)]) { $0.int(0) }
      if from == nil {
        try sql.execute("INSERT INTO checkpoints (projector, position) VALUES ($1, 0) ON CONFLICT DO NOTHING", [.text(projector.name)])
      }
      let events = try SealedEvent.read(sql, after: from ?? 0, atMost: count)
      guard let last = events.last else { return 0 }
      try projector.take(events, sql)
      try sql.execute("UPDATE checkpoints SET position = $2 WHERE projector = $1", [.text(projector.name), .int(last.position)])
      return events.count
    }
  }

  private func isCurrent(_ projector: any Projector) async throws -> Bool {
    try await database.read { sql in
      let from = try sql.first("SELECT position FROM checkpoints WHERE projector = $1", [.text(projector.name)]) { $0.int(0) } ?? 0
      return try sql.first("SELECT position FROM sealed WHERE position > $1 ORDER BY position LIMIT 1", [.int(from)]) { $0.int(0) } == nil
    }
  }
}
