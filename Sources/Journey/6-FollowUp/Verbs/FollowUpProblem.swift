import Casework
import Workdays

/// What following up can meet.
enum FollowUpProblem: Problem, Equatable {
  case handledBySelf
  case calledAlready
  case notReported
  case reportTooFar(Limit, Moment)
  case nothingToConfirm
  case notCalled
  case reviewPending
  case noReview
  case ownRequest
  case needsReview

  var status: Int {
    switch self {
    case .handledBySelf, .ownRequest: 403
    case .reportTooFar, .notReported: 422
    default: 409
    }
  }

  var code: String {
    switch self {
    case .handledBySelf: "handled-by-self"
    case .calledAlready: "called-already"
    case .notReported: "no-next-date"
    case .reportTooFar: "next-date-too-far"
    case .nothingToConfirm: "nothing-to-confirm"
    case .notCalled: "not-called"
    case .reviewPending: "review-pending"
    case .noReview: "no-review-pending"
    case .ownRequest: "own-request"
    case .needsReview: "needs-review"
    }
  }

  var sentence: Phrase {
    switch self {
    case .handledBySelf: Phrase("您办理过此单，回访须由未经办的人进行。", "You handled this order; somebody who did not must call back.")
    case .calledAlready: Phrase("这位市民已经回访完毕。", "This citizen has been called back already.")
    case .notReported: Phrase("还没有办完，请填写下次续报的日期。", "It is not finished: name the date of the next report.")
    case .reportTooFar(let limit, let end):
      Phrase(
        "下次续报最晚在 \(end.phrase.zh)（期限 \(limit.phrase.zh)）。", "The next report is due by \(end.phrase.en) at the latest (\(limit.phrase.en))."
      )
    case .nothingToConfirm: Phrase("没有需要再次回访的市民。", "No citizen is left to confirm it.")
    case .notCalled:
      Phrase("请先回访：市民接通并表示未解决，才能申请认定不合理。", "Call back first: only a citizen who was reached and says it is not solved can be unreasonable.")
    case .reviewPending: Phrase("此件的不合理认定正在等待审批。", "Whether it is unreasonable is waiting for a decision already.")
    case .noReview: Phrase("没有待审批的不合理诉求。", "No demand waits to be found unreasonable.")
    case .ownRequest: Phrase("不能审批自己提出的申请，请由另一人审批。", "Nobody decides on their own request; somebody else must.")
    case .needsReview:
      Phrase(
        "不合理诉求须由回访员提出依据、经另一人审批，不能直接办结。", "A demand is unreasonable only once it was asked for with evidence and a second person agreed.")
    }
  }

  var fields: [FieldProblem] {
    switch self {
    case .reportTooFar, .notReported: [FieldProblem("next_due", sentence)]
    default: []
    }
  }
}
