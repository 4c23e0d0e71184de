import CaseFile
import Casework
import Ledger
import Workdays

/// An honest ending that is not a satisfied call-back, with its evidence, by somebody who may approve it: 办结.
struct CloseOrder: OrderVerb {
  let order: String
  let ending: String
  let evidence: String
  let seen: Int?
  var action: OrderAction { .close }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let known = session.profile.policy.closingReasons
    guard known.isEmpty || known[code: ending] != nil else {
      let codes = known.map(\.code).joined(separator: ", ")
      throw CaseworkProblem.field("ending", "没有这种办结方式；可用：\(codes)", "No such ending; use one of: \(codes)")
    }
    guard ending != Participation.unreasonable else { throw FollowUpProblem.needsReview }
    for participation in try session.participations(of: order.id) where participation.state == .open {
      try session.change(Participation.self, participation.id.value, .settle) { _ in [.settled(because: ending)] }
    }
    let evidence = try session.keep(evidence, for: order.matter.citizen)
    try session.tellCitizens(of: order, about: .closed, "您反映的事项已办结。")
    return [.closed(ending: ending, evidence: evidence)]
  }
}
