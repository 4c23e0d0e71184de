import Workdays

/// What is counted, each on the day on which it happened. Figures are made of these.
public enum FigureCount: String, Codable, Sendable, CaseIterable, Worded {
  case received, answered, raised, dispatched, replied
  case onTime = "on-time"
  case late
  case handlingTime = "handling-time"
  case calledBack = "called-back"
  case asked, solved, graded, satisfied, redone, closed

  public var phrase: Phrase {
    switch self {
    case .received: Phrase("接到诉求", "Appeals received")
    case .answered: Phrase("直接答复", "Answered at once")
    case .raised: Phrase("立单", "Orders raised")
    case .dispatched: Phrase("派单", "Orders dispatched")
    case .replied: Phrase("已反馈", "Orders answered")
    case .onTime: Phrase("按时反馈", "Answered in time")
    case .late: Phrase("超时反馈", "Answered late")
    case .handlingTime: Phrase("办理总时长", "Hours of handling")
    case .calledBack: Phrase("有效回访", "Citizens called back")
    case .asked: Phrase("回访问到结果", "Said whether it is solved")
    case .solved: Phrase("回访已解决", "Said to be solved")
    case .graded: Phrase("回访有评价", "Gave a grade")
    case .satisfied: Phrase("回访满意", "Satisfied")
    case .redone: Phrase("退回重办", "Redone")
    case .closed: Phrase("办结", "Closed")
    }
  }

  /// What exactly is counted.
  public var meaning: Phrase {
    switch self {
    case .received: Phrase("按收到的日子计，含导入的诉求。", "By the day on which it reached us, imported appeals included.")
    case .answered: Phrase("不立单、当时答复的诉求。", "Appeals answered without an order.")
    case .raised: Phrase("不含转派、协办任务和移交紧急热线的记录。", "Without tasks and without records of what was handed over.")
    case .dispatched: Phrase("派到单位的次数；裁定改派的再计一次。", "Given to a unit; counted again where a ruling moves it.")
    case .replied: Phrase("单位的反馈通过审核。", "A unit's answer passed the review.")
    case .onTime, .late:
      Phrase("通过审核的反馈，以反馈时刻对照办理或重办期限。", "Answers that passed the review, held against the deadline at the moment of answering.")
    case .handlingTime: Phrase("从派单到反馈的自然时间之和，以小时计。", "From the dispatch to the answer, nights and holidays included, in hours.")
    case .calledBack: Phrase("联系上的回访；认定为不合理的诉求不计。", "Call-backs that reached the citizen; unreasonable demands are left out.")
    case .asked: Phrase("回访时说了是否已解决的市民。", "Citizens who said whether it is solved.")
    case .solved: Phrase("回访时市民说是否已解决。", "What citizens said when asked whether it is solved.")
    case .graded: Phrase("回访时评价了结果的市民。", "Citizens who gave a grade to the result.")
    case .satisfied: Phrase("回访时市民对结果的评价，基本满意以上为满意。", "The grade given to the result; “basically satisfied” and better count.")
    case .redone: Phrase("回访或复查后退回重新办理。", "Sent back after a call-back or a re-check.")
    case .closed: Phrase("重办后再次办结的再计一次。", "Counted again where it was closed once more after a redo.")
    }
  }

  /// Whether it is a number of cases that can be listed; times are not.
  public var isOfCases: Bool { self != .handlingTime }
}
