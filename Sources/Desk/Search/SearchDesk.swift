import Casework
import Ledger
import Web
import Workdays

/// Lists, search and the desks of all roles.
public struct SearchDesk: Sendable {
  let ledger: Ledger
  let shared: SharedCounts

  /// - Parameter countsFor: the milliseconds for which a count that colleagues share is good.
  public init(ledger: Ledger, countsFor: Int64 = 2000) {
    self.ledger = ledger
    shared = SharedCounts(for: countsFor)
  }

  public var endpoints: [Endpoint] {
    [
      .get(
        "orders", .roles(OrderReach.readers), Phrase("工单列表", "List orders"), query: ListForm.orders,
        answers: ListAnswer.orderPage, handle: listOrders),
      .get(
        "appeals", .roles(OrderReach.desks), Phrase("诉求列表", "List appeals"), query: ListForm.appeals,
        answers: ListAnswer.appealPage, handle: listAppeals),
      .page("", .anyone, Phrase("首页", "Home"), handle: home),
      .page("desk", .signedIn, Phrase("我的工作台", "My desk"), handle: firstDesk),
      .page("desk/{name}", .signedIn, Phrase("工作台", "A desk"), query: DeskQuestion.desk, handle: desk),
      .page("search", .roles(OrderReach.readers), Phrase("查找", "Search"), query: [DeskQuestion.words, ListForm.after], handle: search),
    ] + filtering + alerting
  }

  /// The newest orders with all these words that the actor may see, at most 1,000.
  public func orders(matching words: String, limit: Int, as actor: Actor = .system) async throws -> [OrderGlance] {
    var filter = OrderFilter()
    filter.words = words
    return try await orders(filter, as: actor, after: nil, limit: limit).items
  }

  /// The orders of a filter that the actor may see, the most pressing first.
  public func glances(_ filter: OrderFilter, as actor: Actor, limit: Int) async throws -> [OrderGlance] {
    try await orders(filter, as: actor, after: nil, limit: limit).items
  }

  @Sendable private func listOrders(_ call: Call) async throws -> Answer {
    let list = call.query.fingerprint(ListForm.orders, list: "orders")
    let after = try call.query.optionalText("after").map { try Cursor.read($0, of: list) }
    let page = try await orders(ListForm.filter(orders: call.query), as: call.actor, after: after, limit: ListForm.limit(call.query))
    return .ok(ListAnswer.orders(page, next: page.next.map { Cursor.write($0, of: list) }))
  }

  @Sendable private func listAppeals(_ call: Call) async throws -> Answer {
    let list = call.query.fingerprint(ListForm.appeals, list: "appeals")
    let after = try call.query.optionalText("after").map { try Cursor.read($0, of: list) }
    let page = try await appeals(ListForm.filter(appeals: call.query), as: call.actor, after: after, limit: ListForm.limit(call.query))
    return .ok(ListAnswer.appeals(page, next: page.next.map { Cursor.write($0, of: list) }))
  }

  @Sendable private func home(_ call: Call) async throws -> Answer {
    guard call.actor.standing == .staff else { return .seeOther(Paths.portal) }
    guard let role = Desk.first(of: call.actor) else { throw DeskProblem.none }
    return .seeOther(Paths.desk(role.rawValue))
  }

  @Sendable private func firstDesk(_ call: Call) async throws -> Answer {
    guard let role = Desk.first(of: call.actor) else { throw DeskProblem.none }
    return try await show(role, call)
  }

  @Sendable private func desk(_ call: Call) async throws -> Answer {
    try await show(role(call), call)
  }

  @Sendable private func search(_ call: Call) async throws -> Answer {
    let words = call.query.text("q")
    let after = try call.query.optionalText("after").map { try Cursor.read($0, of: "\(SearchPage.list)/\(words)") }
    var filter = OrderFilter()
    filter.words = words
    let orders = try await orders(filter, as: call.actor, after: after, limit: ListLimit.page)
    let appeals = after == nil ? try await appeals(matching: words, as: call.actor) : []
    return .page(SearchPage(words: words, orders: orders, appeals: appeals, profile: ledger.profile(), call: call).render())
  }
}

/// What the address of a desk may say.
enum DeskQuestion {
  static let tab = Field("tab", .line(30), Phrase("分栏", "Tab"))
  static let narrow = Field("narrow", .flag, Phrase("显示筛选", "Show the filter"))
  static let desk = Form([tab, ListForm.after, narrow] + Narrowing.fields)
  static let words = Field("q", .line(100), Phrase("关键词", "Words"))
}
