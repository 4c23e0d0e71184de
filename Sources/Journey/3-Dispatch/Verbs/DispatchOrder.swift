import CaseFile
import Casework
import Ledger
import Workdays

/// Sends an order to the unit whose duty it is: 派单. All clocks of the unit start now, not at its signature.
struct DispatchOrder: OrderVerb {
  let order: String
  let unit: UnitID
  let assist: [UnitID]
  let note: String?
  let seen: Int?
  var action: OrderAction { .dispatch }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    try Destination(session).check(unit, for: order)
    let clocks = DispatchClocks.start(for: order.matter, to: unit, session)
    let note = try session.keepIfAny(note, on: order.matter)
    var events: [OrderEvent] = [.dispatched(to: unit, note: note, clocks: clocks)]
    var sent = order
    sent.unit = unit
    sent.clocks = clocks
    for helper in assist where helper != unit {
      try Destination(session).check(helper, for: order)
      let task = try session.beginTask(under: sent, role: .assisting, to: helper, text: "请协助主办单位办理。")
      events.append(.assisted(task: task, to: helper))
    }
    return events
  }
}

enum DispatchClocks {
  /// Sign, first contact, handling and the return window; a redo keeps its shorter limit.
  static func start(for matter: OrderMatter, to unit: UnitID, _ session: LedgerSession) -> [Clock] {
    session.startClocks([.sign, .firstContact, .handling, .returnWindow], for: matter, unit: unit, from: session.now)
  }
}

/// Whether a unit may be sent this order by this person.
struct Destination {
  private let session: LedgerSession

  init(_ session: LedgerSession) { self.session = session }

  func check(_ id: UnitID, for order: Order) throws {
    let organisation = session.profile.units
    guard let unit = organisation.units[id] else {
      throw CaseworkProblem.field("unit", "没有单位“\(id)”。", "There is no unit “\(id)”.")
    }
    guard organisation.contains(id, below: session.actor.scope) else {
      throw CaseworkProblem.field(
        "unit", "“\(unit.name.zh)”不在您的辖区内，只能派给本级以下单位。", "“\(unit.name.en)” is outside your subtree; dispatch within it.")
    }
    if unit.level == .hotline || unit.parent == nil {
      throw CaseworkProblem.field(
        "unit", "“\(unit.name.zh)”不承办工单，请选择承办单位。", "“\(unit.name.en)” handles no orders; choose the unit whose duty it is.")
    }
    guard unit.isOpen(on: session.now.day) else { throw CaseworkProblem.closed(unit) }
    let grassroots = unit.level == .township || unit.level == .station
    let fromCity = organisation.units[order.matter.owner]?.level == .hotline
    if grassroots, fromCity, !session.profile.policy.directToTownship {
      throw CaseworkProblem.field(
        "unit", "本市规则：不直接派到乡镇，请派给县区。", "By the city's rule nothing goes straight to a township; dispatch to its county.")
    }
    try session.profile.refuseBelowLowest(id, for: CatalogueQuestion(order.matter), on: session.now.day)
  }
}
