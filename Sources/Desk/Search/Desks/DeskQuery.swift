import Casework
import Ledger
import Store
import Vault
import Workdays

/// What one tab of a desk shows.
enum DeskView: Sendable {
  case orders(ListPage<OrderGlance>)
  case appeals(ListPage<AppealGlance>)
  case units([(unit: UnitID, late: Int)])
  case figures([(figure: DeskFigure, count: Int)])
  case brief(Brief)
  case hurts([Hurt])
  case care([CareItem])
  /// This person sees none of it.
  case nothing
}

/// Reads a tab for one person, in one snapshot.
struct DeskQuery: Sendable {
  let ledger: Ledger
  let actor: Actor
  let now: Moment
  var hurts = Kept<[UnitID]?, [Hurt]>(for: 0)

  /// - Parameter known: how many stand in the tab, where that is known to be more than is counted.
  func view(_ tab: DeskTab, after: Position?, known: Int? = nil) async throws -> DeskView {
    let profile = ledger.profile()
    let orders = OrderReach.of(actor, in: profile.units)
    let appeals = AppealReach.of(actor, in: profile.units)
    if case .figures(let figures) = tab.content { return .figures(try await counts(figures, profile)) }
    if case .care = tab.content { return .care(try await care(profile)) }
    let hurts = try await hurts(tab, orders, profile)
    return try await ledger.look { sql, vault in
      switch tab.content {
      case .orders(let filter):
        guard let orders else { return .nothing }
        let list = OrderList(filter: filter, reach: orders, profile: profile)
        var page = try list.page(sql, vault, after: after, limit: ListLimit.page, known: known)
        page.mark = after == nil ? try Glimpse(page.total, page.items.map(\.id), of: "orders", sql).mark : nil
        return .orders(page)
      case .appeals(let filter):
        guard let appeals else { return .nothing }
        let list = AppealList(filter: filter, reach: appeals)
        var page = try list.page(sql, vault, after: after, limit: ListLimit.page, known: known)
        page.mark = after == nil ? try Glimpse(page.total, page.items.map(\.id), of: "appeals", sql).mark : nil
        return .appeals(page)
      case .lateByUnit:
        guard let orders else { return .nothing }
        return .units(try LateByUnit(reach: orders, profile: profile, now: now).read(sql))
      case .brief:
        guard let orders else { return .nothing }
        return .brief(try Brief.read(orders, hurts, profile, at: now, sql, vault))
      case .hurts:
        guard let reach = try (orders ?? OrderReach.of(.system, in: profile.units))?.keeping(sql) else { return .nothing }
        return .hurts(try hurts.map { try $0.standing(reach, profile, at: now, sql) })
      case .figures, .care: return .nothing
      }
    }
  }

  /// What hurts, for the tabs that tell it.
  private func hurts(_ tab: DeskTab, _ orders: OrderReach?, _ profile: Profile) async throws -> [Hurt] {
    switch tab.content {
    case .brief, .hurts:
      guard let reach = orders ?? OrderReach.of(.system, in: profile.units) else { return [] }
      let (reading, ledger) = (Hurts(now: now, reach: reach), ledger)
      return try await hurts.value(for: reading.units, at: now) { try await ledger.look { sql, _ in try reading.read(sql) } }
    case .orders, .appeals, .lateByUnit, .figures, .care: return []
    }
  }

  /// How many stand in each tab that is a queue. A tab with words has no count: only a search would tell.
  func counts(_ tabs: [DeskTab]) async throws -> [String: Int] {
    let profile = ledger.profile()
    let orders = OrderReach.of(actor, in: profile.units)
    let appeals = AppealReach.of(actor, in: profile.units)
    return try await ledger.look { sql, _ in
      var counts: [String: Int] = [:]
      let orders = try orders?.keeping(sql)
      for tab in tabs {
        switch tab.content {
        case .orders(let filter) where filter.words == nil:
          guard let orders else { continue }
          counts[tab.key] = try OrderList(filter: filter, reach: orders, profile: profile).count(sql)
        case .appeals(let filter):
          guard let appeals else { continue }
          counts[tab.key] = try AppealList(filter: filter, reach: appeals).count(sql)
        case .orders, .lateByUnit, .figures, .brief, .hurts, .care: continue
        }
      }
      return counts
    }
  }

  private func care(_ profile: Profile) async throws -> [CareItem] {
    let role = Desk.first(of: actor) ?? .auditAdmin
    let care = Care(role: role, now: now, profile: profile, undelivered: try await ledger.undelivered())
    return try await ledger.look { sql, _ in try care.items(sql) }
  }

  /// Totals of the whole house, capped; nothing of any one case.
  private func counts(_ figures: [DeskFigure], _ profile: Profile) async throws -> [(figure: DeskFigure, count: Int)] {
    let undelivered = figures.contains(.undelivered) ? try await ledger.undelivered() : 0
    guard let orders = OrderReach.of(.system, in: profile.units), let appeals = AppealReach.of(.system, in: profile.units) else {
      return []
    }
    return try await ledger.look { sql, _ in
      try figures.map { figure in
        if figure == .undelivered { return (figure, undelivered) }
        if let filter = figure.orders(at: now) {
          return (figure, try OrderList(filter: filter, reach: orders, profile: profile).count(sql))
        }
        var waiting = AppealFilter()
        waiting.state = .recorded
        return (figure, try AppealList(filter: waiting, reach: appeals).count(sql))
      }
    }
  }
}
