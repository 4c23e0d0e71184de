import CaseFile
import Casework
import Ledger
import Workdays

/// Reports again on what did not end with the answer: 续报. Each time with a plan, somebody who sees to it and a date; when
/// the unit says that it is finished, the citizens who were not content are called back, and only they can close it.
struct ContinueReport: OrderVerb {
  let order: String
  let text: String
  let finished: Bool
  let nextDue: Moment?
  /// What comes next; what the citizen is told, where it is not said apart.
  let plan: String?
  /// Who sees to it; whoever reports, where nobody is named.
  let owner: AccountID?
  let seen: Int?
  var action: OrderAction { .report }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard !order.isTask else { throw FollowUpProblem.nothingToConfirm }
    if finished { return try confirm(order, session) }
    guard let nextDue else { throw FollowUpProblem.notReported }
    guard nextDue > session.now else { throw CaseworkProblem.field("next_due", "下次续报的日期须在将来。", "The next report must lie in the future.") }
    try check(nextDue, order, session)
    let words = try session.keep(text, for: order.matter.citizen)
    let next = try planned(order, words, session)
    try session.tellCitizens(of: order, about: .reported, Self.notice(text, plan, nextDue))
    return [
      .reported(
        text: words, finished: false, due: nextDue, state: .continuedReport, callbacks: 0,
        clocks: [session.startClock(.continuedReport, until: nextDue, for: order.matter, unit: order.unit)],
        plan: next)
    ]
  }

  private func confirm(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let due = try reopen(order, session)
    guard due > 0 else { throw FollowUpProblem.nothingToConfirm }
    let words = try session.keep(text, for: order.matter.citizen)
    try session.tellCitizens(of: order, about: .reported, text)
    let clocks = session.startClocks([.followUp], for: order.matter, unit: nil, from: session.now)
    return [.reported(text: words, finished: true, due: nil, state: .callback, callbacks: due, clocks: clocks)]
  }

  /// The date that the citizen reads.
  private static func notice(_ text: String, _ plan: String?, _ due: Moment) -> String {
    let next = plan.map { "接下来：\($0) " } ?? ""
    return "\(text) \(next)我们会在\(due.day.month)月\(due.day.day)日前再告诉您进展。"
  }

  /// No later than the profile's limit for a continued report.
  private func check(_ due: Moment, _ order: Order, _ session: LedgerSession) throws {
    guard let most = session.startClock(.continuedReport, for: order.matter, unit: order.unit, from: session.now) else { return }
    if due > most.deadline.at { throw FollowUpProblem.reportTooFar(most.deadline.limit, most.deadline.at) }
  }

  private func planned(_ order: Order, _ words: TextID, _ session: LedgerSession) throws -> ReportPlan {
    let owner = try owner.map { try known($0, order, session) } ?? order.plan?.owner ?? session.actor.account
    return ReportPlan(text: try session.keepIfAny(plan, for: order.matter.citizen) ?? words, owner: owner)
  }

  /// Somebody of the unit that has the order, or of one below it.
  private func known(_ owner: AccountID, _ order: Order, _ session: LedgerSession) throws -> AccountID {
    let unit = try session.sql.first("SELECT unit FROM accounts WHERE login = $1", [.text(owner.value)]) { UnitID($0.text(0)) }
    guard let unit, let holder = order.unit, session.profile.units.contains(unit, below: holder) else {
      throw CaseworkProblem.field("owner", "负责人须是承办单位的人员。", "Name somebody of the unit that has the order.")
    }
    return owner
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
