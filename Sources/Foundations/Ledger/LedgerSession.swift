import Casework
import Store
import Vault
import Workdays

/// What a verb works with inside its transaction: time, chance, ids, profile and vault are given, never fetched.
public final class LedgerSession {
  public let sql: any SQLSession
  public let vault: Vault
  public let actor: Actor
  public let now: Moment
  public let profile: Profile
  /// When the first of the things that were written here wakes.
  var nearestWake: Moment?
  let identifiers: IdentifierSource
  let random: @Sendable () -> UInt64

  init(_ sql: any SQLSession, ledger: Ledger, actor: Actor, now: Moment) {
    self.sql = sql
    vault = Vault(sql, keys: ledger.keys)
    self.actor = actor
    self.now = now
    profile = ledger.profile()
    identifiers = ledger.identifiers
    random = ledger.random
  }

  public func newID() throws -> Int64 { try identifiers.take() }

  /// A new case number; `mark` tells orders (`W`) from appeals.
  public func number(for id: Int64, mark: String = "") -> String {
    CaseNumber.issue(prefix: profile.prefix, day: now.day, sequence: id, mark: mark, random: random())
  }

  /// Any random bits, for draws.
  public func draw() -> UInt64 { random() }

  /// Keeps a text in the vault under a person's key.
  public func keep(_ text: String, for citizen: CitizenID) throws -> TextID {
    let id = try newID()
    try vault.keep(text, for: citizen.value, id: id)
    return TextID(id)
  }

  public func keepIfAny(_ text: String?, for citizen: CitizenID) throws -> TextID? {
    guard let text, !text.isEmpty else { return nil }
    return try keep(text, for: citizen)
  }

  /// Puts a message for an outside doer into the outbox, in this transaction.
  public func tell<Message: Encodable>(_ topic: String, _ message: Message) throws {
    try sql.execute(
      "INSERT INTO outbox (topic, body, at) VALUES ($1, $2, $3)", [.text(topic), .text(try json(message)), .int(now.milliseconds)])
  }

  public func orderID(_ number: String) throws -> Int64 {
    guard let id = try sql.first("SELECT id FROM orders WHERE number = $1", [.text(number)], { $0.int(0) }) else {
      throw CaseworkProblem.order(number)
    }
    return id
  }

  public func appealID(_ number: String) throws -> Int64 {
    guard let id = try sql.first("SELECT id FROM appeals WHERE number = $1", [.text(number)], { $0.int(0) }) else {
      throw CaseworkProblem.appeal(number)
    }
    return id
  }

  func json<Value: Encodable>(_ value: Value) throws -> String { try StoredJSON.encode(value) }
}
