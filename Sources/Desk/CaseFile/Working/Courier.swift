import Casework
import Ledger
import Store

/// Carries the outbox's notices to each citizen of an order: written into the participation, where the citizen reads it.
public struct Courier: Sendable {
  private let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  /// Delivers what waits; returns how many messages.
  @discardableResult
  public func deliver() async throws -> Int {
    let messages = try await ledger.outbox()
    for message in messages {
      do {
        try await deliver(message)
        try await ledger.delivered(message)
      } catch {
        try await ledger.failed(message, "\(error)")
      }
    }
    return messages.count
  }

  private func deliver(_ message: OutboxMessage) async throws {
    guard message.topic == CitizenNotice.topic else { throw FoldProblem("no courier for topic \(message.topic)") }
    let notice = try StoredJSON.decode(CitizenNotice.self, from: message.body)
    let ids = try await ledger.look { sql, _ in
      try sql.query("SELECT id FROM participations WHERE order_id = $1 AND state <> 'parted' ORDER BY id", [.int(notice.order.value)]) {
        $0.int(0)
      }
    }
    for id in ids {
      let key = RequestKey(scope: "courier", key: "\(message.id)-\(id)", fingerprint: "")
      _ = try await ledger.perform(TellCitizen(participation: id, notice: notice), as: .system, key: key, at: message.at)
    }
  }
}

/// Writes one notice to one citizen.
struct TellCitizen: Verb {
  let participation: Int64
  let notice: CitizenNotice

  func perform(in session: LedgerSession) throws -> String {
    let told = try session.load(Participation.self, participation)
    guard told.state != .parted else { return "parted" }
    try session.change(Participation.self, participation, .notify) { _ in [.notified(about: notice.about, text: notice.text)] }
    return "told"
  }
}

extension Courier {
  /// Delivers until nothing waits.
  public func deliverAll() async throws {
    while try await deliver() > 0 {}
  }
}
