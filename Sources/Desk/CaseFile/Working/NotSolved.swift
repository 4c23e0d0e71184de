import Casework
import Ledger
import Workdays

extension LedgerSession {
  /// Lets a citizen's own "not solved" do at once what it would do when the citizen is called. A good word does less on
  /// purpose: the number and four digits are known to whoever handled it, so somebody else still calls and asks.
  public func takeNotSolved(_ answers: CallbackAnswers, _ part: Participation, in id: OrderID) throws {
    guard actor.standing == .citizen, answers.isNotSolved else { return }
    let order = try load(Order.self, id.value)
    guard order.state == .callback ? part.state == .open : mayReopen(order) else { return }
    try change(Order.self, id.value, .callBack) { order in [try called(order, part, answers)] }
  }

  private func called(_ order: Order, _ part: Participation, _ answers: CallbackAnswers) throws -> OrderEvent {
    var part = part
    if part.state == .settled {
      part = try change(Participation.self, part.id.value, .reopen) { _ in [.reopened(round: order.redoRounds + 1)] }
    }
    let others = try participations(of: order.id).filter { $0.id != part.id }
    let rule = CallbackRule(order: order, policy: profile.policy, others: others)
    let meaning = rule.meaning(of: answers, attempt: part.attempts, called: part)
    try change(Participation.self, part.id.value, .answer) { part in
      [.answered(answers: answers, attempt: part.attempts, settled: meaning.settled)]
    }
    return .calledBack(
      appeal: part.appeal, verdict: meaning.verdict, pending: meaning.pending, state: meaning.state,
      clocks: nextClocks(meaning.state, order))
  }

  /// Closed, answered as finished, not redone yet, and not too long ago.
  private func mayReopen(_ order: Order) -> Bool {
    guard order.state == .closed, order.feedback?.outcome.isFinished == true, let closedAt = order.closedAt else { return false }
    let redo = profile.policy.redo
    return order.redoRounds < redo.rounds && now <= closedAt.adding(days: redo.claimDays)
  }
}
