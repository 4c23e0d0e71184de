import Store
import Workdays

/// A message that a transaction left for an outside doer; delivered at least once.
public struct OutboxMessage: Sendable {
  public let id: Int64
  public let topic: String
  public let body: String
  public let at: Moment
  public let tries: Int64
}

extension Ledger {
  /// After so many failures a message waits for a person: it stays, with its failure, and is counted by the alarm.
  public static let mostTries: Int64 = 8

  /// The oldest messages that are waiting.
  public func outbox(limit: Int = 50) async throws -> [OutboxMessage] {
    try await database.read { sql in
      try sql.query(
        "SELECT id, topic, body, at, tries FROM outbox WHERE tries < $1 ORDER BY id LIMIT $2", [.int(Self.mostTries), .int(Int64(limit))]
      ) { OutboxMessage(id: $0.int(0), topic: $0.text(1), body: $0.text(2), at: Moment(milliseconds: $0.int(3)), tries: $0.int(4)) }
    }
  }

  public func delivered(_ message: OutboxMessage) async throws {
    _ = try await database.write { try $0.execute("DELETE FROM outbox WHERE id = $1", [.int(message.id)]) }
  }

  public func failed(_ message: OutboxMessage, _ failure: String) async throws {
    _ = try await database.write {
      try $0.execute("UPDATE outbox SET tries = tries + 1, failure = $2 WHERE id = $1", [.int(message.id), .text(failure)])
    }
  }

  /// How many messages gave up and wait for a person.
  public func undelivered() async throws -> Int {
    try await database.read { try $0.count("SELECT count(*) FROM outbox WHERE tries >= $1", [.int(Self.mostTries)]) }
  }
}
