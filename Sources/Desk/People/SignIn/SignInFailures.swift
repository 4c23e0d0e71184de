import Store
import Vault
import Workdays

/// Wrong passwords, counted by account and by address in the database, so that all nodes count together.
struct SignInFailures {
  /// Whose tries these are. Only a hash is kept: people type passwords where the name belongs.
  struct Subject {
    let key: [UInt8]
    let rule: LockRule

    static func account(_ login: String) -> Subject { Subject(key: hash("account", login), rule: .account) }
    static func address(_ address: String) -> Subject { Subject(key: hash("address", address), rule: .address) }

    private static func hash(_ kind: String, _ value: String) -> [UInt8] {
      var hash = FramedHash()
      hash.add(kind)
      hash.add(value)
      return hash.finish()
    }
  }

  private let sql: any SQLSession

  init(_ sql: any SQLSession) { self.sql = sql }

  private static let insert = """
    INSERT INTO sign_in_failures (subject, count, since, last_at, locks) VALUES ($1, 0, $2, $2, 0) ON CONFLICT (subject) DO NOTHING
    """
  private static let select = "SELECT count, since, last_at, locks, locked_until FROM sign_in_failures WHERE subject = $1"
  private static let update = """
    UPDATE sign_in_failures SET count = $2, since = $3, last_at = $4, locks = $5, locked_until = $6 WHERE subject = $1
    """

  /// Counts a try; returns until when the subject is locked after it.
  /// - Throws: `PeopleProblem.locked` where it is locked already.
  func attempt(_ subject: Subject, at now: Moment) throws -> Moment? {
    try sql.execute(Self.insert, [.blob(subject.key), .int(now.milliseconds)])
    var record = try load(subject) ?? FailureRecord(at: now)
    if let until = record.attempt(at: now, subject.rule) { throw PeopleProblem.locked(until: until) }
    try save(record, subject)
    return record.lockedUntil
  }

  /// The password was right: what was counted for this try is taken back.
  func forgive(_ subject: Subject) throws {
    guard var record = try load(subject) else { return }
    record.forgive(subject.rule)
    try save(record, subject)
  }

  /// Whoever knows the password starts with a clean slate.
  func forget(_ subject: Subject) throws {
    try sql.execute("DELETE FROM sign_in_failures WHERE subject = $1", [.blob(subject.key)])
  }

  private func load(_ subject: Subject) throws -> FailureRecord? {
    try sql.first(Self.select + sql.dialect.forUpdate, [.blob(subject.key)]) { row in
      var record = FailureRecord(at: Moment(milliseconds: row.int(1)))
      record.count = Int(row.int(0))
      record.lastAt = Moment(milliseconds: row.int(2))
      record.locks = Int(row.int(3))
      record.lockedUntil = row.intOrNil(4).map { Moment(milliseconds: $0) }
      return record
    }
  }

  private func save(_ record: FailureRecord, _ subject: Subject) throws {
    try sql.execute(
      Self.update,
      [
        .blob(subject.key), .num(record.count), .int(record.since.milliseconds), .int(record.lastAt.milliseconds), .num(record.locks),
        .num(record.lockedUntil?.milliseconds),
      ])
  }
}
