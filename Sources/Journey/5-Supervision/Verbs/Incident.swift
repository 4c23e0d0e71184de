import CaseFile
import Casework
import Ledger
import Workdays

/// Links new appeals to the order of an incident: each keeps its own notice and call-back, all count as one order.
struct LinkAppeals: MeasureVerb {
  let measure: String
  let appeals: [String]
  var action: MeasureAction { .link }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard let order = measure.matter.orders.first else { return [] }
    let isConfidential = try session.load(Order.self, order.value).matter.confidential
    let linked = try Set(appeals).sorted().map { number in
      let id = try session.appealID(number)
      try session.change(Appeal.self, id, .merge) { appeal in
        guard isConfidential || !appeal.matter.confidential else {
          throw CaseworkProblem.field("appeals", "保密件 \(number) 不能并入公开的工单。", "Appeal \(number) is confidential and cannot join.")
        }
        let participation = try session.join(appeal, to: order, merged: true)
        try tell(participation, measure.told, session)
        return [.joined(order: order, participation: participation, merged: true)]
      }
      return AppealID(id)
    }
    return [.linked(appeals: linked)]
  }

  /// Whoever calls later hears what the others were told.
  private func tell(_ participation: ParticipationID, _ told: TextID?, _ session: LedgerSession) throws {
    guard let told else { return }
    try session.change(Participation.self, participation.value, .notify) { _ in [.notified(about: .reported, text: told)] }
  }
}

/// Tells every citizen of the incident's order the same, once each; whoever is linked later hears it then.
struct BroadcastAnswer: MeasureVerb {
  let measure: String
  let text: String
  var action: MeasureAction { .broadcast }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard let id = measure.matter.orders.first else { return [] }
    let order = try session.load(Order.self, id.value)
    try session.tellCitizens(of: order, about: .reported, text)
    return [.broadcast(text: try session.keep(text, for: order.matter.citizen))]
  }
}
