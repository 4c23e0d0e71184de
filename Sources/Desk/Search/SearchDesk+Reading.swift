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
    let desk = try await desk(of: role, for: call.actor, at: call.now)
    guard var tab = desk.tab(call.query.optionalText("tab")) else { throw DeskProblem.unknown(call.query.text("tab")) }
    let ground = tab.saved?.narrowing.tab ?? tab.key
    var narrowing = Narrowing(call.query, tab: ground)
    if case .orders(let base)? = desk.tab(ground)?.content, !narrowing.isEmpty {
      tab = DeskTab(tab.key, tab.label, .orders(narrowing.applied(to: base, DeskDays(now: call.now))), bulk: tab.bulk, saved: tab.saved)
    } else if let saved = tab.saved {
      narrowing = saved.narrowing
    }
    let page = DeskPage(desk: desk, tab: tab, narrowing: narrowing, profile: ledger.profile(), call: call)
    let after = try call.query.optionalText("after").map { try Cursor.read($0, of: page.list) }
    let query = DeskQuery(ledger: ledger, actor: call.actor, now: call.now)
    let alerts = try await alerts(on: role, for: call.actor, at: call.now)
    let counts = try await counts(desk, query)
    let many = page.question.isEmpty && counts[tab.key] == ListLimit.cap ? ListLimit.cap : nil
    let view = try await query.view(tab, after: after, known: many)
    return .page(page.render(view, counts: counts, alerts: alerts))
  }

  /// How many stand in each tab.
  private func counts(_ desk: Desk, _ query: DeskQuery) async throws -> [String: Int] {
    let own = desk.tabs.filter(\.isPersonal)
    let counts = try await shared.counts(on: desk.role, for: query.actor, at: query.now) {
      (try await query.counts(desk.tabs.filter { !$0.isPersonal }), try await ledger.look { sql, _ in try StaffComplaints.read(sql) })
    }
    return own.isEmpty ? counts : try await counts.merging(query.counts(own)) { $1 }
  }

  private func desk(of role: Role, for actor: Actor, at now: Moment) async throws -> Desk {
    let saved = try await ledger.look { sql, _ in try SavedFilters.of(actor.account, on: role, sql) }
    return Desk(of: role, for: actor, at: now).with(saved, at: now)
  }

  /// How many stand in each tab of a desk, so that an open page can be kept right. Each count reads one index range and ends
  /// at the cap.
  public func counts(on role: Role, for actor: Actor, at now: Moment) async throws -> [DeskCount] {
    let desk = try await desk(of: role, for: actor, at: now)
    let counts = try await DeskQuery(ledger: ledger, actor: actor, now: now).counts(desk.tabs)
    return desk.tabs.compactMap { tab in
      counts[tab.key].map { DeskCount(topic: desk.topic(tab), tab: tab.key, label: tab.label, count: $0) }
    }
  }
}
