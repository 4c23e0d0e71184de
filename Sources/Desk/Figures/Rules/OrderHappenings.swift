import Casework
import Workdays

/// What one event of an order counts as. Pure: it knows the order before and after, and what the citizen answered.
struct OrderHappenings {
  let event: OrderEvent
  let before: Order?
  let after: Order
  /// Of the call-back that the event records.
  let answers: CallbackAnswers?

  /// Tasks and the shadows of handed-over matters belong to other counts: one order counts once.
  var all: [(happening: Happening, unit: UnitID, tally: Tally)] {
    guard after.matter.role == .main else { return [] }
    let holder = before?.unit ?? after.matter.owner
    var found: [(happening: Happening, unit: UnitID, tally: Tally)] = []
    switch event {
    case .raised: found.append((.raised, after.matter.owner, .one))
    case .dispatched(let unit, _, _): found.append((.dispatched, unit, .one))
    case .ruled(.accept, let unit?, _, _, .pendingSignature, _): found.append((.dispatched, unit, .one))
    case .reviewed(true, _, let state, _, _) where state != .review: found.append((.replied, holder, reply))
    case .calledBack, .unreasonableDecided: if let said { found.append((.called, holder, said)) }
    default: break
    }
    guard let before else { return found }
    if after.redoRounds > before.redoRounds { found.append((.redone, holder, .one)) }
    if after.state == .closed, before.state != .closed { found.append((.closed, holder, .one)) }
    return found
  }

  /// The clock that the answer stopped says whether it was in time; the newest, where it was done again.
  private var reply: Tally {
    guard let before, let answered = before.fedBackAt else { return .one }
    let clock = before.clocks.last { [.handling, .redo].contains($0.kind) && $0.stoppedAt == answered }
    var tally = Tally.one
    if let clock, answered > clock.deadline.at { tally.late = 1 }
    if let dispatched = before.dispatchedAt { tally.minutes = Int64(max(0, answered.minutes(since: dispatched))) }
    return tally
  }

  /// Whoever was not reached said nothing. What is thought unreasonable waits for a second person: agreed, it never counts.
  private var said: Tally? {
    if case .calledBack(_, .unreasonable, _, _, _) = event { return nil }
    guard let answers, answers.reached else { return nil }
    var tally = Tally.one
    if let solved = answers.solved { (tally.asked, tally.solved) = (1, solved ? 1 : 0) }
    if let grade = answers.resultGrade { (tally.graded, tally.satisfied) = (1, grade.isSatisfied ? 1 : 0) }
    return tally
  }
}

extension OrderEvent {
  /// The appeal whose citizen's answers this event records; each time it does, the participation has one more of them.
  var answeredAppeal: AppealID? {
    switch self {
    case .calledBack(let appeal, _, _, _, _): appeal
    case .unreasonableDecided(let appeal, false, _, _, _, _): appeal
    default: nil
    }
  }
}
