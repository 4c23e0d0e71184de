import Casework
import Store
import Workdays

/// Rules of the catalogue in force that cannot be followed, with the orders that wait for a person because of them.
struct FailureList: Sendable {
  struct Item: Sendable {
    let rule: CatalogueRule
    let failure: CatalogueFailure
    /// Where it fails; empty: everywhere.
    let areas: [AreaID]
    /// Orders that wait for dispatch.
    var waiting = 0
  }

  let profile: Profile
  let day: CivilDay

  private static let pending = """
    SELECT category, kind, area, count(*) FROM orders WHERE state = 'pending-dispatch' AND role = 'main' GROUP BY category, kind, area
    """

  /// What fails, whoever waits for it.
  var failing: [Item] {
    profile.catalogue.rules.filter { $0.holds(on: day) }.compactMap { rule in
      failure(of: rule).map { Item(rule: rule, failure: $0.failure, areas: $0.areas) }
    }
  }

  func items(_ sql: any SQLSession) throws -> [Item] {
    let failing = failing
    guard !failing.isEmpty else { return [] }
    let waiting = try waiting(sql)
    return failing.map { item in
      var item = item
      item.waiting = waiting[item.rule.id] ?? 0
      return item
    }
  }

  /// Orders by the rule that cannot send them anywhere.
  private func waiting(_ sql: any SQLSession) throws -> [String: Int] {
    var waiting: [String: Int] = [:]
    let groups = try sql.query(Self.pending) { row in
      (
        matter: CatalogueQuestion(
          category: CategoryID(row.text(0)), kind: Kind(rawValue: row.text(1)), area: row.textOrNil(2).map { AreaID($0) }),
        count: Int(row.int(3))
      )
    }
    for group in groups {
      let proposal = profile.proposal(for: group.matter, on: day)
      if let rule = proposal.rule, proposal.failure?.isRulesFault == true { waiting[rule.id, default: 0] += group.count }
    }
    return waiting
  }

  /// A rule for a place is tried at every place below the city.
  private func failure(of rule: CatalogueRule) -> (failure: CatalogueFailure, areas: [AreaID])? {
    if case .unit = rule.lead { return failure(of: rule, at: nil).map { ($0, []) } }
    let areas = profile.areas.filter {
      $0.parent != nil && (rule.areas.isEmpty || !Set(profile.territory.chain(of: $0.id)).isDisjoint(with: rule.areas))
    }
    let failing = areas.compactMap { area in failure(of: rule, at: area.id).map { (area.id, $0) } }
    guard let first = failing.first else { return nil }
    return (first.1, failing.count == areas.count ? [] : failing.map(\.0))
  }

  private func failure(of rule: CatalogueRule, at area: AreaID?) -> CatalogueFailure? {
    do throws(CatalogueFailure) {
      _ = try profile.catalogue.unit(for: rule.lead, at: area, in: profile.territory, of: profile.units, on: day)
      return nil
    } catch {
      return error.isRulesFault ? error : nil
    }
  }
}
