import CaseFile
import Casework
import Ledger
import Vault
import Workdays

/// Opens a measure of supervision on one or several orders.
struct OpenMeasure: Verb {
  let kind: MeasureKind
  var orders: [String] = []
  var units: [UnitID] = []
  var title: String?
  var text: String?
  var limit: Limit?
  var cause: MeasureCause?
  var reach: MeasureReach?
  var leader: AccountID?
  var place: Place?
  /// Left out where the caller has marked the order in another way.
  var marksOrders = true

  func perform(in session: LedgerSession) throws -> MeasureReceipt { MeasureReceipt(try open(in: session)) }

  func open(in session: LedgerSession) throws -> Measure {
    try permit(session)
    let orders = try orders.map { try session.visibleOrder($0) }
    let called = try called(orders, session)
    let id = try session.newID()
    let matter = try matter(id, orders, called, session)
    let demand = text ?? Demand.usual(kind, cause)
    let demands = kind.callsAtOnce ? called.map { Demand(unit: $0, text: demand, limit: limit) } : []
    let clock = demands.isEmpty ? session.measureClock(kind, limit, matter.owner) : nil
    let duties = try session.duties(demands, kind, for: matter.keeper)
    let measure = try session.begin(Measure.self, id, [.opened(matter: matter, duties: duties, clock: clock)])
    if marksOrders { for order in orders { try session.mark(order, with: matter, text) } }
    return measure
  }

  private func permit(_ session: LedgerSession) throws {
    let actor = session.actor
    guard actor.standing == .system || !actor.roles.isDisjoint(with: kind.openers) else {
      throw MeasureProblem.notYours(kind, Role.allCases.filter(kind.openers.contains))
    }
    guard !orders.isEmpty || kind == .submission || kind == .criticism else {
      throw CaseworkProblem.field("orders", "请填写所涉工单编号。", "Name the orders that it concerns.")
    }
    guard kind != .jointDispatch && kind != .incident || orders.count == 1 else {
      throw CaseworkProblem.field("orders", "“\(kind.phrase.zh)”针对一张工单。", "“\(kind.phrase.en)” is about one order.")
    }
    try session.check(units, of: kind)
  }

  /// The units that are named, else those that follow from the orders.
  private func called(_ orders: [Order], _ session: LedgerSession) throws -> [UnitID] {
    var called: [UnitID] = []
    for unit in units + (units.isEmpty ? orders.compactMap { follows(from: $0, session.profile.units) } : []) where !called.contains(unit) {
      called.append(unit)
    }
    if kind == .joint || kind == .jointDispatch, called.count < 2 {
      throw CaseworkProblem.field("units", "请至少选择两个单位。", "Choose at least two units.")
    }
    if kind.callsAtOnce || kind == .criticism, called.isEmpty {
      throw CaseworkProblem.field("units", "请选择单位：工单尚未派出。", "Choose a unit: the order has not been dispatched.")
    }
    return called
  }

  /// The unit that has it; for an escalation the one above.
  private func follows(from order: Order, _ organisation: Organisation) -> UnitID? {
    guard kind == .escalation else { return order.unit }
    return order.unit.flatMap { organisation.units[$0]?.parent }
  }

  private func matter(_ id: Int64, _ orders: [Order], _ called: [UnitID], _ session: LedgerSession) throws -> MeasureMatter {
    let keeper = try keeper(orders, session)
    let number = session.number(for: id, mark: "D")
    let owner = session.actor.standing == .system ? session.profile.units.root : session.actor.unit
    var matter = MeasureMatter(
      number: number, kind: kind, orders: orders.map(\.id), owner: owner, keeper: keeper,
      title: try session.keep(try heading(orders, session), for: keeper),
      demand: try session.keep(text ?? Demand.usual(kind, cause), for: keeper), profile: session.profile.version)
    (matter.units, matter.cause, matter.reach, matter.leader, matter.place) = (called, cause, reach, leader, place)
    matter.keptFrom = orders.compactMap(\.matter.aboutAgent)
    matter.keptFromGroups = orders.compactMap(\.matter.aboutGroup)
    return matter
  }

  /// Words about one case go when its citizen is erased; those about several lie under a key of their own.
  private func keeper(_ orders: [Order], _ session: LedgerSession) throws -> CitizenID {
    if orders.count == 1 { return orders[0].matter.citizen }
    let id = try session.newID()
    try session.vault.enrol(Identity(), id: id, at: session.now.milliseconds)
    return CitizenID(id)
  }

  private func heading(_ orders: [Order], _ session: LedgerSession) throws -> String {
    if let title, !title.isEmpty { return title }
    let first = try orders.first.flatMap { try session.vault.text($0.matter.title.value) } ?? kind.phrase.zh
    return orders.count > 1 ? "\(first) 等 \(orders.count) 件" : first
  }
}

/// Issues the formal notice that falls due by itself: 督办单. Once for an order and its unit as long as one is running.
public struct OpenNotice: Verb {
  let order: OrderID
  let cause: MeasureCause

  public init(order: OrderID, cause: MeasureCause = .overdue) {
    self.order = order
    self.cause = cause
  }

  /// - Returns: the number of the notice; empty where none was needed.
  public func perform(in session: LedgerSession) throws -> String {
    let order = try session.load(Order.self, order.value)
    guard OrderState.open.contains(order.state), let unit = order.unit, try !MeasureQuery.hasNotice(order.id, unit, session.sql) else {
      return ""
    }
    let notice = OpenMeasure(kind: .notice, orders: [order.matter.number], units: [unit], cause: cause)
    return try notice.open(in: session).matter.number
  }
}
