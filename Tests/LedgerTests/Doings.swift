import Casework
import Ledger
import Vault

/// Records an appeal, leaves a message, and fails afterwards where it is told to.
struct Doing: Verb {
  struct Refused: Error {}

  var text = "路灯不亮"
  var fails = false
  var topic: String?

  func perform(in session: LedgerSession) throws -> AppealReceipt {
    let citizen = try session.newID()
    try session.vault.enrol(Identity(name: "王秀英", phone: "13812345678"), id: citizen, at: session.now.milliseconds)
    let id = try session.newID()
    let matter = AppealMatter(
      number: session.number(for: id), channel: .phone, receivedAt: session.now, citizen: CitizenID(citizen),
      text: try session.keep(text, for: CitizenID(citizen)), intake: session.actor.unit)
    let appeal = try session.begin(Appeal.self, id, [.recorded(matter: matter)])
    if let topic { try session.tell(topic, text) }
    if fails { throw Refused() }
    return AppealReceipt(appeal)
  }
}

/// What a change may leave behind, counted.
extension City {
  static let tables = [
    "events", "appeals", "orders", "participations", "outbox", "idempotency", "citizens", "vault_texts", "blind_indexes",
  ]

  func traces() async throws -> [String: Int] {
    try await database.read { sql in
      var counts: [String: Int] = [:]
      for table in Self.tables { counts[table] = try sql.count("SELECT count(*) FROM \(table)") }
      return counts
    }
  }
}
