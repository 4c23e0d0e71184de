import Casework
import Ledger
import Web
import Workdays

extension SearchDesk {
  /// Nothing for those who see no orders.
  func orders(_ filter: OrderFilter, as actor: Actor, after: Position?, limit: Int) async throws -> ListPage<OrderGlance> {
    let profile = ledger.profile()
    guard let reach = OrderReach.of(actor, in: profile.units) else { return ListPage(items: [], next: nil, total: 0) }
    let list = OrderList(filter: filter, reach: reach, profile: profile)
    return try await ledger.look { sql, vault in try list.page(sql, vault, after: after, limit: limit) }
  }

  func appeals(_ filter: AppealFilter, as actor: Actor, after: Position?, limit: Int) async throws -> ListPage<AppealGlance> {
    guard let reach = AppealReach.of(actor, in: ledger.profile().units) else { return ListPage(items: [], next: nil, total: 0) }
    let list = AppealList(filter: filter, reach: reach)
    return try await ledger.look { sql, vault in try list.page(sql, vault, after: after, limit: limit) }
  }

  func appeals(matching words: String, as actor: Actor) async throws -> [AppealGlance] {
    guard let reach = AppealReach.of(actor, in: ledger.profile().units) else { return [] }
    return try await ledger.look { sql, vault in try AppealList.find(words, reach, sql, vault, limit: 20) }
  }

  func show(_ role: Role, _ call: Call) async throws -> Answer {
    let desk = Desk(of: role, for: call.actor, at: call.now)
    guard let tab = desk.tab(call.query.optionalText("tab")) else { throw DeskProblem.unknown(call.query.text("tab")) }
    let after = try call.query.optionalText("after").map { try Cursor.read($0, of: DeskPage.list(desk, tab)) }
    let view = try await DeskQuery(ledger: ledger, actor: call.actor, now: call.now).view(tab, after: after)
    return .page(DeskPage(desk: desk, tab: tab, profile: ledger.profile(), call: call).render(view))
  }
}
