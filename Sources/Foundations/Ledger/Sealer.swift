import Store
import Vault
import Workdays

/// Gives committed events their gap-free global position and chains a root over each batch.
/// On SQLite it runs in the same transaction, once a group; on PostgreSQL in a task of its own, one at a time.
public struct Sealer: Sendable {
  private let clock: @Sendable () -> Moment
  private static let most = 10_000
  /// Any number, the same in every node: one sealer at a time.
  private static let lock: Int64 = 1_234_500_001

  public init(clock: @Sendable @escaping () -> Moment) { self.clock = clock }

  /// Seals what can be sealed; returns how many events.
  @discardableResult
  public func seal(_ sql: any SQLSession) throws -> Int {
    let postgres = sql.dialect == .postgres
    if postgres { _ = try sql.query("SELECT pg_advisory_xact_lock(\(Self.lock))") { _ in 0 } }
    let last = try sql.first("SELECT number, last_position, root FROM seals ORDER BY number DESC LIMIT 1") {
      (number: $0.int(0), position: $0.int(1), root: $0.blob(2))
    }
    let position = last?.position ?? 0
    let fresh = postgres ? try committed(sql) : try written(sql, after: position)
    guard !fresh.isEmpty else { return 0 }
    if postgres { try number(sql, fresh, after: position) }
    let previous = last?.root ?? EventLog.genesis
    try sql.execute(
      "INSERT INTO seals (number, first_position, last_position, at, previous, root) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .int((last?.number ?? 0) + 1), .int(position + 1), .int(position + Int64(fresh.count)), .int(clock().milliseconds),
        .blob(previous), .blob(Self.root(previous, fresh.map(\.hash))),
      ])
    return fresh.count
  }

  static func root(_ previous: [UInt8], _ hashes: [[UInt8]]) -> [UInt8] {
    var hash = FramedHash()
    hash.add(previous)
    for one in hashes { hash.add(one) }
    return hash.finish()
  }

  private func written(_ sql: any SQLSession, after position: Int64) throws -> [(seq: Int64, hash: [UInt8])] {
    try sql.query("SELECT seq, hash FROM events WHERE seq > $1 ORDER BY seq", [.int(position)]) { ($0.int(0), $0.blob(1)) }
  }

  /// Only what is below the oldest running transaction: nothing can appear between sealed events later.
  private func committed(_ sql: any SQLSession) throws -> [(seq: Int64, hash: [UInt8])] {
    let statement = """
      SELECT e.seq, e.hash FROM events e
      WHERE e.writer < pg_snapshot_xmin(pg_current_snapshot())
        AND e.writer >= coalesce((SELECT l.writer FROM events l JOIN positions p ON p.seq = l.seq ORDER BY p.position DESC LIMIT 1), '0'::xid8)
        AND NOT EXISTS (SELECT 1 FROM positions p WHERE p.seq = e.seq)
      ORDER BY e.writer, e.seq LIMIT \(Self.most)
      """
    return try sql.query(statement) { ($0.int(0), $0.blob(1)) }
  }

  /// Whether an event up to a number in the log still waits on PostgreSQL.
  static let unsealed = """
    SELECT 1 FROM events e
    WHERE e.writer >= coalesce((SELECT l.writer FROM events l JOIN positions p ON p.seq = l.seq ORDER BY p.position DESC LIMIT 1), '0'::xid8)
      AND e.seq <= $1 AND NOT EXISTS (SELECT 1 FROM positions p WHERE p.seq = e.seq) LIMIT 1
    """

  private func number(_ sql: any SQLSession, _ fresh: [(seq: Int64, hash: [UInt8])], after position: Int64) throws {
    for start in stride(from: 0, to: fresh.count, by: 500) {
      let part = fresh[start..<min(start + 500, fresh.count)]
      let values = part.enumerated().map { "(\(position + 1 + Int64(start + $0)), \($1.seq))" }
      try sql.execute("INSERT INTO positions (position, seq) VALUES \(values.joined(separator: ", "))")
    }
  }
}

extension Ledger {
  /// Makes the engine seal: on SQLite from now on in each commit.
  public func sealEachCommit() {
    let sealer = Sealer(clock: clock)
    database.beforeCommit { sql in try sealer.seal(sql) }
  }

  /// Seals what is committed. On SQLite there is never anything left to do; on PostgreSQL an event waits as long as an older
  /// transaction runs, so what was committed before the call may take a moment.
  /// - Parameter patience: how long to wait for older transactions; what they still hold back then stays for the next time.
  public func sealNow(patience: Duration = .seconds(5)) async throws {
    let sealer = Sealer(clock: clock)
    let newest = try await database.read { try $0.count("SELECT coalesce(max(seq), 0) FROM events") }
    let end = ContinuousClock.now + patience
    while true {
      while try await database.write({ try sealer.seal($0) }) > 0 {}
      guard database.dialect == .postgres, ContinuousClock.now < end else { return }
      let waits = try await database.read { try $0.exists(Sealer.unsealed, [.num(newest)]) }
      if !waits { return }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
