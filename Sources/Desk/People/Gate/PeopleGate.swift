import Casework
import Store
import Web
import Workdays

/// Knows who is at the door: tokens and sessions to actors, from memory for two seconds, then from the database.
public struct PeopleGate: Gate {
  private let accounts: Accounts
  private let lists: ProfileListsCache
  private let around: @Sendable (Actor?) -> Surroundings

  /// - Parameter surroundings: name and navigation around the pages of a person.
  public init(_ accounts: Accounts, surroundings: @Sendable @escaping (Actor?) -> Surroundings = { _ in .plain }) {
    self.accounts = accounts
    lists = ProfileListsCache()
    around = surroundings
  }

  public func actor(bearer: String) async throws -> Actor? {
    guard RandomSecret.looksLikeToken(bearer) else { return nil }
    let now = now()
    try await accounts.list.refresh(accounts.ledger.database, at: now)
    let digest = RandomSecret.digest(bearer)
    if let known = accounts.cache.find(digest, at: now) { return known.csrf == nil ? known.actor : nil }
    let generation = accounts.cache.generation
    let units = accounts.ledger.profile().units
    guard let known = try await accounts.ledger.database.read({ try SessionActor($0, units).bearer(digest) }) else { return nil }
    accounts.cache.keep(known, digest, at: now, generation: generation)
    return known.actor
  }

  public func actor(session: String) async throws -> (actor: Actor, csrf: String)? {
    guard RandomSecret.looksLikeSession(session) else { return nil }
    let now = now()
    try await accounts.list.refresh(accounts.ledger.database, at: now)
    let digest = RandomSecret.digest(session)
    if let known = accounts.cache.find(digest, at: now) { return known.csrf.map { (known.actor, $0) } }
    let generation = accounts.cache.generation
    let units = accounts.ledger.profile().units
    let found = try await accounts.ledger.database.read { try SessionActor($0, units).session(digest, at: now) }
    guard let found else { return nil }
    if found.isDue { await note(digest, at: now) }
    accounts.cache.keep(found.known, digest, at: now, generation: generation)
    return found.known.csrf.map { (found.known.actor, $0) }
  }

  public func holder(session: String) async throws -> Actor? {
    guard RandomSecret.looksLikeSession(session) else { return nil }
    let (now, digest, units) = (now(), RandomSecret.digest(session), accounts.ledger.profile().units)
    return try await accounts.ledger.database.read { try SessionActor($0, units).session(digest, at: now)?.known.actor }
  }

  /// Loads the accounts that fields may refer to, for calls that come through no door.
  public func refresh() async throws { try await accounts.list.refresh(accounts.ledger.database, at: now()) }

  public var references: any References { PeopleReferences(lists: lists.current(accounts.ledger.profile()), accounts: accounts.list) }

  public func now() -> Moment { accounts.ledger.clock() }

  public func surroundings(for actor: Actor?) -> Surroundings { around(actor) }

  /// A full disk must not keep anybody from reading: a session that could not be noted only ends a little early.
  private func note(_ digest: [UInt8], at now: Moment) async {
    _ = try? await accounts.ledger.database.write { try Sessions($0).seen(digest, at: now) }
  }
}
