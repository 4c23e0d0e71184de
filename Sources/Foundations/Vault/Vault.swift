import Foundation
import Store

/// The vault inside one transaction: persons, their texts and pictures, sealed under a key per person.
public final class Vault {
  let sql: any SQLSession
  let keys: VaultKeys
  private var opened: [Int64: CitizenKey] = [:]
  /// Fingerprints of the texts kept since the last `takeFingerprints`, by text id.
  private var fresh: [(id: Int64, fingerprint: String)] = []

  private var blinded: (word: String, digest: [UInt8])?

  public init(_ sql: any SQLSession, keys: VaultKeys) {
    self.sql = sql
    self.keys = keys
  }

  private static let insertCitizen = "INSERT INTO citizens (id, wrapped_key, identity, created_at) VALUES ($1, $2, $3, $4)"
  private static let insertBlind = "INSERT INTO blind_indexes (digest, citizen_id) VALUES ($1, $2) ON CONFLICT DO NOTHING"
  private static let selectBlind = "SELECT citizen_id FROM blind_indexes WHERE digest = $1 ORDER BY citizen_id"
  private static let selectKey = "SELECT wrapped_key FROM citizens WHERE id = $1"
  private static let insertText = "INSERT INTO vault_texts (id, citizen_id, sealed) VALUES ($1, $2, $3)"

  /// A new person with a new key.
  /// - Parameter milliseconds: when, since 1970.
  public func enrol(_ identity: Identity, id: Int64, at milliseconds: Int64) throws {
    let key = CitizenKey()
    opened[id] = key
    var sealed: [UInt8]?
    if !identity.isEmpty { sealed = try key.seal(Array(StoredJSON.encode(identity).utf8), bound: id) }
    let wrapped = try key.wrapped(of: id, with: keys)
    try sql.execute(Self.insertCitizen, [.int(id), .blob(wrapped), .bytes(sealed), .int(milliseconds)])
    if let phone = identity.phone { try index("phone", phone, id) }
  }

  /// Makes a person findable by an exact value.
  public func index(_ kind: String, _ value: String, _ citizen: Int64) throws {
    try sql.execute(Self.insertBlind, [.blob(blind(kind, value)), .int(citizen)])
  }

  /// The persons with exactly this normalised number, oldest first.
  public func find(phone: String) throws -> [Int64] { try find("phone", phone) }

  public func find(_ kind: String, _ value: String) throws -> [Int64] {
    try sql.query(Self.selectBlind, [.blob(blind(kind, value))]) { $0.int(0) }
  }

  public func identity(of citizen: Int64) throws -> Identity {
    let sealed = try sql.first("SELECT identity FROM citizens WHERE id = $1", [.int(citizen)]) { $0.blobOrNil(0) }
    guard let sealed, let bytes = sealed else { return Identity() }
    let clear = try key(of: citizen).open(bytes, bound: citizen, what: "the identity of citizen \(citizen)")
    return try StoredJSON.decode(Identity.self, from: String(decoding: clear, as: UTF8.self))
  }

  /// Keeps a text under a person's key.
  public func keep(_ text: String, for citizen: Int64, id: Int64) throws {
    let key = try key(of: citizen)
    let sealed = try key.seal(Array(text.utf8), bound: id)
    try sql.execute(Self.insertText, [.int(id), .int(citizen), .blob(sealed)])
    fresh.append((id, key.fingerprint(text)))
  }

  /// What an event must carry of the texts that were kept for it: `id:fingerprint` pairs, in order.
  public func takeFingerprints() -> String? {
    guard !fresh.isEmpty else { return nil }
    let list = fresh.map { "\($0.id):\($0.fingerprint)" }.joined(separator: " ")
    fresh.removeAll(keepingCapacity: true)
    return list
  }

  /// The texts with these ids; one that has been erased is missing.
  public func texts(_ ids: [Int64]) throws -> [Int64: String] {
    guard !ids.isEmpty else { return [:] }
    var args: [SQLValue] = []
    let list = args.whereIn("t.id", ids)
    let rows = try sql.query(
      "SELECT t.id, t.citizen_id, t.sealed, c.wrapped_key FROM vault_texts t JOIN citizens c ON c.id = t.citizen_id WHERE \(list)", args
    ) { (id: $0.int(0), citizen: $0.int(1), sealed: $0.blob(2), wrapped: $0.blobOrNil(3)) }
    var texts: [Int64: String] = [:]
    for row in rows {
      guard let wrapped = row.wrapped else { continue }
      let key = try opened[row.citizen] ?? CitizenKey(unwrapping: wrapped, of: row.citizen, with: keys)
      opened[row.citizen] = key
      texts[row.id] = String(decoding: try key.open(row.sealed, bound: row.id, what: "text \(row.id)"), as: UTF8.self)
    }
    return texts
  }

  public func text(_ id: Int64) throws -> String? { try texts([id])[id] }

  /// Whether a text still is what the event says; nil when it has been erased.
  public func matches(_ id: Int64, _ fingerprint: String) throws -> Bool? {
    guard let owner = try sql.first("SELECT citizen_id FROM vault_texts WHERE id = $1", [.int(id)], { $0.int(0) }) else { return nil }
    guard let text = try text(id) else { return nil }
    return try key(of: owner).fingerprint(text) == fingerprint
  }

  func key(of citizen: Int64) throws -> CitizenKey {
    if let key = opened[citizen] { return key }
    guard let wrapped = try sql.first(Self.selectKey, [.int(citizen)], { $0.blobOrNil(0) }) else {
      throw VaultProblem.unreadable("citizen \(citizen)")
    }
    guard let wrapped else { throw VaultProblem.erased }
    let key = try CitizenKey(unwrapping: wrapped, of: citizen, with: keys)
    opened[citizen] = key
    return key
  }

  /// A new person is looked for before being made findable, under the same digest.
  private func blind(_ kind: String, _ value: String) -> [UInt8] {
    let word = "\(kind)\u{0}\(value)"
    if let blinded, blinded.word == word { return blinded.digest }
    let digest = Digest.hmac(word, keys.indexing)
    blinded = (word, digest)
    return digest
  }
}
