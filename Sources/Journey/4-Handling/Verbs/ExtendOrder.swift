import CaseFile
import Casework
import Ledger
import Workdays

/// Asks for more time: 申请延期.
struct AskExtension: OrderVerb {
  let order: String
  /// How many working days more, counted from the present deadline; or until when.
  let days: Int?
  let until: Moment?
  let reason: String
  let text: String?
  let seen: Int?
  var action: OrderAction { .requestExtension }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let policy = session.profile.policy
    try policy.extensionReasons.check(reason)
    let clock = try ExtensionRule.check(order, policy: policy, now: session.now)
    let limit = try limit(from: clock.deadline.at)
    let setting = ClockSetting(session.profile)
    let wished = setting.deadline(limit, unit: order.unit, from: clock.deadline.at)
    let field = days == nil ? "until" : "days"
    try ExtensionRule.check(
      wished, cap: setting.deadline(policy.extensions.most, unit: order.unit, from: clock.deadline.at), field: field)
    try ExtensionRule.check(wished, within: session.outerDeadline(of: order), field: field)
    let text = try session.keepIfAny(text, for: order.matter.citizen)
    let clocks = session.startClocks([.extension], for: order.matter, unit: nil, from: session.now)
    return [.extensionAsked(limit: limit, reason: reason, text: text, clocks: clocks)]
  }

  private func limit(from deadline: Moment) throws -> Limit {
    if let days { return .workingDays(days) }
    guard let until, until > deadline else {
      throw CaseworkProblem.field(
        "until", "请填延长的工作日数，或晚于现期限（\(deadline.phrase.zh)）的时间。",
        "Give the working days to add, or a time after the present deadline (\(deadline.phrase.en)).")
    }
    return .minutes(until.minutes(since: deadline))
  }
}

/// Grants or refuses it: 审批延期. A citizen is always told the new date and why.
struct DecideExtension: OrderVerb {
  let order: String
  let granted: Bool
  let reason: String?
  let seen: Int?
  var action: OrderAction { .decideExtension }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard let asked = order.extensionAsked else { throw HandlingProblem.notAsked }
    let reason = try session.keep(reason, against: !granted, for: order)
    guard granted, let old = order.answerClock else {
      return [.extensionDecided(granted: false, reason: reason, clocks: [])]
    }
    var clock = session.startClock(old.kind, limit: asked.limit, for: order.matter, unit: order.unit, from: old.deadline.at)
    clock.isExtended = true
    try ExtensionRule.check(clock.deadline, within: session.outerDeadline(of: order), field: "decision")
    try tell(order, clock, asked, session)
    return [.extensionDecided(granted: true, reason: reason, clocks: [clock])]
  }

  private func tell(_ order: Order, _ clock: Clock, _ asked: Order.ExtensionRequest, _ session: LedgerSession) throws {
    let why = session.profile.policy.extensionReasons[code: asked.reason]?.phrase.zh ?? asked.reason
    let day = clock.deadline.at.day
    try session.tellCitizens(
      of: order, about: .extended, "您反映的事项需要延长办理时间，新的期限是\(day.year)年\(day.month)月\(day.day)日。原因：\(why)。")
  }
}
