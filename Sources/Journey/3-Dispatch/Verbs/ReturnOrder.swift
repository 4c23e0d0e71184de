import CaseFile
import Casework
import Ledger
import Workdays

/// Contests an order that is not the unit's duty: 退单, inside the window, with a reason and its basis (source 10).
struct ReturnOrder: OrderVerb {
  let order: String
  let reason: String
  let basis: String
  let seen: Int?
  var action: OrderAction { .giveBack }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    try ReturnRule.check(order, policy: session.profile.policy, now: session.now)
    try session.profile.policy.returnReasons.check(reason)
    let text = try session.keep(basis, for: order.matter.citizen)
    let clocks = session.startClocks([.ruling], for: order.matter, unit: nil, from: session.now)
    return [.returned(reason: reason, basis: text, clocks: clocks)]
  }
}

/// Rules on an objection: 裁定. Upheld, it goes to another unit; rejected, the unit keeps it, with a no-return lock where
/// the ruling says so; disputed, the staffing office decides.
struct RuleOnReturn: OrderVerb {
  let order: String
  let decision: OrderEvent.Ruling
  let unit: UnitID?
  let lock: Bool
  let note: String?
  let seen: Int?
  var action: OrderAction { .rule }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let note = try session.keep(note, against: decision == .reject, for: order, field: "note")
    switch decision {
    case .accept: return [try upheld(order, note, session)]
    case .reject:
      let next: OrderState = order.objection?.signed == true ? .handling : .pendingSignature
      var clocks: [Clock] = []
      if next == .pendingSignature { clocks = session.startClocks([.sign], for: order.matter, unit: order.unit, from: session.now) }
      return [.ruled(decision: .reject, to: order.unit, lock: lock, note: note, state: next, clocks: clocks)]
    case .dispute:
      guard order.state == .objection, !order.isTask else {
        throw CaseworkProblem.field("decision", "已在裁定中，请作出同意或驳回的裁定。", "It is before the staffing office already: uphold or reject.")
      }
      return [
        .ruled(
          decision: .dispute, to: nil, lock: order.noReturn, note: note, state: .disputed,
          clocks: session.startClocks([.ruling], for: order.matter, unit: nil, from: session.now))
      ]
    }
  }

  private func upheld(_ order: Order, _ note: TextID?, _ session: LedgerSession) throws -> OrderEvent {
    guard let unit else {
      guard order.state == .objection else {
        throw CaseworkProblem.field("unit", "裁定必须指明承办单位。", "A ruling must name the unit.")
      }
      let clocks = session.startClocks([.transfer], for: order.matter, unit: nil, from: session.now)
      return .ruled(decision: .accept, to: nil, lock: false, note: note, state: .pendingDispatch, clocks: clocks)
    }
    guard unit != order.unit else {
      throw CaseworkProblem.field("unit", "同意退单时须改派其他单位。", "When the objection is upheld it must go to another unit.")
    }
    try Destination(session).check(unit, for: order)
    let fresh = DispatchClocks.start(for: order.matter, to: unit, session)
    let clocks = session.within(try session.outerDeadline(of: order), fresh, of: order)
    return .ruled(decision: .accept, to: unit, lock: lock, note: note, state: .pendingSignature, clocks: clocks)
  }
}
