import Casework
import Ledger
import Store
import Workdays

/// The displays and their tokens, which stand in the books only as hashes.
public struct Displays: Sendable {
  let ledger: Ledger

  public init(_ ledger: Ledger) { self.ledger = ledger }

  /// A display with its token, which is shown this once.
  struct Issued: Sendable {
    let display: DisplayReceipt
    let token: String
  }

  private static let bySecret = """
    SELECT d.fold FROM display_tokens t JOIN displays d ON d.id = t.id WHERE t.digest = $1 AND d.state = 'in-use'
    """
  private static let all = "SELECT fold FROM displays ORDER BY id DESC LIMIT 200"

  /// The display with this token; nil where there is none, or none any more.
  public func find(_ token: String) async throws -> Display? {
    guard RandomSecret.looksLikeSession(token) else { return nil }
    let digest = RandomSecret.digest(token)
    return try await ledger.database.read { sql in
      try sql.first(Self.bySecret, [.blob(digest)]) { $0.text(0) }.map { try StoredJSON.decode(Display.self, from: $0) }
    }
  }

  /// Those in the part of the city in which somebody acts, the newest first.
  func list(for actor: Actor) async throws -> [Display] {
    let units = ledger.profile().units
    let folds = try await ledger.database.read { try $0.query(Self.all) { $0.text(0) } }
    return try folds.map { try StoredJSON.decode(Display.self, from: $0) }.filter { !$0.sides(of: actor, in: units).isEmpty }
  }

  func create(_ label: String, as actor: Actor, key: RequestKey?, at now: Moment) async throws -> Issued {
    let (token, mark) = (RandomSecret.session(), ledger.random())
    let verb = CreateDisplay(label: label, digest: RandomSecret.digest(token), mark: mark)
    let receipt = try await ledger.perform(verb, as: actor, key: key, at: now)
    guard receipt.mark == mark else { throw PeopleProblem.shownOnce }
    return Issued(display: receipt, token: token)
  }

  func revoke(_ id: Int64, as actor: Actor, key: RequestKey?, at now: Moment) async throws -> DisplayReceipt {
    try await ledger.perform(RevokeDisplay(display: id), as: actor, key: key, at: now)
  }
}

/// What whoever keeps the displays is told; it is remembered, so it never holds a token.
struct DisplayReceipt: Codable, Sendable {
  let id: Int64
  let label: String
  let state: Display.State
  /// Tells the call that made the token from its repeats, which do not know it.
  var mark: UInt64?

  init(_ display: Display, mark: UInt64? = nil) {
    (id, label, state, self.mark) = (display.id, display.label, display.state, mark)
  }
}

struct CreateDisplay: Verb {
  let label: String
  let digest: [UInt8]
  let mark: UInt64

  func perform(in session: LedgerSession) throws -> DisplayReceipt {
    let display = try session.begin(Display.self, session.newID(), [.created(label: label, scope: session.actor.scope)])
    try session.sql.execute("INSERT INTO display_tokens (digest, id) VALUES ($1, $2)", [.blob(digest), .int(display.id)])
    return DisplayReceipt(display, mark: mark)
  }
}

/// The token opens nothing from now on.
struct RevokeDisplay: Verb {
  let display: Int64

  func perform(in session: LedgerSession) throws -> DisplayReceipt {
    let after = try session.change(Display.self, display, .revoke) { _ in [.revoked] }
    try session.sql.execute("DELETE FROM display_tokens WHERE id = $1", [.int(display)])
    return DisplayReceipt(after)
  }
}
