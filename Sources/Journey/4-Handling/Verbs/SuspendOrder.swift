import CaseFile
import Casework
import Ledger
import Workdays

/// Stops the clock for a reason of the profile, for so long at most: 挂起.
struct SuspendOrder: OrderVerb {
  let order: String
  let reason: String
  let text: String?
  let until: Moment?
  let seen: Int?
  var action: OrderAction { .suspend }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let policy = session.profile.policy.suspension
    try policy.reasons.check(reason)
    let latest = ClockSetting(session.profile).deadline(policy.most, unit: order.unit, from: session.now).at
    if let until, until > latest { throw HandlingProblem.suspensionTooLong(latest) }
    if let until, until <= session.now {
      throw CaseworkProblem.field("until", "挂起的截止时间必须在将来。", "The suspension must end in the future.")
    }
    return [.suspended(reason: reason, text: try session.keepIfAny(text, for: order.matter.citizen), until: until ?? latest)]
  }
}

/// Sets the clocks going again: 恢复. The time of the suspension does not count.
struct ResumeOrder: OrderVerb {
  let order: String
  let seen: Int?
  var action: OrderAction { .resume }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let clocks = order.clocks.compactMap { resumed($0, order, session) }
    return [.resumed(clocks: session.within(try session.outerDeadline(of: order), clocks, of: order))]
  }

  private func resumed(_ clock: Clock, _ order: Order, _ session: LedgerSession) -> Clock? {
    guard let paused = clock.pausedAt, clock.stoppedAt == nil else { return nil }
    return session.resumeClock(clock, of: order, after: Pause(from: paused, to: session.now))
  }
}
