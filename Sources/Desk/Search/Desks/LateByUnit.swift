import Casework
import Store
import Workdays

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
