import Casework
import Store

/// Which appeals somebody sees in lists: those that units of the own scope took in, as `Appeal.sides` has it.
struct AppealReach: Sendable, Equatable {
  /// Nil: whoever took them in.
  let intake: [UnitID]?
  /// What a search is narrowed by; nil: nothing.
  let tokens: [String]?
  /// From whom complaints about themselves and their group are kept.
  let account: AccountID
  let group: String?

  static func of(_ actor: Actor, in organisation: Organisation) -> AppealReach? {
    if actor.standing == .system { return AppealReach(intake: nil, tokens: nil, account: actor.account, group: nil) }
    guard actor.standing == .staff, !actor.roles.isDisjoint(with: OrderReach.desks) else { return nil }
    let isRoot = actor.scope == organisation.root
    return AppealReach(
      intake: isRoot ? nil : organisation.subtree(of: actor.scope), tokens: isRoot ? nil : [ScopeTokens.token(actor.scope)],
      account: actor.account, group: actor.group)
  }

  /// A complaint about a colleague is invisible to that colleague and the colleague's group (`Appeal.isKept`).
  var kept: Condition {
    { [account, group] args in
      var about = "coalesce(about_agent, '') <> \(args.bind(.text(account.value)))"
      if let group { about += " AND coalesce(about_group, '') <> \(args.bind(.text(group)))" }
      return "(coalesce(kind, '') <> 'staff-complaint' OR (\(about)))"
    }
  }
}
