import Workdays

/// Where a measure stands.
public enum MeasureState: String, Codable, Sendable, CaseIterable, Worded {
  case open
  case inHand = "in-hand"
  case answered, closed, withdrawn

  public var phrase: Phrase {
    switch self {
    case .open: Phrase("已发起", "Opened")
    case .inHand: Phrase("办理中", "In hand")
    case .answered: Phrase("已回复，待审", "Answered, to be judged")
    case .closed: Phrase("已办结", "Closed")
    case .withdrawn: Phrase("已撤销", "Withdrawn")
    }
  }

  /// States in which somebody still has to do something.
  public static let running: Set<MeasureState> = [.open, .inHand, .answered]
}

/// What can be done with a measure. The words are the nouns of its paths.
public enum MeasureAction: String, Codable, Sendable, CaseIterable, Worded {
  case open = "measures"
  case receive = "receipt"
  case answer
  case accept = "acceptance"
  case reject = "rejection"
  case assign = "duty"
  case instruct = "instruction"
  case inspect = "finding"
  case fileCase = "file"
  case opine = "opinion"
  case sign = "signature"
  case decide = "decision"
  case meet = "meeting"
  case review
  case approve = "approval"
  case refuse = "refusal"
  case agree = "agreement"
  case link = "links"
  case broadcast
  case urge = "urging"
  case remark
  case attach = "attachments"
  case withdraw = "withdrawal"

  public var phrase: Phrase {
    switch self {
    case .open: Phrase("发起督办措施", "Open a measure")
    case .receive: Phrase("接收", "Receive it")
    case .answer: Phrase("回复", "Answer")
    case .accept: Phrase("认可并办结", "Accept and close")
    case .reject: Phrase("退回重报", "Send the answer back")
    case .assign: Phrase("交办任务", "Give a duty")
    case .instruct: Phrase("批示", "Instruct")
    case .inspect: Phrase("记录督察情况", "Record the finding")
    case .fileCase: Phrase("立卷", "Open this case's file")
    case .opine: Phrase("填写意见", "Write the opinion")
    case .sign: Phrase("会签", "Sign")
    case .decide: Phrase("形成结论", "Decide")
    case .meet: Phrase("记录会议", "Record a meeting")
    case .review: Phrase("到期复核", "Review")
    case .approve: Phrase("批准发布", "Approve")
    case .refuse: Phrase("不予发布", "Refuse")
    case .agree: Phrase("记录议定事项", "Record what was agreed")
    case .link: Phrase("关联新来电", "Link new appeals")
    case .broadcast: Phrase("统一告知", "Tell everybody")
    case .urge: Phrase("催办", "Urge")
    case .remark: Phrase("记录", "Remark")
    case .attach: Phrase("上传照片", "Add photographs")
    case .withdraw: Phrase("撤销", "Withdraw")
    }
  }
}
