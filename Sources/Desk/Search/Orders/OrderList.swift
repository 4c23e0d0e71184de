import Casework
import Store
import Vault
import Workdays

/// One list of orders for one reader.
struct OrderList {
  let filter: OrderFilter
  let reach: OrderReach
  let profile: Profile

  /// Runs inside one snapshot; some six statements a page.
  /// - Parameter known: how many there are, where that is known to be more than is counted.
  func page(_ sql: any SQLSession, _ vault: Vault, after: Position?, limit: Int, known: Int? = nil) throws -> ListPage<OrderGlance> {
    if let words = filter.words { return try found(words, sql, vault, after, limit) }
    let reach = try reach.keeping(sql)
    guard let keyset = OrderLanes(filter, reach, profile).keyset else { return ListPage(items: [], next: nil, total: 0) }
    let places = try keyset.page(sql, after: after, limit: limit + 1)
    let total = places.count > limit || after != nil ? try known ?? count(sql, reach) : places.count
    return try filled(places, sql, vault, limit, total)
  }

  func count(_ sql: any SQLSession) throws -> Int { try count(sql, reach.keeping(sql)) }

  /// The first page without its words.
  func glimpse(_ sql: any SQLSession, limit: Int) throws -> Glimpse {
    let reach = try reach.keeping(sql)
    guard let keyset = OrderLanes(filter, reach, profile).keyset else { return try Glimpse(0, [], of: "orders", sql) }
    let places = try keyset.page(sql, after: nil, limit: limit + 1)
    let total = places.count > limit ? try count(sql, reach) : places.count
    return try Glimpse(total, places.prefix(limit).map(\.id), of: "orders", sql)
  }

  private func count(_ sql: any SQLSession, _ reach: OrderReach) throws -> Int {
    try OrderLanes(filter, reach, profile).counted?.count(sql, cap: ListLimit.cap) ?? 0
  }

  private func found(_ words: String, _ sql: any SQLSession, _ vault: Vault, _ after: Position?, _ limit: Int) throws -> ListPage<
    OrderGlance
  > {
    let isDue = filter.order == .due
    let search = OrderWords(filter: filter, reach: try reach.keeping(sql), profile: profile)
    let all = try search.places(words, sql).sorted { Self.precedes($0, $1, descending: !isDue) }
    let rest = after.map { after in all.filter { Self.precedes(after, $0, descending: !isDue) } } ?? all
    return try filled(Array(rest.prefix(limit + 1)), sql, vault, limit, all.count)
  }

  private func filled(
    _ places: [Position], _ sql: any SQLSession, _ vault: Vault, _ limit: Int, _ total: Int
  ) throws -> ListPage<OrderGlance> {
    let shown = places.prefix(limit)
    let items = try OrderGlance.load(shown.map(\.id), sql, vault)
    return ListPage(items: items, next: places.count > limit ? shown.last : nil, total: total)
  }

  /// Whatever has no key comes last.
  private static func precedes(_ one: Position, _ other: Position, descending: Bool) -> Bool {
    if one.isPressing != other.isPressing { return one.isPressing }
    let (left, right) = ((one.key ?? .max, one.id), (other.key ?? .max, other.id))
    return descending ? left > right : left < right
  }
}
