import Casework
import Workdays

/// When more time may be asked for and given (sources 002, 10): before the deadline, up to the cap, so many times.
enum ExtensionRule {
  static func check(_ order: Order, policy: CasePolicy, now: Moment) throws(HandlingProblem) -> Clock {
    guard let clock = order.answerClock, clock.stoppedAt == nil else { throw .noDeadline }
    if order.extensionAsked != nil { throw .askedAlready }
    if order.extensions >= policy.extensions.times { throw .extensionsUsed(policy.extensions.times) }
    if clock.deadline.at < now { throw .afterDeadline(clock.deadline.at) }
    return clock
  }

  /// The new end must not lie beyond the cap, both counted from the old end.
  /// - Parameter field: by which the new end was named.
  static func check(_ wished: Deadline, cap: Deadline, field: String) throws(HandlingProblem) {
    if wished.at > cap.at { throw .overCap(cap.limit, cap.at, field: field) }
  }

  /// A task ends with the order above it at the latest.
  static func check(_ wished: Deadline, within outer: Clock?, field: String) throws(HandlingProblem) {
    if let outer, wished.at > outer.deadline.at { throw .beyondOuter(outer.deadline.at, field: field) }
  }
}

/// What handling can meet.
enum HandlingProblem: Problem {
  case noDeadline
  case askedAlready
  case notAsked
  case extensionsUsed(Int)
  case afterDeadline(Moment)
  case overCap(Limit, Moment, field: String)
  case beyondOuter(Moment, field: String)
  case suspensionTooLong(Moment)
  case tasksOpen(Int)
  case noContact
  case ownAnswer
  case headFirst
  case notTheHeads
  case leaderFirst
  case notTheLeaders

  var status: Int {
    switch self {
    case .ownAnswer, .notTheLeaders, .notTheHeads: 403
    case .noContact, .overCap, .beyondOuter, .suspensionTooLong: 422
    default: 409
    }
  }

  var code: String {
    switch self {
    case .noDeadline: "no-deadline"
    case .askedAlready: "extension-pending"
    case .notAsked: "no-extension-pending"
    case .extensionsUsed: "extensions-used"
    case .afterDeadline: "after-deadline"
    case .overCap: "extension-over-cap"
    case .beyondOuter: "beyond-outer-deadline"
    case .suspensionTooLong: "suspension-over-cap"
    case .tasksOpen: "tasks-open"
    case .noContact: "no-contact-proof"
    case .ownAnswer: "own-answer"
    case .headFirst: "head-reviews-first"
    case .notTheHeads: "not-the-heads"
    case .leaderFirst: "leader-reviews-first"
    case .notTheLeaders: "not-the-leaders"
    }
  }

  var sentence: Phrase {
    switch self {
    case .noDeadline: Phrase("此单没有正在计时的办理期限，无需延期。", "No handling clock is running; there is nothing to extend.")
    case .askedAlready: Phrase("已有一个延期申请在等待审批。", "An extension is waiting for its decision already.")
    case .notAsked: Phrase("没有待审批的延期申请。", "No extension is waiting for a decision.")
    case .extensionsUsed(let times): Phrase("本市规定最多延期 \(times) 次。", "The rule allows \(times) extension(s), no more.")
    case .afterDeadline(let end):
      Phrase("期限已于\(end.phrase.zh)到期；延期须在到期前申请。", "The deadline passed on \(end.phrase.en); ask before it, not after.")
    case .overCap(let limit, let end, _):
      Phrase("延期最多 \(limit.phrase.zh)，即最晚到\(end.phrase.zh)。", "At most \(limit.phrase.en) more, that is until \(end.phrase.en).")
    case .beyondOuter(let end, _):
      Phrase(
        "任务不能晚于上级工单的期限 \(end.phrase.zh)；请先由上级申请延期。",
        "A task cannot end after the order above it, \(end.phrase.en); that one must be extended first.")
    case .suspensionTooLong(let end): Phrase("挂起最晚到\(end.phrase.zh)。", "A suspension may last until \(end.phrase.en) at most.")
    case .tasksOpen(let count):
      Phrase("还有 \(count) 项下级或协办任务没有办完；请等待或收回后再反馈。", "\(count) task(s) below are still open; wait for them or recall them first.")
    case .noContact: Phrase("反馈前请联系市民并填写联系时间和结果。", "Contact the citizen first and say when and with what result.")
    case .ownAnswer: Phrase("不能审核自己的答复。", "Nobody reviews their own answer.")
    case .headFirst:
      Phrase("这是领导接听件，须先由承办单位负责人审核。", "A leader took this call; the head of the unit reviews the answer first.")
    case .notTheHeads: Phrase("此件不需要由单位负责人审核，或已审核。", "Nothing of this order waits for the head of the unit.")
    case .leaderFirst: Phrase("这是领导接听件，须先由接听领导审核。", "A leader took this call; that leader reviews the answer first.")
    case .notTheLeaders: Phrase("此件由热线办审核，不由您审核。", "This review is the office's, not yours.")
    }
  }

  var fields: [FieldProblem] {
    switch self {
    case .noContact: [FieldProblem("contact", sentence)]
    case .overCap(_, _, let field), .beyondOuter(_, let field): [FieldProblem(field, sentence)]
    case .suspensionTooLong: [FieldProblem("until", sentence)]
    default: []
    }
  }
}
