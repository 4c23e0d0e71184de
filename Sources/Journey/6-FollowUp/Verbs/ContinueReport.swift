import CaseFile
import Casework
import Ledger
import Workdays

/// Reports again on what did not end with the answer: 续报. Repeats with a date each time; when the unit says that it is
/// finished, the citizens who were not content are called back, and only they can close it.
struct ContinueReport: OrderVerb {
  let order: String
  let text: String
  let finished: Bool
  let nextDue: Moment?
  let seen: Int?
  var action: OrderAction { .report }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard !order.isTask else { throw FollowUpProblem.nothingToConfirm }
    let words = try session.keep(text, for: order.matter.citizen)
    try session.tellCitizens(of: order, about: .reported, text)
    guard finished else {
      guard let nextDue, nextDue > session.now else { throw FollowUpProblem.notReported }
      return [
        .reported(
          text: words, finished: false, due: nextDue, state: .continuedReport, callbacks: 0, clocks: [clock(order, nextDue, session)])
      ]
    }
    let due = try reopen(order, session)
    guard due > 0 else { throw FollowUpProblem.nothingToConfirm }
    let clocks = session.startClocks([.followUp], for: order.matter, unit: nil, from: session.now)
    return [.reported(text: words, finished: true, due: nil, state: .callback, callbacks: due, clocks: clocks)]
  }

  /// The date that was promised is the clock's end, whatever the calendar says.
  private func clock(_ order: Order, _ due: Moment, _ session: LedgerSession) -> Clock {
    let minutes = max(1, due.minutes(since: session.now))
    return session.startClock(.continuedReport, limit: .minutes(minutes), for: order.matter, unit: order.unit, from: session.now)
  }

  /// Whoever did not say that it is solved is asked again; if all did, everybody is.
  private func reopen(_ order: Order, _ session: LedgerSession) throws -> Int {
    let all = try session.participations(of: order.id)
    let unsolved = all.filter { $0.state == .open || $0.answers?.solved != true || $0.answers?.isNotSolved == true }
    let again = unsolved.isEmpty ? all : unsolved
    for participation in again where participation.state == .settled {
      try session.change(Participation.self, participation.id.value, .reopen) { _ in [.reopened(round: order.redoRounds)] }
    }
    return again.count
  }
}
