import Casework
import Ledger
import Web

extension DeskQuery {
  /// The tabs without their rows' words. What only the reader's own doing changes is left out, so that many can share it.
  func glimpses(_ tabs: [DeskTab]) async throws -> [(key: String, glimpse: Glimpse)] {
    var found: [(key: String, glimpse: Glimpse)] = []
    for tab in tabs where !tab.isPersonal {
      if let glimpse = try await glimpse(tab) { found.append((tab.key, glimpse)) }
    }
    return found
  }

  private func glimpse(_ tab: DeskTab) async throws -> Glimpse? {
    let profile = ledger.profile()
    switch tab.content {
    case .orders(let filter):
      guard let reach = OrderReach.of(actor, in: profile.units) else { return nil }
      let list = OrderList(filter: filter, reach: reach, profile: profile)
      return try await ledger.look { sql, _ in try list.glimpse(sql, limit: ListLimit.page) }
    case .appeals(let filter):
      guard let reach = AppealReach.of(actor, in: profile.units) else { return nil }
      return try await ledger.look { sql, _ in try AppealList(filter: filter, reach: reach).glimpse(sql, limit: ListLimit.page) }
    case .lateByUnit, .figures, .brief, .hurts, .care:
      return nil
    }
  }
}
