import CaseFile
import Casework
import Ledger
import Store
import Workdays

/// Puts what the clocks have to say on people's desks. A unit at which nobody hears of it is named to the administrator.
public struct AlertInbox: Sendable {
  private let ledger: Ledger
  private static let keptDays = 60

  public init(ledger: Ledger) { self.ledger = ledger }

  /// A channel of the courier; a message that comes again changes nothing.
  public func take(_ alert: StaffAlert) async throws { _ = try await ledger.perform(KeepAlert(alert: alert), as: .system) }

  public func tidy(at now: Moment) async throws {
    let before = SQLValue.int(now.adding(hours: -24 * Self.keptDays).milliseconds)
    _ = try await ledger.database.write { sql in
      try sql.execute("DELETE FROM alert_readers WHERE alert_id IN (SELECT id FROM alerts WHERE at < $1)", [before])
      return try sql.execute("DELETE FROM alerts WHERE at < $1", [before])
    }
  }
}

struct KeepAlert: Verb {
  let alert: StaffAlert

  private static let insert = """
    INSERT INTO alerts (id, order_id, number, clock, what, role, unit, lacking, due, at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
    """

  /// How many desks it stands on.
  func perform(in session: LedgerSession) throws -> Int {
    var heard: Set<UnitID> = []
    var desks = 0
    for recipient in Set(alert.to) where try session.holds(recipient.role, at: recipient.unit) {
      try keep(recipient.role, recipient.unit.value, lacking: "", session)
      heard.insert(recipient.unit)
      desks += 1
    }
    let deaf = alert.to.isEmpty ? [session.profile.units.root] : Set(alert.to.map(\.unit)).subtracting(heard).sorted()
    for unit in deaf { try keep(.admin, DeskAlerts.anywhere, lacking: unit.value, session) }
    return desks
  }

  private func keep(_ role: Role, _ unit: String, lacking: String, _ session: LedgerSession) throws {
    try session.sql.execute(
      Self.insert,
      [
        .int(try session.newID()), .int(alert.order.value), .text(alert.number), .text(alert.clock.rawValue), .text(alert.what.rawValue),
        .text(role.rawValue), .text(unit), .text(lacking), .int(alert.due.milliseconds), .int(session.now.milliseconds),
      ])
  }
}

/// Whoever has seen it does not see it again, nor what the same clock said before: 知道了.
struct AcknowledgeAlert: Verb {
  let id: Int64

  private static let select = "SELECT role, unit FROM alerts WHERE id = $1"
  private static let before = """
    SELECT a.id FROM alerts s JOIN alerts a ON a.order_id = s.order_id AND a.clock = s.clock AND a.role = s.role AND a.unit = s.unit
    AND a.lacking = s.lacking AND a.at <= s.at WHERE s.id = $1
    """
  private static let insert = "INSERT INTO alert_readers (alert_id, account, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"

  /// The desk on which it stood.
  func perform(in session: LedgerSession) throws -> String {
    let found = try session.sql.first(Self.select, [.int(id)]) { (role: Role(rawValue: $0.text(0)), unit: $0.text(1)) }
    let own = [session.actor.unit.value, session.actor.scope.value, DeskAlerts.anywhere]
    guard let found, let role = found.role, session.actor.has(role), own.contains(found.unit) else {
      throw CaseworkProblem.unknown(what: Phrase("提醒", "alert"), key: String(id))
    }
    for seen in try session.sql.query(Self.before, [.int(id)], { $0.int(0) }) {
      try session.sql.execute(Self.insert, [.int(seen), .text(session.actor.account.value), .int(session.now.milliseconds)])
    }
    return role.rawValue
  }
}
