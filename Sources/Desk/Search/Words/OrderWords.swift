import Casework
import Store
import Workdays

/// Orders by their words: the index finds, newest first; the row and the organisation of the moment decide.
struct OrderWords {
  let filter: OrderFilter
  let reach: OrderReach
  let profile: Profile
  /// How many candidates are asked for at once, and how often: common words end there.
  private static let batch = 500
  private static let most = 10

  private static let columns = "id, state, unit, owner, category, area, due_at, raised_at, urgency"

  /// The newest matches, at most `ListLimit.cap`, each with the key by which the list is sorted.
  func places(_ words: String, _ sql: any SQLSession) throws -> [Position] {
    let index = sql.search(index: "orders")
    let tokens = reach.tokens
    var found: [Position] = []
    var before: Int64?
    for _ in 0..<Self.most {
      let ids = try index.search(words, anyOf: tokens, limit: Self.batch, before: before)
      if !ids.isEmpty { found += try seen(ids, sql) }
      guard ids.count == Self.batch, found.count < ListLimit.cap else { break }
      before = ids.last
    }
    return Array(found.prefix(ListLimit.cap))
  }

  private func seen(_ ids: [Int64], _ sql: any SQLSession) throws -> [Position] {
    var args: [SQLValue] = []
    let conditions = [args.whereIn("id", ids)] + filter.marks.map(OrderConditions.spelling)
    let clause = conditions.joined(separator: " AND ")
    let rows = try sql.query("SELECT \(Self.columns) FROM orders WHERE \(clause) ORDER BY id DESC", args) { Row($0) }
    let isDue = filter.order == .due
    return rows.filter(matches).map { Position(key: isDue ? $0.due : $0.raised, id: $0.id, isPressing: isDue && $0.isCritical) }
  }

  private struct Row {
    let id: Int64
    let state: OrderState
    let unit: UnitID?
    let owner: UnitID
    let category: CategoryID
    let area: AreaID?
    let due: Int64?
    let raised: Int64
    let urgency: Int64
    var isCritical: Bool { urgency == 2 }

    init(_ row: any SQLRow) {
      id = row.int(0)
      state = OrderState(rawValue: row.text(1)) ?? .archived
      unit = row.textOrNil(2).map { UnitID($0) }
      owner = UnitID(row.text(3))
      category = CategoryID(row.text(4))
      area = row.textOrNil(5).map { AreaID($0) }
      due = row.intOrNil(6)
      raised = row.int(7)
      urgency = row.int(8)
    }
  }

  private func matches(_ row: Row) -> Bool {
    guard !reach.kept.contains(row.id), reach.shows(unit: row.unit, owner: row.owner, state: row.state) else { return false }
    guard filter.states.isEmpty || filter.states.contains(row.state) else { return false }
    guard !filter.isOpen || !OrderState.ended.contains(row.state) else { return false }
    if let unit = filter.unit, row.unit != unit { return false }
    if let owner = filter.owner, row.owner != owner { return false }
    if let urgency = filter.urgency, row.urgency != Int64(Urgency.allCases.firstIndex(of: urgency) ?? 0) { return false }
    if case .within(let units, let owners) = reach.extent {
      if filter.side == .held, row.unit.map(units.contains) != true { return false }
      if filter.side == .owned, !owners.contains(row.owner) { return false }
    }
    if let category = filter.category, !row.category.isWithin(category) { return false }
    if let area = filter.area, !isWithin(row.area, area) { return false }
    if let from = filter.dueFrom, (row.due ?? .min) < from.milliseconds { return false }
    if let before = filter.dueBefore, (row.due ?? .max) >= before.milliseconds { return false }
    return true
  }

  private func isWithin(_ area: AreaID?, _ top: AreaID) -> Bool {
    var next = area
    for _ in 0..<10 {
      guard let one = next else { return false }
      if one == top { return true }
      next = profile.area(one)?.parent
    }
    return false
  }
}
