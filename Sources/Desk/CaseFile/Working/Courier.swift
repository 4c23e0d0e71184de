import Casework
import Ledger
import Store

/// Carries what the outbox holds: notices to each citizen of an order, written into the participation, where the citizen reads
/// it; alerts to colleagues, over every channel that reaches them.
public struct Courier: Sendable {
  /// A way on which colleagues hear of something at once, beside their desks, which show what stands on the order.
  public typealias Channel = @Sendable (StaffAlert) async throws -> Void

  private let ledger: Ledger
  private let channels: [Channel]

  public init(ledger: Ledger, channels: [Channel] = []) {
    self.ledger = ledger
    self.channels = channels
  }

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
    if message.topic == StaffAlert.topic { return try await alert(StoredJSON.decode(StaffAlert.self, from: message.body)) }
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

extension Courier {
  /// All channels at once: one that fails does not hold up the others, and makes the message wait for another try.
  private func alert(_ alert: StaffAlert) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for channel in channels { group.addTask { try await channel(alert) } }
      while let result = await group.nextResult() { if case .failure(let error) = result { throw error } }
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
