import Casework
import Foundation
import Store
import Vault
import Workdays

/// The one door: every change goes through `perform`, in one transaction, with its event.
public struct Ledger: Sendable {
  public let database: any Database
  public let keys: VaultKeys
  public let identifiers: IdentifierSource
  /// The profile in force; a verb sees one and the same from its beginning to its end.
  public let profile: @Sendable () -> Profile
  public let clock: @Sendable () -> Moment
  public let random: @Sendable () -> UInt64
  /// Rings for whoever waits for the next wake-up when a nearer one is written.
  public let alarm = Alarm()
  private static let tries = 5

  public init(
    _ database: any Database, keys: VaultKeys, profile: @Sendable @escaping () -> Profile,
    clock: @Sendable @escaping () -> Moment = { Moment.now() },
    random: @Sendable @escaping () -> UInt64 = { UInt64.random(in: .min ... .max) }
  ) {
    self.database = database
    self.keys = keys
    self.profile = profile
    self.clock = clock
    self.random = random
    identifiers = IdentifierSource(database)
  }

  /// Does it: durable when this returns. With a key, the same request gets the same answer and happens once.
  /// - Parameter now: the moment at which it happens; the ledger's clock if not given.
  public func perform<V: Verb>(_ verb: V, as actor: Actor, key: RequestKey? = nil, at now: Moment? = nil) async throws -> V.Receipt {
    let now = now ?? clock()
    for attempt in 1... {
      do {
        try await identifiers.prepare()
        let done = try await database.write { sql in
          let session = LedgerSession(sql, ledger: self, actor: actor, now: now)
          let receipt = try key.map { try session.once($0) { try verb.perform(in: session) } } ?? verb.perform(in: session)
          return (receipt: receipt, wakes: session.nearestWake)
        }
        if let wakes = done.wakes { alarm.set(wakes) }
        return done.receipt
      } catch StoreError.busy where attempt < Self.tries {
        continue
      } catch StoreError.uniqueViolation(let what) where attempt < Self.tries && Self.isRace(what) {
        continue
      } catch StoreError.busy {
        throw CaseworkProblem.busy
      }
    }
    throw CaseworkProblem.busy
  }

  /// Looks without changing; the session's vault opens texts.
  public func look<T: Sendable>(_ body: @Sendable @escaping (any SQLSession, Vault) throws -> T) async throws -> T {
    let keys = keys
    return try await database.read { sql in try body(sql, Vault(sql, keys: keys)) }
  }

  /// Two who wrote at once: the second one begins again and sees what the first one did.
  private static func isRace(_ what: String) -> Bool {
    what.contains("events") || what.contains("idempotency") || what.contains("participations")
  }
}
