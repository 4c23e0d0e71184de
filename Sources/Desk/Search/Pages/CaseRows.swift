import Casework
import Store
import Vault
import Web
import Workdays

/// Cases that another module has the ids of, as rows of a queue, as far as the reader may see them.
public struct CaseRows: Sendable {
  private let actor: Actor
  private let profile: Profile
  private let rows: Rows

  public init(for actor: Actor, profile: Profile, now: Moment, language: Language) {
    self.actor = actor
    self.profile = profile
    rows = Rows(profile: profile, now: now, language: language)
  }

  /// Whether this person sees orders at all.
  public static func seesOrders(_ actor: Actor) -> Bool { !actor.roles.isDisjoint(with: OrderReach.readers) }
  public static func seesAppeals(_ actor: Actor) -> Bool { !actor.roles.isDisjoint(with: OrderReach.desks) }

  public func orders(_ ids: [Int64], _ sql: any SQLSession, _ vault: Vault) throws -> [Int64: QueueRow] {
    let seen = try OrderGlance.load(ids, for: actor, profile, sql, vault)
    return Dictionary(seen.map { ($0.id, rows.row($0)) }, uniquingKeysWith: { first, _ in first })
  }

  public func appeals(_ ids: [Int64], _ sql: any SQLSession, _ vault: Vault) throws -> [Int64: QueueRow] {
    guard let reach = AppealReach.of(actor, in: profile.units) else { return [:] }
    let seen = try AppealGlance.load(ids, reach, sql, vault)
    return Dictionary(seen.map { ($0.id, rows.row($0)) }, uniquingKeysWith: { first, _ in first })
  }
}
