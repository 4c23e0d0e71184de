import Casework
import Foundation
import Ledger
import Store
import Workdays

/// The one way to accounts: reading them, changing them, signing in. What it changes holds on this node at once and on
/// the others within two seconds.
public struct Accounts: Sendable {
  public let ledger: Ledger
  let cache: ActorCache
  let list: AccountList

  public init(_ ledger: Ledger) {
    self.ledger = ledger
    cache = ActorCache()
    list = AccountList()
  }

  /// What `verify` needs to rebuild the rows of accounts.
  public static let checker = StreamChecker(Account.self)

  /// The account with this name, whatever its state; nil where there is none.
  public func find(_ login: String) async throws -> Account? {
    try await ledger.database.read { try AccountRows($0).find(login) }
  }

  /// The person as one who acts now.
  /// - Throws: `CaseworkProblem.unknown`, `PeopleProblem.disabled`.
  public func actor(for login: String) async throws -> Actor {
    guard let account = try await find(login) else { throw PeopleProblem.account(login) }
    guard account.state == .active else { throw PeopleProblem.disabled }
    return account.actor(in: ledger.profile().units)
  }

  /// The account, if `actor` may see it.
  /// - Throws: `CaseworkProblem.unknown` otherwise.
  func visible(_ login: String, to actor: Actor) async throws -> Account {
    let units = ledger.profile().units
    guard let account = try await find(login), !account.sides(of: actor, in: units).isEmpty else { throw PeopleProblem.account(login) }
    return account
  }

  /// One page of the accounts that `actor` may see, by name for signing in.
  func page(for actor: Actor, matching query: AccountQuery) async throws -> AccountPage {
    let units = ledger.profile().units
    let scope = actor.scope == units.root ? nil : units.subtree(of: actor.scope).map(\.value)
    return try await ledger.database.read { try AccountRows($0).page(within: scope, query) }
  }

  /// Forgets sessions that are over and failures that no longer count; some time each hour is often enough.
  public func tidy(at now: Moment) async throws {
    try await ledger.database.write { sql in
      try Sessions(sql).forgetEnded(at: now)
      try sql.execute("DELETE FROM sign_in_failures WHERE last_at < $1", [.int(now.adding(days: -2).milliseconds)])
    }
  }
}
