import Casework
import Ledger
import Store
import Workdays

/// How a recount stands.
public struct RecountState: Sendable {
  public let id: Int64
  public let year: Int
  public let begunAt: Moment
  public let total: Int
  public let done: Int
  public let finishedAt: Moment?
}

/// One deadline that came out differently.
public struct RecountMove: Sendable {
  public let order: String
  public let clock: ClockKind
  public let from: Moment
  /// Where the new count ends.
  public let to: Moment
  /// The new count ends sooner: the end that was told stays.
  public let held: Bool
}

extension Recounts {
  private static let columns = "id, year, begun_at, total, done, finished_at"

  public func state(of id: Int64) async throws -> RecountState? {
    try await ledger.look { sql, _ in try sql.first("SELECT \(Self.columns) FROM recounts WHERE id = $1", [.int(id)], Self.state) }
  }

  /// The newest first.
  public func newest(_ limit: Int = 10) async throws -> [RecountState] {
    try await ledger.look { sql, _ in
      try sql.query("SELECT \(Self.columns) FROM recounts ORDER BY id DESC LIMIT $1", [.int(Int64(limit))], Self.state)
    }
  }

  private static func state(_ row: any SQLRow) -> RecountState {
    RecountState(
      id: row.int(0), year: Int(row.int(1)), begunAt: Moment(milliseconds: row.int(2)), total: Int(row.int(3)), done: Int(row.int(4)),
      finishedAt: row.intOrNil(5).map { Moment(milliseconds: $0) })
  }

  /// How many moved, and how many kept an end that the new count would bring forward.
  public func counts(of id: Int64) async throws -> (moved: Int, held: Int) {
    try await ledger.look { sql, _ in
      let all = try sql.count("SELECT count(*) FROM recount_moves WHERE recount_id = $1", [.int(id)])
      let held = try sql.count("SELECT count(*) FROM recount_moves WHERE recount_id = $1 AND held", [.int(id)])
      return (all - held, held)
    }
  }

  /// Which ones, by order.
  /// - Parameter after: the id of the last order of the page before.
  public func moves(of id: Int64, after: Int64 = .min, limit: Int = 200) async throws -> (moves: [RecountMove], next: Int64?) {
    let rows = try await ledger.look { sql, _ in
      try sql.query(
        """
        SELECT m.order_id, o.number, m.kind, m.old_at, m.new_at, m.held FROM recount_moves m JOIN orders o ON o.id = m.order_id
        WHERE m.recount_id = $1 AND m.order_id > $2 ORDER BY m.order_id, m.kind LIMIT $3
        """, [.int(id), .int(after), .int(Int64(limit))]
      ) { row in
        (
          id: row.int(0),
          move: RecountMove(
            order: row.text(1), clock: ClockKind(rawValue: row.text(2)) ?? .handling, from: Moment(milliseconds: row.int(3)),
            to: Moment(milliseconds: row.int(4)), held: row.bool(5))
        )
      }
    }
    return (rows.map(\.move), rows.count == limit ? rows.last?.id : nil)
  }
}
