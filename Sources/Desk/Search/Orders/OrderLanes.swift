import Casework
import Store
import Workdays

/// Makes of a filter and a reach the index ranges to read. The most telling column leads; the others are looked at in the row.
struct OrderLanes {
  private let filter: OrderFilter
  private let reach: OrderReach
  private let profile: Profile

  init(_ filter: OrderFilter, _ reach: OrderReach, _ profile: Profile) {
    self.filter = filter
    self.reach = reach
    self.profile = profile
  }

  /// What a page is read from; nil where nothing can be in it.
  var keyset: Keyset? { states.map { keyset($0) } }

  /// What is counted. All that is open is counted state by state, because that reads nothing but an index.
  var counted: Keyset? {
    guard let states else { return nil }
    let apart =
      states.isEmpty && filter.order == .due && filter.marks.isEmpty && filter.urgency == nil && led.conditions.isEmpty
      && led.lanes.count <= 3
    return keyset(apart ? OrderState.open.map(\.rawValue).sorted() : states)
  }

  private func keyset(_ states: [String]) -> Keyset {
    let isDue = filter.order == .due
    var (lanes, conditions) = led
    // With bounds on the deadline, or within a unit's open orders, the short list is read and sorted, not the long one.
    let isShort = !isDue && (filter.isBounded || leadsByUnit && isOpenState)
    if !states.isEmpty {
      if lanes == [Lane()] || leadsByUnit && (isDue || isShort && isOpenState) {
        lanes = lanes.flatMap { lane in states.map { Lane(lane.terms + [Lane.Term(column: "state", value: $0)]) } }
      } else {
        // Newest first within a unit: looked at in the row, else SQLite would walk all orders of the state.
        conditions.append(OrderConditions.beside("state", states))
      }
    }
    if filter.isOpen || isShort { conditions.append(OrderConditions.plain(OrderConditions.open)) }
    if !reach.kept.isEmpty { conditions.append(OrderConditions.without(reach.kept)) }
    conditions += filter.marks.map { OrderConditions.plain(OrderConditions.spelling($0)) }
    if let urgency = filter.urgency { conditions.append(OrderConditions.plain(OrderConditions.spelling(urgency))) }
    if let from = filter.dueFrom { conditions.append(OrderConditions.due(">=", from)) }
    if let before = filter.dueBefore { conditions.append(OrderConditions.due("<", before)) }
    let key = isDue ? "due_at" : isShort ? "raised_at + 0" : "raised_at"
    return Keyset(
      table: "orders", key: key, descending: !isDue, keyless: isDue && !filter.isBounded, lanes: lanes, conditions: conditions,
      pressing: isDue && filter.urgency == nil ? Pressing(OrderConditions.critical, among: lanes) : nil)
  }

  /// Whether the filter names states in which somebody still has to do something.
  private var isOpenState: Bool {
    !filter.states.isEmpty && filter.states.allSatisfy(OrderState.open.contains)
  }

  private var states: [String]? {
    guard let only = reach.only else { return filter.states.map(\.rawValue) }
    return filter.states.isEmpty || filter.states.contains(only) ? [only.rawValue] : nil
  }

  private var leadsByUnit: Bool {
    if filter.unit != nil || filter.owner != nil { return true }
    if case .within = reach.extent { return true }
    return false
  }

  private var led: (lanes: [Lane], conditions: [Condition]) {
    var conditions = leadsByUnit ? besides : []
    if let unit = filter.unit {
      if let owner = filter.owner { conditions.append(OrderConditions.beside("owner", [owner.value])) }
      return ([Self.lane("unit", unit.value)], conditions + seen(unit: unit))
    }
    if let owner = filter.owner { return ([Self.lane("owner", owner.value)], conditions + seen(owner: owner)) }
    if case .within(let units, let owners) = reach.extent {
      let held = filter.side == .owned ? [] : units.map { Self.lane("unit", $0.value) }
      let owned = filter.side == .held ? [] : owners.map { Self.lane("owner", $0.value) }
      return (held + owned, conditions)
    }
    if case .assigned(let own) = reach.extent { conditions.append(Self.assigned(own)) }
    if let category = filter.category {
      if filter.area != nil { conditions.append(OrderConditions.beside("area", areas)) }
      return (categories(category).map { Self.lane("category", $0) }, conditions)
    }
    return (filter.area == nil ? [Lane()] : areas.map { Self.lane("area", $0) }, conditions)
  }

  /// Category and area, where a unit leads.
  private var besides: [Condition] {
    var conditions: [Condition] = []
    if let category = filter.category { conditions.append(OrderConditions.beside("category", categories(category))) }
    if filter.area != nil { conditions.append(OrderConditions.beside("area", areas)) }
    return conditions
  }

  /// What of one unit's orders may be seen.
  private func seen(unit: UnitID) -> [Condition] {
    guard case .within(let units, let owners) = reach.extent, !units.contains(unit) else { return [] }
    return [OrderConditions.beside("owner", owners.map(\.value))]
  }

  /// What of the orders that one unit gave may be seen.
  private func seen(owner: UnitID) -> [Condition] {
    switch reach.extent {
    case .all: return []
    case .assigned(let own): return owner == own ? [] : [OrderConditions.plain("unit IS NOT NULL")]
    case .within(let units, let owners):
      return owners.contains(owner) ? [] : [OrderConditions.beside("unit", units.map(\.value))]
    }
  }

  private func categories(_ top: CategoryID) -> [String] {
    let below = profile.taxonomy[top]?.all.map(\.id.value) ?? []
    return below.isEmpty ? [top.value] : below
  }

  private var areas: [String] {
    guard let top = filter.area else { return [] }
    var found = [top]
    var next = 0
    while next < found.count {
      let parent = found[next]
      found += profile.areas.filter { $0.parent == parent && !found.contains($0.id) }.map(\.id)
      next += 1
    }
    return found.map(\.value)
  }

  private static func lane(_ column: String, _ value: String) -> Lane { Lane([Lane.Term(column: column, value: value)]) }

  private static func assigned(_ own: UnitID) -> Condition {
    { args in "(unit IS NOT NULL OR owner = \(args.bind(.text(own.value))))" }
  }
}
