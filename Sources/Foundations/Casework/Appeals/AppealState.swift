import Workdays

/// Where an appeal stands by itself; once it is in hand, its orders and participations tell the rest.
public enum AppealState: String, Codable, Sendable, CaseIterable, Worded {
  case recorded, answered, refused
  case handedOver = "handed-over"
  case inHand = "in-hand"
  case withdrawn

  public var phrase: Phrase {
    switch self {
    case .recorded: Phrase("待受理", "Recorded")
    case .answered: Phrase("直接答复", "Answered at once")
    case .refused: Phrase("不予受理", "Not accepted")
    case .handedOver: Phrase("已移交紧急热线", "Handed over to an emergency line")
    case .inHand: Phrase("已立单办理", "In hand")
    case .withdrawn: Phrase("已撤回", "Withdrawn")
    }
  }
}

/// What can be done with an appeal.
public enum AppealAction: String, Codable, Sendable, CaseIterable, Worded {
  case record, answer
  case refuse = "refusal"
  case askRefusal = "refusal-request"
  case decideRefusal = "refusal-decision"
  case handOver = "handover"
  case hearHandover = "handover-report"
  case raiseOrder = "orders"
  case merge = "merger"
  case separate = "separation"
  case withdraw = "withdrawal"
  case correct = "correction"
  case rate = "rating"
  case attach = "attachments"
  case reveal

  public var phrase: Phrase {
    switch self {
    case .record: Phrase("登记", "Record")
    case .answer: Phrase("直接答复", "Answer at once")
    case .refuse: Phrase("不予受理", "Refuse")
    case .askRefusal: Phrase("申请不予受理", "Ask to refuse")
    case .decideRefusal: Phrase("审批不予受理", "Decide on the refusal")
    case .handOver: Phrase("移交紧急热线", "Hand over")
    case .hearHandover: Phrase("收到移交反馈", "Hear from the emergency line")
    case .raiseOrder: Phrase("立单", "Raise an order")
    case .merge: Phrase("并单", "Merge")
    case .separate: Phrase("拆单", "Separate")
    case .withdraw: Phrase("撤回", "Withdraw")
    case .correct: Phrase("更正或补充", "Correct or add")
    case .rate: Phrase("评价", "Rate")
    case .attach: Phrase("上传图片", "Add pictures")
    case .reveal: Phrase("查看个人信息", "Reveal personal data")
    }
  }
}
