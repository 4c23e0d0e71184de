import Casework
import Store

public enum LedgerMigrations {
  public static let all = [events, keys, rows, about, clocks, recounts, board]

  private static let events = Migration(module: "ledger", number: 1, reason: "the append-only event log and its seals") { dialect in
    let log = """
      CREATE TABLE events (seq \(dialect.idColumn), stream \(dialect.textType) NOT NULL, id \(dialect.intType) NOT NULL,
        version \(dialect.intType) NOT NULL, at \(dialect.intType) NOT NULL, actor \(dialect.textType) NOT NULL,
        unit \(dialect.textType) NOT NULL, schema \(dialect.intType) NOT NULL, body \(dialect.textType) NOT NULL,
        texts \(dialect.textType), previous \(dialect.blobType) NOT NULL, hash \(dialect.blobType) NOT NULL,
        \(dialect.writer), UNIQUE (stream, id, version))\(dialect.tableSuffix)
      """
    let seals = """
      CREATE TABLE seals (number \(dialect.intType) PRIMARY KEY, first_position \(dialect.intType) NOT NULL,
        last_position \(dialect.intType) NOT NULL, at \(dialect.intType) NOT NULL, previous \(dialect.blobType) NOT NULL,
        root \(dialect.blobType) NOT NULL)\(dialect.tableSuffix)
      """
    return [log, seals] + dialect.sealedView + [
      """
      CREATE TABLE checkpoints (projector \(dialect.textType) PRIMARY KEY, position \(dialect.intType) NOT NULL)\(dialect.tableSuffix)
      """
    ]
  }

  private static let keys = Migration(module: "ledger", number: 2, reason: "idempotency keys and the outbox") { dialect in
    [
      """
      CREATE TABLE idempotency (scope \(dialect.textType) NOT NULL, key \(dialect.textType) NOT NULL, day \(dialect.intType),
        fingerprint \(dialect.textType) NOT NULL, answer \(dialect.textType) NOT NULL, PRIMARY KEY (scope, key))\(dialect.tableSuffix)
      """,
      "CREATE INDEX idempotency_day ON idempotency (day) WHERE day IS NOT NULL",
      """
      CREATE TABLE outbox (id \(dialect.idColumn), topic \(dialect.textType) NOT NULL, body \(dialect.textType) NOT NULL,
        at \(dialect.intType) NOT NULL, tries \(dialect.intType) NOT NULL DEFAULT 0, failure \(dialect.textType))\(dialect.tableSuffix)
      """,
    ]
  }

  private static let rows = Migration(module: "ledger", number: 3, reason: "the rows of appeals, orders and participations") { dialect in
    RowSchema.appeals(dialect) + RowSchema.orders(dialect) + RowSchema.participations(dialect)
  }

  private static let about = Migration(module: "ledger", number: 4, reason: "lists leave out what is about the reader") { dialect in
    RowSchema.about(dialect)
  }

  private static let clocks = Migration(
    module: "ledger", number: 5, reason: "a row for each clock, and the cards of orders", statements: ClockSchema.clocks)

  private static let recounts = Migration(
    module: "ledger", number: 6, reason: "recounts of deadlines and what they moved", statements: ClockSchema.recounts)

  private static let board = Migration(
    module: "ledger", number: 7, reason: "writing an open order costs less, and the board reads indexes alone", statements: RowSchema.board)
}

extension Dialect {
  /// PostgreSQL remembers which transaction wrote an event, so that the sealer never overtakes one that is still running.
  var writer: String {
    self == .postgres ? "writer xid8 NOT NULL DEFAULT pg_current_xact_id()" : "CHECK (version > 0)"
  }

  /// Counts events that can never be sealed any more. On PostgreSQL those of transactions after the last sealed one are only
  /// waiting for the sealer; on SQLite an event is sealed by the transaction that writes it.
  var overtaken: String {
    guard self == .postgres else { return "SELECT count(*) FROM events WHERE seq > coalesce((SELECT max(last_position) FROM seals), 0)" }
    return """
      SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM positions p WHERE p.seq = e.seq)
        AND e.writer < coalesce((SELECT l.writer FROM events l JOIN positions p ON p.seq = l.seq ORDER BY p.position DESC LIMIT 1), '0'::xid8)
      """
  }

  /// Sealed events with their gap-free global position. On SQLite one writer numbers them as it writes; on PostgreSQL the
  /// sealer gives the positions afterwards, in a table of its own, because the log itself is never updated.
  var sealedView: [String] {
    let columns = "e.seq, e.stream, e.id, e.version, e.at, e.actor, e.unit, e.schema, e.body, e.hash"
    guard self == .postgres else {
      return ["CREATE VIEW sealed AS SELECT e.seq AS position, \(columns) FROM events e"]
    }
    return [
      "CREATE TABLE positions (position bigint PRIMARY KEY, seq bigint NOT NULL UNIQUE REFERENCES events (seq))",
      "CREATE VIEW sealed AS SELECT p.position, \(columns) FROM positions p JOIN events e ON e.seq = p.seq",
      "CREATE INDEX events_writer ON events (writer, seq)",
    ]
  }
}
