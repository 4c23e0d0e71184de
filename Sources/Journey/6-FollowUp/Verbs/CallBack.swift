import CaseFile
import Casework
import Ledger
import Workdays

/// Somebody who did not handle it asks the citizen: 回访. Not solved: redone once, then under supervision.
struct CallBack: OrderVerb {
  let order: String
  /// The number of the appeal whose citizen was called.
  let appeal: String
  let answers: CallbackAnswers
  let note: String?
  /// Why the demand is unreasonable, where the caller finds it so: goes to a second person at once.
  let evidence: String?
  let seen: Int?
  var action: OrderAction { .callBack }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard !order.handlers.contains(session.actor.account) else { throw FollowUpProblem.handledBySelf }
    let appeal = AppealID(try session.appealID(appeal))
    let called = try session.participation(of: appeal, in: order.id)
    guard called.state == .open else { throw FollowUpProblem.calledAlready }
    var answers = answers
    answers.note = try session.keepIfAny(note, for: called.citizen)
    let others = try session.participations(of: order.id).filter { $0.id != called.id }
    let attempt = called.attempts + 1
    let rule = CallbackRule(order: order, policy: session.profile.policy, others: others)
    let meaning = rule.meaning(of: answers, attempt: attempt, called: called)
    try session.change(Participation.self, called.id.value, .answer) { _ in
      [.answered(answers: answers, attempt: attempt, settled: meaning.settled)]
    }
    var asked: [OrderEvent] = []
    if meaning.verdict == .unreasonable, let words = try session.keepIfAny(evidence, for: called.citizen) {
      asked = [.unreasonableAsked(appeal: appeal, evidence: words)]
    }
    return [
      .calledBack(
        appeal: appeal, verdict: meaning.verdict, pending: meaning.pending, state: meaning.state,
        clocks: session.nextClocks(meaning.state, order))
    ] + asked
  }
}
