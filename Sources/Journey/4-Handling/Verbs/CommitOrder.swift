import CaseFile
import Casework
import Ledger
import Workdays

/// The unit tells the citizen by when it will be done: 承诺时间. A promise is a clock of its own, never later than the deadline.
struct CommitOrder: OrderVerb {
  let order: String
  let until: Moment
  let text: String?
  let seen: Int?
  var action: OrderAction { .commit }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard !order.isTask else {
      throw CaseworkProblem.conflict(
        Phrase("对市民的承诺由主办单位作出。", "Promises to the citizen are made by the leading unit."))
    }
    guard until > session.now else {
      throw CaseworkProblem.field("until", "承诺的时间必须在将来。", "The promised time must lie in the future.")
    }
    let outer = order.state == .continuedReport ? order.clock(.continuedReport) : order.answerClock
    if let outer, outer.stoppedAt == nil, until > outer.deadline.at {
      let end = outer.deadline.at.phrase
      throw CaseworkProblem.field(
        "until", "承诺的时间不能晚于期限 \(end.zh)；需要更多时间请先申请延期。",
        "A promise cannot lie after the deadline \(end.en); ask for an extension first.")
    }
    let clock = session.startClock(.commitment, until: until, for: order.matter, unit: order.unit)
    let words = try session.keepIfAny(text, for: order.matter.citizen)
    try tell(order, session)
    return [.committed(until: until, text: words, clocks: [clock])]
  }

  private func tell(_ order: Order, _ session: LedgerSession) throws {
    let unit = order.unit.map { session.profile.units.name(of: $0).zh } ?? "承办单位"
    let day = until.day
    let (hour, minute) = (until.minuteOfDay / 60, until.minuteOfDay % 60)
    let time = minute == 0 ? "\(hour)时" : "\(hour)时\(minute)分"
    let words = text.map { "：\($0)" } ?? ""
    try session.tellCitizens(of: order, about: .promised, "\(unit)承诺在\(day.year)年\(day.month)月\(day.day)日\(time)前办好\(words)。")
  }
}
