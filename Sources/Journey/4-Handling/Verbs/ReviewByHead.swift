import CaseFile
import Casework
import Ledger
import Store
import Workdays

/// The head of the unit reads the answer to what a leader took in person, before anybody outside the unit does.
struct ReviewByHead: OrderVerb {
  let order: String
  let passed: Bool
  let reason: String?
  let seen: Int?
  var action: OrderAction { .headReview }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    if order.handlers.last == session.actor.account { throw HandlingProblem.ownAnswer }
    guard try session.headIsDue(for: order) else { throw HandlingProblem.notTheHeads }
    let reason = try session.keep(reason, against: !passed, for: order)
    return [.headReviewed(passed: passed, reason: reason, clocks: passed ? [] : try session.clocksAfterReview(of: order))]
  }
}

extension LedgerSession {
  /// Whether a leader of the unit that has it is to review its answer first; left out where the unit has no account of a leader.
  func headIsDue(for order: Order) throws -> Bool {
    guard LeaderReview.headIsDue(order, profile.policy), let unit = order.unit else { return false }
    return try holds(.leader, at: unit)
  }
}
