import Casework
import Workdays

/// What one call-back means: for the participation, and for the order. Pure.
public struct CallbackRule {
  let order: Order
  let policy: CasePolicy
  /// The others of the order, without the one that was called.
  let others: [Participation]

  public init(order: Order, policy: CasePolicy, others: [Participation]) {
    (self.order, self.policy, self.others) = (order, policy, others)
  }

  public struct Meaning: Equatable {
    public var verdict: OrderEvent.Verdict
    public var settled: Bool
    public var state: OrderState
    public var pending: Int
  }

  public func meaning(of answers: CallbackAnswers, attempt: Int, called: Participation) -> Meaning {
    let left = max(0, order.pendingCallbacks - 1)
    if !answers.reached {
      guard attempt >= policy.callback.attempts else { return stay(.unreached) }
      return settle(.unreached, answers, called, left)
    }
    guard answers.isNotSolved else { return settle(.settled, answers, called, left) }
    // A second person decides; until then nothing is redone and nothing leaves the base of satisfaction (source 29).
    if answers.reasonable == false { return stay(.unreasonable) }
    // The unit itself says that it is not finished: no redo, but a continued report until it is (source 003).
    if order.feedback?.outcome.isFinished == false { return settle(.unsolved, answers, called, left) }
    if order.redoRounds < policy.redo.rounds {
      return Meaning(verdict: .unsolved, settled: false, state: .pendingSignature, pending: order.pendingCallbacks)
    }
    if order.redoRounds == policy.redo.rounds {
      return Meaning(verdict: .unsolved, settled: false, state: .pendingDispatch, pending: order.pendingCallbacks)
    }
    return settle(.unsolved, answers, called, left)
  }

  private func stay(_ verdict: OrderEvent.Verdict) -> Meaning {
    Meaning(verdict: verdict, settled: false, state: .callback, pending: order.pendingCallbacks)
  }

  private func settle(_ verdict: OrderEvent.Verdict, _ answers: CallbackAnswers, _ called: Participation, _ left: Int) -> Meaning {
    guard left == 0 else { return Meaning(verdict: verdict, settled: true, state: .callback, pending: left) }
    var after = called
    after.answers = answers
    return Meaning(verdict: verdict, settled: true, state: Settling.end(of: order, others + [after]), pending: 0)
  }
}
