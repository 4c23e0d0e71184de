import Casework
import Store
import Vault
import Workdays

/// What `verify` found.
public struct Verification: Sendable {
  public var events = 0
  public var counts: [String: Int] = [:]
  public var erased = 0
  /// Rows that differ from what their events say.
  public var differing = 0
  /// Where the chain is broken, in words.
  public var breaks: [String] = []

  public init() {}

  public var isSound: Bool { breaks.isEmpty && differing == 0 }

  mutating func broken(_ what: String) {
    if breaks.count < 20 { breaks.append(what) }
  }
}

/// A stream kind as `verify` knows it: how its rows are rebuilt.
public struct StreamChecker: Sendable {
  let kind: String
  let table: String
  let check: @Sendable (inout Walk, StoredEvent) throws -> Void
  let compare: @Sendable (Walk, any SQLSession) throws -> Bool

  /// The stream that is being walked: its fold so far.
  struct Walk {
    var id: Int64
    var version: Int64 = 0
    var head = EventLog.genesis
    var thing: (any Sendable)?
  }

  public init<S: Recorded>(_ type: S.Type) {
    kind = S.kind.rawValue
    table = S.table.name
    check = { walk, event in
      let decoded = try StoredJSON.decode(S.Event.self, from: event.body)
      let fact = Fact(decoded, stream: event.id, at: event.at, by: event.actor, unit: event.unit)
      walk.thing = try S.fold(walk.thing as? S, fact)
    }
    compare = { walk, sql in
      guard let thing = walk.thing as? S else { return false }
      let columns = S.table.columns.joined(separator: ", ")
      let row = try sql.first("SELECT version, head, fold, \(columns) FROM \(S.table.name) WHERE id = $1", [.int(walk.id)]) { row in
        (
          version: row.int(0), head: row.blob(1), fold: row.text(2),
          columns: thing.columns.enumerated().map { Self.read(row, $0 + 3, like: $1) }
        )
      }
      guard let row, row.version == walk.version, row.head == walk.head, row.columns == thing.columns else { return false }
      // A fold that cannot even be read differs.
      return try (try? StoredJSON.decode(S.self, from: row.fold)) == thing && Attendants.stand(thing, walk.id, sql)
    }
  }

  /// A column in the form in which the fold would write it.
  static func read(_ row: any SQLRow, _ index: Int, like value: SQLValue) -> SQLValue {
    if row.isNull(index) { return .null }
    return switch value {
    case .int: .int(row.int(index))
    case .real: .real(row.real(index))
    case .bool: .bool(row.bool(index))
    case .blob: .blob(row.blob(index))
    case .text, .null: .text(row.text(index))
    }
  }
}

extension Ledger {
  /// Walks the whole log: every stream's chain, every seal, every text's fingerprint, and every row against its events.
  public func verify(_ checkers: [StreamChecker], progress: (@Sendable (Int) -> Void)? = nil) async throws -> Verification {
    try await sealNow()
    return try await database.read { try verification(checkers, $0, progress: progress) }
  }

  /// The same on what a transaction sees, without sealing first.
  func verification(_ checkers: [StreamChecker], _ sql: any SQLSession, progress: (@Sendable (Int) -> Void)? = nil) throws -> Verification {
    let vault = Vault(sql, keys: keys)
    var found = Verification()
    found.erased = try sql.count("SELECT count(*) FROM citizens WHERE erased_at IS NOT NULL")
    for checker in checkers { try StreamWalker(sql, vault, checker, progress).walk(&found) }
    try SealWalker(sql).walk(&found, known: checkers.map(\.kind))
    return found
  }
}
