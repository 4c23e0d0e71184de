import Foundation
import Store
import Vault
import Web
import Workdays

/// Wrong guesses in the database, so that all nodes count together. Neither a number nor an address stands in it, only hashes;
/// those of addresses are salted anew each day, and what is older than a day is forgotten with its salt.
struct GuessBook {
  let sql: any SQLSession
  let now: Moment

  private static let insert = "INSERT INTO portal_guesses (subject, failures, last_at) VALUES ($1, 0, $2) ON CONFLICT (subject) DO NOTHING"
  private static let select = "SELECT failures, last_at, locked_until FROM portal_guesses WHERE subject = $1"
  private static let update = "UPDATE portal_guesses SET failures = $2, last_at = $3, locked_until = $4 WHERE subject = $1"
  private static let newSalt = """
    INSERT INTO portal_salts (day, salt) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET salt = portal_salts.salt RETURNING salt
    """

  /// Whose guesses count for this try: the case, whether it exists or not, and the network that asks. Always in this order,
  /// so that two tries never wait for each other.
  func open(number: String, address: String?) throws -> [Guess] {
    var subjects = [hash("case", Array(number.utf8), [])]
    if let address { subjects.append(hash("address", Self.network(of: address), try salt())) }
    return try subjects.map(open)
  }

  func save(_ guess: Guess) throws {
    try sql.execute(
      Self.update,
      [.blob(guess.subject), .num(guess.failures), .int(guess.lastAt.milliseconds), .num(guess.lockedUntil?.milliseconds)])
  }

  func forget(_ guess: Guess) throws { try sql.execute("DELETE FROM portal_guesses WHERE subject = $1", [.blob(guess.subject)]) }

  /// The row stays locked until the transaction ends: many guesses at once stand in line.
  private func open(_ subject: [UInt8]) throws -> Guess {
    try sql.execute(Self.insert, [.blob(subject), .int(now.milliseconds)])
    let found = try sql.first(Self.select + sql.dialect.forUpdate, [.blob(subject)]) { row in
      Guess(
        subject: subject, failures: Int(row.int(0)), lastAt: Moment(milliseconds: row.int(1)),
        lockedUntil: row.intOrNil(2).map { Moment(milliseconds: $0) })
    }
    return found ?? Guess(subject: subject, lastAt: now)
  }

  /// The network of an address as this day knows it; one and the same for callers without any.
  func network(_ address: String?) throws -> [UInt8] { hash("network", address.map(Self.network(of:)) ?? [], try salt()) }

  private func salt() throws -> [UInt8] {
    let day = SQLValue.int(Int64(now.day.ordinal))
    if let salt = try sql.first("SELECT salt FROM portal_salts WHERE day = $1", [day], { $0.blob(0) }) { return salt }
    try forgetOld(before: day)
    return try sql.first(Self.newSalt, [day, .blob(Array(randomToken(bytes: 32).utf8))]) { $0.blob(0) } ?? []
  }

  private func forgetOld(before day: SQLValue) throws {
    let old = SQLValue.int(now.adding(days: -1).milliseconds)
    try sql.execute("DELETE FROM portal_salts WHERE day < $1", [day])
    let statement = "DELETE FROM portal_guesses WHERE last_at < $1 AND (locked_until IS NULL OR locked_until < $2)"
    try sql.execute(statement, [old, .int(now.milliseconds)])
  }

  private func hash(_ kind: String, _ value: [UInt8], _ salt: [UInt8]) -> [UInt8] {
    var hash = FramedHash()
    hash.add(kind)
    hash.add(salt)
    hash.add(value)
    return hash.finish()
  }

  /// An address of version 4, or the 64 bits of version 6 behind which one household or firm has all the others.
  static func network(of address: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, address, &bytes) == 1 else { return Array(address.utf8) }
    let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    return isMapped ? Array(bytes[12...].map(String.init).joined(separator: ".").utf8) : Array(bytes[..<8])
  }
}
