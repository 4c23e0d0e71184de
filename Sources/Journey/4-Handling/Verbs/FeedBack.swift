import CaseFile
import Casework
import Ledger
import Workdays

/// The unit answers: 反馈, with the public reply, the internal note, the proof of contact and the typed outcome.
struct FeedBack: OrderVerb {
  let order: String
  let outcome: Outcome
  let reply: String
  let note: String?
  let contact: Contact?
  let fields: [String: String]
  let seen: Int?
  var action: OrderAction { .feedBack }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard order.openTasks.isEmpty else { throw HandlingProblem.tasksOpen(order.openTasks.count) }
    let needsContact = session.profile.policy.contactProofRequired && !order.isTask && !order.matter.confidential
    if needsContact, contact == nil, order.contacts == 0 { throw HandlingProblem.noContact }
    let values = try OutcomeFields.read(fields, of: session.profile.outcomeFields(for: order.matter.category, kind: order.matter.kind))
    let feedback = Feedback(
      outcome: outcome, reply: try session.keep(reply, for: order.matter.citizen),
      note: try session.keepIfAny(note, for: order.matter.citizen), contact: try contact?.proof(for: order, session), fields: values)
    return [.fedBack(feedback: feedback)]
  }
}
