import Casework
import Store
import Vault
import Workdays

/// One list of appeals for one reader.
struct AppealList {
  let filter: AppealFilter
  let reach: AppealReach

  /// - Parameter known: how many there are, where that is known to be more than is counted.
  func page(_ sql: any SQLSession, _ vault: Vault, after: Position?, limit: Int, known: Int? = nil) throws -> ListPage<AppealGlance> {
    let keyset = AppealLanes(filter: filter, reach: reach).keyset
    let places = try keyset.page(sql, after: after, limit: limit + 1)
    let total = places.count > limit || after != nil ? try known ?? keyset.count(sql, cap: ListLimit.cap) : places.count
    let shown = places.prefix(limit)
    let items = try AppealGlance.load(shown.map(\.id), reach, sql, vault)
    return ListPage(items: items, next: places.count > limit ? shown.last : nil, total: total)
  }

  /// The first page without its words.
  func glimpse(_ sql: any SQLSession, limit: Int) throws -> Glimpse {
    let keyset = AppealLanes(filter: filter, reach: reach).keyset
    let places = try keyset.page(sql, after: nil, limit: limit + 1)
    let total = places.count > limit ? try keyset.count(sql, cap: ListLimit.cap) : places.count
    return try Glimpse(total, places.prefix(limit).map(\.id), of: "appeals", sql)
  }

  func count(_ sql: any SQLSession, cap: Int = ListLimit.cap) throws -> Int {
    try AppealLanes(filter: filter, reach: reach).keyset.count(sql, cap: cap)
  }

  /// The newest appeals with these words.
  static func find(_ words: String, _ reach: AppealReach, _ sql: any SQLSession, _ vault: Vault, limit: Int) throws -> [AppealGlance] {
    let ids = try sql.search(index: "appeals").search(words, anyOf: reach.tokens, limit: limit, before: nil)
    return try AppealGlance.load(ids, reach, sql, vault)
  }
}
