import CaseFile
import Casework
import Ledger
import Workdays

/// The side that dispatched reads the answer: 审核. Passed, the citizens are told and called back; a task ends and its
/// result goes up; rejected, it goes back with what is left of its time.
struct ReviewFeedback: OrderVerb {
  let order: String
  let passed: Bool
  let reason: String?
  let seen: Int?
  var action: OrderAction { .review }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    if order.feedback != nil, order.handlers.last == session.actor.account, !order.isTask { throw HandlingProblem.ownAnswer }
    try LeaderReview.check(order, session.actor, headIsDue: try session.headIsDue(for: order))
    let reason = try session.keep(reason, against: !passed, for: order)
    guard passed else {
      return [.reviewed(passed: false, reason: reason, state: .handling, callbacks: 0, clocks: try session.clocksAfterReview(of: order))]
    }
    if order.isTask { return try endTask(order, reason, session) }
    if LeaderReview.isDue(order) { return [.reviewed(passed: true, reason: reason, state: .review, callbacks: 0, clocks: [])] }
    let due = try dueParticipations(of: order, session)
    guard due > 0 else { return [try ended(order, reason, session)] }
    try tellAnswer(order, session)
    let clocks = session.startClocks([.followUp], for: order.matter, unit: nil, from: session.now)
    return [.reviewed(passed: true, reason: reason, state: .callback, callbacks: due, clocks: clocks)]
  }

  private func endTask(_ order: Order, _ reason: TextID?, _ session: LedgerSession) throws -> [OrderEvent] {
    try session.collect(order, outcome: order.feedback?.outcome, reply: order.feedback?.reply)
    return [.reviewed(passed: true, reason: reason, state: .closed, callbacks: 0, clocks: [])]
  }

  /// Those still open; where only a share is called back, the others are settled by the draw.
  private func dueParticipations(of order: Order, _ session: LedgerSession) throws -> Int {
    let open = try session.participations(of: order.id).filter { $0.state == .open }
    guard case .sample(let percent) = session.profile.policy.callback.share else { return open.count }
    var due = 0
    for participation in open {
      if Int(session.draw() % 100) < percent { due += 1; continue }
      try session.change(Participation.self, participation.id.value, .settle) { _ in [.settled(because: "not-sampled")] }
    }
    return due
  }

  private func ended(_ order: Order, _ reason: TextID?, _ session: LedgerSession) throws -> OrderEvent {
    try tellAnswer(order, session)
    let state = Settling.end(of: order, try session.participations(of: order.id))
    let kinds: [ClockKind] = state == .continuedReport ? [.continuedReport] : []
    return .reviewed(
      passed: true, reason: reason, state: state, callbacks: 0,
      clocks: session.startClocks(kinds, for: order.matter, unit: order.unit, from: session.now))
  }

  private func tellAnswer(_ order: Order, _ session: LedgerSession) throws {
    let unit = order.unit.map { session.profile.units.name(of: $0).zh } ?? ""
    try session.tellCitizens(of: order, about: .answered, "\(unit)已答复您反映的事项，请查看；我们将回访您是否满意。")
  }
}

extension LedgerSession {
  /// The clocks of an answer that goes back. The time of the review is not the unit's: it is a pause of the handling clock.
  func clocksAfterReview(of order: Order) throws -> [Clock] {
    let stopped = order.clocks.filter { [.handling, .redo].contains($0.kind) && $0.stoppedAt == order.fedBackAt }
    let running = stopped.map { resumeClock($0, of: order, after: Pause(from: order.fedBackAt ?? now, to: now)) }
    return within(try outerDeadline(of: order), running, of: order)
  }
}
