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
    return [
      .calledBack(
        appeal: appeal, verdict: meaning.verdict, pending: meaning.pending, state: meaning.state,
        clocks: try clocks(for: meaning.state, order, session))
    ]
  }

  private func clocks(for state: OrderState, _ order: Order, _ session: LedgerSession) throws -> [Clock] {
    let matter = order.matter
    return switch state {
    case .callback:
      order.clock(.followUp).map { clock in
        var running = clock
        running.stoppedAt = nil
        return [running]
      } ?? []
    case .pendingSignature: session.startClocks([.sign, .redo], for: matter, unit: order.unit, from: session.now)
    case .pendingDispatch: session.startClocks([.transfer], for: matter, unit: nil, from: session.now)
    case .continuedReport: session.startClocks([.continuedReport], for: matter, unit: order.unit, from: session.now)
    default: []
    }
  }
}

/// What following up can meet.
enum FollowUpProblem: Problem {
  case handledBySelf
  case calledAlready
  case notReported
  case nothingToConfirm

  var status: Int { self == .handledBySelf ? 403 : 409 }

  var code: String {
    switch self {
    case .handledBySelf: "handled-by-self"
    case .calledAlready: "called-already"
    case .notReported: "no-next-date"
    case .nothingToConfirm: "nothing-to-confirm"
    }
  }

  var sentence: Phrase {
    switch self {
    case .handledBySelf: Phrase("您办理过此单，回访须由未经办的人进行。", "You handled this order; somebody who did not must call back.")
    case .calledAlready: Phrase("这位市民已经回访完毕。", "This citizen has been called back already.")
    case .notReported: Phrase("还没有办完，请填写下次续报的日期。", "It is not finished: name the date of the next report.")
    case .nothingToConfirm: Phrase("没有需要再次回访的市民。", "No citizen is left to confirm it.")
    }
  }
}
