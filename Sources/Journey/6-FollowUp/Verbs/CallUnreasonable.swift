import CaseFile
import Casework
import Ledger
import Workdays

/// Asks that a demand be called unreasonable, with the evidence: 申请认定不合理. The citizen was called and said so.
struct CallUnreasonable: OrderVerb {
  let order: String
  /// The number of the appeal.
  let appeal: String
  let evidence: String
  let seen: Int?
  var action: OrderAction { .askUnreasonable }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard !order.handlers.contains(session.actor.account) else { throw FollowUpProblem.handledBySelf }
    let appeal = AppealID(try session.appealID(appeal))
    let called = try session.participation(of: appeal, in: order.id)
    guard called.state == .open, let answers = called.answers, answers.isNotSolved else { throw FollowUpProblem.notCalled }
    guard order.unreasonableAsked?.contains(where: { $0.appeal == appeal }) != true else { throw FollowUpProblem.reviewPending }
    return [.unreasonableAsked(appeal: appeal, evidence: try session.keep(evidence, for: called.citizen))]
  }
}

/// A second person agrees that a demand is unreasonable, or does not: 审批不合理诉求. Agreed, it leaves the base of
/// satisfaction; not agreed, what the citizen said counts as of anybody else.
struct DecideUnreasonable: OrderVerb {
  let order: String
  /// The number of the appeal; the first one that waits, where it is not named.
  let appeal: String?
  let granted: Bool
  let note: String?
  let seen: Int?
  var action: OrderAction { .decideUnreasonable }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let named = try appeal.map { AppealID(try session.appealID($0)) }
    let waiting = order.unreasonableAsked ?? []
    guard let review = waiting.first(where: { named == nil || $0.appeal == named }) else { throw FollowUpProblem.noReview }
    guard review.by != session.actor.account else { throw FollowUpProblem.ownRequest }
    guard !order.handlers.contains(session.actor.account) else { throw FollowUpProblem.handledBySelf }
    let called = try session.participation(of: review.appeal, in: order.id)
    let others = try session.participations(of: order.id).filter { $0.id != called.id }
    let note = try session.keepIfAny(note, for: called.citizen)
    let (state, pending) = granted ? try agreed(order, called, others, session) : try counted(order, called, others, session)
    return [
      .unreasonableDecided(
        appeal: review.appeal, granted: granted, note: note, pending: pending, state: state, clocks: session.nextClocks(state, order))
    ]
  }

  private func agreed(_ order: Order, _ called: Participation, _ others: [Participation], _ session: LedgerSession) throws -> (
    OrderState, Int
  ) {
    let settled = try session.change(Participation.self, called.id.value, .settle) { _ in [.settled(because: Participation.unreasonable)] }
    let left = max(0, order.pendingCallbacks - 1)
    return (left == 0 ? Settling.end(of: order, others + [settled]) : .callback, left)
  }

  private func counted(_ order: Order, _ called: Participation, _ others: [Participation], _ session: LedgerSession) throws -> (
    OrderState, Int
  ) {
    guard var answers = called.answers else { throw FollowUpProblem.notCalled }
    answers.reasonable = true
    let rule = CallbackRule(order: order, policy: session.profile.policy, others: others)
    let meaning = rule.meaning(of: answers, attempt: called.attempts, called: called)
    try session.change(Participation.self, called.id.value, .answer) { _ in
      [.answered(answers: answers, attempt: called.attempts, settled: meaning.settled)]
    }
    return (meaning.state, meaning.pending)
  }
}
