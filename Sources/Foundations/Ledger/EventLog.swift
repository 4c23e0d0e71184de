import Casework
import Store
import Vault
import Workdays

/// One event as it stands in the log.
public struct StoredEvent: Sendable {
  public let seq: Int64
  public let stream: String
  public let id: Int64
  public let version: Int64
  public let at: Moment
  public let actor: AccountID
  public let unit: UnitID
  public let schema: Int64
  /// `{"dispatched":{…}}`, byte for byte what the hash covers.
  public let body: String
  /// Fingerprints of the vault's texts that came with it: `id:hash id:hash`.
  public let texts: String?
  public let previous: [UInt8]
  public let hash: [UInt8]

  /// The word of the event, `dispatched`.
  public var type: Substring { body.dropFirst(2).prefix { $0 != "\"" } }

  /// SHA-256 over everything that the event says and over the hash before it in its stream.
  func computedHash() -> [UInt8] {
    EventLog.hash(
      previous: previous, stream: stream, id: id, version: version, at: at, actor: actor, unit: unit, schema: schema, body: body,
      texts: texts)
  }
}

/// The append-only log.
enum EventLog {
  static let genesis = [UInt8](repeating: 0, count: 32)
  static let columns = "seq, stream, id, version, at, actor, unit, schema, body, texts, previous, hash"
  private static let insert = """
    INSERT INTO events (stream, id, version, at, actor, unit, schema, body, texts, previous, hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    """

  static func hash(
    previous: [UInt8], stream: String, id: Int64, version: Int64, at: Moment, actor: AccountID, unit: UnitID, schema: Int64,
    body: String, texts: String?
  ) -> [UInt8] {
    var hash = FramedHash()
    hash.add(previous)
    hash.add(stream)
    hash.add(id)
    hash.add(version)
    hash.add(at.milliseconds)
    hash.add(actor.value)
    hash.add(unit.value)
    hash.add(schema)
    hash.add(body)
    hash.add(texts ?? "")
    return hash.finish()
  }

  static func append(
    _ sql: any SQLSession, stream: StreamKind, id: Int64, version: Int64, at: Moment, actor: Actor, body: String, texts: String?,
    previous: [UInt8]
  ) throws -> [UInt8] {
    let hash = hash(
      previous: previous, stream: stream.rawValue, id: id, version: version, at: at, actor: actor.account, unit: actor.unit,
      schema: 1, body: body, texts: texts)
    try sql.execute(
      insert,
      [
        .text(stream.rawValue), .int(id), .int(version), .int(at.milliseconds), .text(actor.account.value), .text(actor.unit.value),
        .int(1), .text(body), .str(texts), .blob(previous), .blob(hash),
      ])
    return hash
  }

  static func read(_ row: any SQLRow) -> StoredEvent {
    StoredEvent(
      seq: row.int(0), stream: row.text(1), id: row.int(2), version: row.int(3), at: Moment(milliseconds: row.int(4)),
      actor: AccountID(row.text(5)), unit: UnitID(row.text(6)), schema: row.int(7), body: row.text(8), texts: row.textOrNil(9),
      previous: row.blob(10), hash: row.blob(11))
  }
}
