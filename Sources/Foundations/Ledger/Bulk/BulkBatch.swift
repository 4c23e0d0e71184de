import Casework
import Store
import Vault
import Workdays

/// Whole histories of new things, prepared without a database: the same events, chains, folds, rows and vault entries as
/// through `perform`, with the lifecycle checked at each step and permission not asked. For loading what happened elsewhere.
/// Belongs to one thread; batches may be prepared side by side.
public final class BulkBatch {
  public let vault: Vault
  private let recorder: StatementRecorder
  private var ids: ClosedRange<Int64>

  /// - Parameter ids: reserved for this batch (`Ledger.reserveIDs`).
  public init(keys: VaultKeys, dialect: Dialect, ids: ClosedRange<Int64>) {
    recorder = StatementRecorder(dialect)
    vault = Vault(recorder, keys: keys)
    self.ids = ids
  }

  /// What `Ledger.write` writes.
  public var statements: [BulkStatement] { recorder.statements }

  public func newID() throws -> Int64 {
    guard ids.count > 1 else { throw StoreError.busy("no ids are left in the batch's block") }
    defer { ids = (ids.lowerBound + 1)...ids.upperBound }
    return ids.lowerBound
  }

  /// Keeps a text in the vault; the next event carries its fingerprint.
  public func keep(_ text: String, for citizen: CitizenID) throws -> TextID {
    let id = try newID()
    try vault.keep(text, for: citizen.value, id: id)
    return TextID(id)
  }

  /// One more event of a stream.
  public func append<S: Recorded>(_ event: S.Event, to stream: inout BulkStream<S>, at: Moment, by actor: Actor) throws {
    let fact = Fact(event, stream: stream.id, at: at, by: actor.account, unit: actor.unit)
    let line = stream.thing.map { S.lifecycle.line($0.state, event.action) }
    if let line, line == nil { throw FoldProblem("\(S.kind) \(stream.id): \(event.action.rawValue) is not possible") }
    let after = try S.fold(stream.thing, fact)
    if let line, line?.to.contains(after.state) == false {
      throw FoldProblem("\(S.kind) \(stream.id): \(event.action.rawValue) may not lead to \(after.state.rawValue)")
    }
    stream.thing = after
    stream.version += 1
    stream.head = try EventLog.append(
      recorder, stream: S.kind, id: stream.id, version: stream.version, at: at, actor: actor,
      body: try StoredJSON.encode(event), texts: vault.takeFingerprints(), previous: stream.head)
  }

  /// The row of a stream that has got all its events.
  public func finish<S: Recorded>(_ stream: BulkStream<S>) throws {
    guard let thing = stream.thing else { throw FoldProblem("\(S.kind) \(stream.id) has no event") }
    let head: [SQLValue] = [.int(stream.id), .int(stream.version), .blob(stream.head), .text(try StoredJSON.encode(thing))]
    try recorder.execute(S.table.insert, head + thing.columns)
    try Attendants.write(nil, thing, stream.id, recorder)
  }
}

/// A stream of a batch as far as it has come.
public struct BulkStream<S: Recorded> {
  public let id: Int64
  public fileprivate(set) var thing: S?
  fileprivate var version: Int64 = 0
  fileprivate var head = EventLog.genesis

  public init(_ type: S.Type, _ id: Int64) { self.id = id }
}

extension Ledger {
  /// A block of ids for a batch.
  public func reserveIDs(_ count: Int) async throws -> ClosedRange<Int64> { try await Counters(database).reserve("ids", count: count) }

  /// Writes a prepared batch in one transaction, sealed like any other.
  public func write(_ batch: [BulkStatement]) async throws {
    try await database.write { sql in
      for statement in batch { try sql.execute(statement.sql, statement.args) }
    }
  }
}
