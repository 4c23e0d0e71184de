import Casework
import Store
import Vault

/// Walks all streams of one kind in order and compares each with its row.
struct StreamWalker {
  private let sql: any SQLSession
  private let vault: Vault
  private let checker: StreamChecker
  private let progress: (@Sendable (Int) -> Void)?
  private static let page: Int64 = 2000

  init(_ sql: any SQLSession, _ vault: Vault, _ checker: StreamChecker, _ progress: (@Sendable (Int) -> Void)?) {
    self.sql = sql
    self.vault = vault
    self.checker = checker
    self.progress = progress
  }

  func walk(_ found: inout Verification) throws {
    var walk: StreamChecker.Walk?
    var streams = 0
    var from = (id: Int64.min, version: Int64.min)
    while true {
      let events = try page(after: from)
      guard let last = events.last else { break }
      for event in events {
        if walk?.id != event.id {
          try finish(walk, &found)
          streams += 1
          walk = StreamChecker.Walk(id: event.id)
        }
        try step(&walk, event, &found)
      }
      found.events += events.count
      progress?(found.events)
      from = (last.id, last.version)
    }
    try finish(walk, &found)
    found.counts[checker.kind] = streams
    let rows = try sql.count("SELECT count(*) FROM \(checker.table)")
    if rows > streams { found.differing += rows - streams }
  }

  private func page(after from: (id: Int64, version: Int64)) throws -> [StoredEvent] {
    let statement = """
      SELECT \(EventLog.columns) FROM events WHERE stream = $1 AND (id, version) > ($2, $3) ORDER BY id, version LIMIT \(Self.page)
      """
    return try sql.query(statement, [.text(checker.kind), .int(from.id), .int(from.version)], EventLog.read)
  }

  private func step(_ walk: inout StreamChecker.Walk?, _ event: StoredEvent, _ found: inout Verification) throws {
    guard walk != nil else { return }
    let name = "\(checker.kind) \(event.id) event \(event.version)"
    if event.version != (walk?.version ?? 0) + 1 { found.broken("\(name): the event before it is missing") }
    if event.previous != walk?.head { found.broken("\(name): does not follow from the event before it") }
    if event.computedHash() != event.hash { found.broken("\(name): its content was changed after it was written") }
    walk?.version = event.version
    walk?.head = event.hash
    do {
      var moving = walk ?? StreamChecker.Walk(id: event.id)
      try checker.check(&moving, event)
      walk = moving
    } catch {
      found.broken("\(name): cannot be read (\(error))")
    }
    try texts(event, name, &found)
  }

  private func texts(_ event: StoredEvent, _ name: String, _ found: inout Verification) throws {
    guard let texts = event.texts else { return }
    for pair in texts.split(separator: " ") {
      let parts = pair.split(separator: ":")
      guard parts.count == 2, let id = Int64(parts[0]) else {
        found.broken("\(name): its list of texts is damaged")
        continue
      }
      do {
        switch try vault.matches(id, String(parts[1])) {
        case false: found.broken("\(name): text \(id) is not the one that was kept")
        case nil where found.erased == 0: found.broken("\(name): text \(id) is gone and nobody has been erased")
        default: break
        }
      } catch {
        found.broken("\(name): text \(id): \(error)")
      }
    }
  }

  private func finish(_ walk: StreamChecker.Walk?, _ found: inout Verification) throws {
    guard let walk else { return }
    if try !checker.compare(walk, sql) { found.differing += 1 }
  }
}

/// Walks the seals: positions without gaps, roots that follow from each other, nothing left unsealed.
struct SealWalker {
  private let sql: any SQLSession
  private static let page: Int64 = 5000

  init(_ sql: any SQLSession) { self.sql = sql }

  func walk(_ found: inout Verification, known kinds: [String]) throws {
    var previous = EventLog.genesis
    var position: Int64 = 0
    var number: Int64 = 0
    while true {
      let seals = try sql.query(
        "SELECT number, first_position, last_position, previous, root FROM seals WHERE number > $1 ORDER BY number LIMIT \(Self.page)",
        [.int(number)]
      ) { (number: $0.int(0), first: $0.int(1), last: $0.int(2), previous: $0.blob(3), root: $0.blob(4)) }
      guard let end = seals.last else { break }
      for seal in seals {
        if seal.first != position + 1 || seal.previous != previous {
          found.broken("seal \(seal.number) does not follow from the one before it")
        }
        let hashes = try sql.query(
          "SELECT hash FROM sealed WHERE position >= $1 AND position <= $2 ORDER BY position", [.int(seal.first), .int(seal.last)]
        ) { $0.blob(0) }
        if Int64(hashes.count) != seal.last - seal.first + 1 { found.broken("seal \(seal.number): events are missing") }
        if Sealer.root(previous, hashes) != seal.root { found.broken("seal \(seal.number): its root does not fit its events") }
        previous = seal.root
        position = seal.last
      }
      number = end.number
    }
    let all = try sql.count("SELECT count(*) FROM events")
    let overtaken = try sql.count(sql.dialect.overtaken) + numberedBeyond(position)
    if overtaken > 0 { found.broken("\(overtaken) events were never sealed") }
    if Int64(all) < position { found.broken("\(position - Int64(all)) sealed events are missing") }
    if all != found.events { found.broken("\(all - found.events) events belong to no stream that this program knows") }
  }

  /// On PostgreSQL a position is given together with its seal: one that stands beyond the last seal has lost it.
  private func numberedBeyond(_ position: Int64) throws -> Int {
    guard sql.dialect == .postgres else { return 0 }
    return try sql.count("SELECT count(*) FROM positions WHERE position > $1", [.int(position)])
  }
}
