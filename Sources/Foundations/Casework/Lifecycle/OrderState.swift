import Workdays

/// Where an order stands (part 2 of the domain, sources 3, 10, 16).
public enum OrderState: String, Codable, Sendable, CaseIterable, Worded {
  case pendingDispatch = "pending-dispatch"
  case pendingSignature = "pending-signature"
  case handling
  /// The unit gave it back; the dispatching side examines the objection.
  case objection
  /// The objection could not be settled; the staffing office rules.
  case disputed
  case suspended
  case review
  case callback
  case continuedReport = "continued-report"
  case closed
  case archived
  /// Ended because nobody asks for it any more: withdrawn by the citizen, merged away or recalled.
  case withdrawn
  /// Shadow of a matter handed over to an emergency line.
  case handedOver = "handed-over"

  public var phrase: Phrase {
    switch self {
    case .pendingDispatch: Phrase("待派单", "Waiting for dispatch")
    case .pendingSignature: Phrase("待签收", "Waiting for signature")
    case .handling: Phrase("办理中", "Being handled")
    case .objection: Phrase("异议审核", "Objection under review")
    case .disputed: Phrase("待裁定", "Waiting for a ruling")
    case .suspended: Phrase("已挂起", "Suspended")
    case .review: Phrase("待审核", "Answer under review")
    case .callback: Phrase("待回访", "Waiting for call-back")
    case .continuedReport: Phrase("续报中", "Continued report running")
    case .closed: Phrase("已办结", "Closed")
    case .archived: Phrase("已归档", "Archived")
    case .withdrawn: Phrase("已撤销", "Withdrawn")
    case .handedOver: Phrase("已移交紧急热线", "Handed over to an emergency line")
    }
  }

  /// States in which somebody still has to do something.
  public static let open: Set<OrderState> = [
    .pendingDispatch, .pendingSignature, .handling, .objection, .disputed, .suspended, .review, .callback,
    .continuedReport, .handedOver,
  ]
  public static let ended: Set<OrderState> = [.closed, .archived, .withdrawn]
}

/// What can be done with an order. The words are those of the programming interface and of the event log.
public enum OrderAction: String, Codable, Sendable, CaseIterable, Worded {
  case raise, dispatch, sign
  case autoSign = "auto-sign"
  case giveBack = "return"
  case rule, delegate, assist
  case collect
  case requestExtension = "extension"
  case decideExtension = "extension-decision"
  case suspend, resume, contact
  case feedBack = "feedback"
  case headReview = "head-review"
  case review
  case callBack = "callback"
  case askUnreasonable = "unreasonable"
  case decideUnreasonable = "unreasonable-decision"
  case reportHandover = "handover-report"
  case recheck
  case report = "continued-report"
  case close, archive, urge, supervise, recategorise, note, attach
  case join, part
  case withdraw
  case reachRung = "rung"
  case commit = "commitment"
  case recompute = "recomputation"
  case publish = "publication"
  case unpublish = "publication-withdrawal"

  public var phrase: Phrase {
    switch self {
    case .raise: Phrase("立单", "Raise an order")
    case .dispatch: Phrase("派单", "Dispatch")
    case .sign: Phrase("签收", "Sign for it")
    case .autoSign: Phrase("到时自动签收", "Sign automatically at the limit")
    case .giveBack: Phrase("退单", "Return it")
    case .rule: Phrase("裁定", "Rule")
    case .delegate: Phrase("转派", "Delegate")
    case .assist: Phrase("请求协办", "Ask for assistance")
    case .collect: Phrase("收回下级结果", "Take in a task's result")
    case .requestExtension: Phrase("申请延期", "Ask for an extension")
    case .decideExtension: Phrase("审批延期", "Decide on the extension")
    case .suspend: Phrase("挂起", "Suspend")
    case .resume: Phrase("恢复办理", "Resume")
    case .contact: Phrase("联系市民", "Contact the citizen")
    case .feedBack: Phrase("反馈结果", "Feed back")
    case .headReview: Phrase("承办单位负责人审核", "Review by the head of the unit")
    case .review: Phrase("审核", "Review")
    case .callBack: Phrase("回访", "Call back")
    case .askUnreasonable: Phrase("申请认定不合理", "Call it unreasonable")
    case .decideUnreasonable: Phrase("审批不合理诉求", "Decide whether it is unreasonable")
    case .reportHandover: Phrase("登记移交反馈", "Log what the emergency line says")
    case .recheck: Phrase("复查", "Re-check")
    case .report: Phrase("续报", "Continued report")
    case .close: Phrase("办结", "Close")
    case .archive: Phrase("归档", "Archive")
    case .urge: Phrase("催办", "Urge")
    case .supervise: Phrase("督办", "Supervise")
    case .recategorise: Phrase("调整分类", "Re-categorise")
    case .note: Phrase("备注", "Note")
    case .attach: Phrase("上传附件", "Attach")
    case .join: Phrase("并入诉求", "Join an appeal")
    case .part: Phrase("拆出诉求", "Part an appeal")
    case .withdraw: Phrase("撤销", "Withdraw")
    case .reachRung: Phrase("到达时限节点", "Come to a rung of a clock")
    case .commit: Phrase("承诺时间", "Promise a time")
    case .recompute: Phrase("重算期限", "Count the deadlines again")
    case .publish: Phrase("公示答复", "Publish the answer")
    case .unpublish: Phrase("撤下公示", "Take the published answer back")
    }
  }
}
