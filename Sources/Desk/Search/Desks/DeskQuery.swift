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
  /// This person sees none of it.
  case nothing
}

/// Reads a tab for one person, in one snapshot.
struct DeskQuery: Sendable {
  let ledger: Ledger
  let actor: Actor
  let now: Moment

  func view(_ tab: DeskTab, after: Position?) async throws -> DeskView {
    let profile = ledger.profile()
    let orders = OrderReach.of(actor, in: profile.units)
    let appeals = AppealReach.of(actor, in: profile.units)
    if case .figures(let figures) = tab.content { return .figures(try await counts(figures, profile)) }
    return try await ledger.look { sql, vault in
      switch tab.content {
      case .orders(let filter):
        guard let orders else { return .nothing }
        let list = OrderList(filter: filter, reach: orders, profile: profile)
        var page = try list.page(sql, vault, after: after, limit: ListLimit.page)
        page.mark = after == nil ? try Glimpse(page.total, page.items.map(\.id), of: "orders", sql).mark : nil
        return .orders(page)
      case .appeals(let filter):
        guard let appeals else { return .nothing }
        var page = try AppealList(filter: filter, reach: appeals).page(sql, vault, after: after, limit: ListLimit.page)
        page.mark = after == nil ? try Glimpse(page.total, page.items.map(\.id), of: "appeals", sql).mark : nil
        return .appeals(page)
      case .lateByUnit:
        guard let orders else { return .nothing }
        return .units(try LateByUnit(reach: orders, profile: profile, now: now).read(sql))
      case .figures: return .nothing
      }
    }
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

/// How many orders of each unit are late, the worst first; each count reads one index range and ends at the cap.
struct LateByUnit {
  let reach: OrderReach
  let profile: Profile
  let now: Moment

  func read(_ sql: any SQLSession) throws -> [(unit: UnitID, late: Int)] {
    let reach = try reach.keeping(sql)
    let counts = try units.map { unit in
      let filter = OrderFilter(unit: unit, dueBefore: now)
      return (unit: unit, late: try OrderList(filter: filter, reach: reach, profile: profile).count(sql))
    }
    return counts.filter { $0.late > 0 }.sorted { ($0.late, $1.unit) > ($1.late, $0.unit) }
  }

  private var units: [UnitID] {
    if case .within(let units, _) = reach.extent { return units }
    return profile.units.subtree(of: profile.units.root)
  }
}
