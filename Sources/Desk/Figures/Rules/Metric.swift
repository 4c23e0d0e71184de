import Casework
import Workdays

/// A figure that has a name: what is counted, and what is made of it.
public enum Metric: String, Sendable, CaseIterable, Worded {
  case received, answered, raised, dispatched, replied
  case onTime = "on-time"
  case late
  case onTimeRate = "on-time-rate"
  case handlingHours = "handling-hours"
  case calledBack = "called-back"
  case solved
  case solvedRate = "solved-rate"
  case satisfied
  case satisfiedRate = "satisfied-rate"
  case redone, closed

  public var phrase: Phrase {
    switch self {
    case .received: Phrase("接到诉求", "Appeals received")
    case .answered: Phrase("直接答复", "Answered at once")
    case .raised: Phrase("立单", "Orders raised")
    case .dispatched: Phrase("派单", "Orders dispatched")
    case .replied: Phrase("已反馈", "Orders answered")
    case .onTime: Phrase("按时反馈", "Answered in time")
    case .late: Phrase("超时反馈", "Answered late")
    case .onTimeRate: Phrase("按时反馈率", "On-time rate")
    case .handlingHours: Phrase("平均办理时长", "Mean handling time")
    case .calledBack: Phrase("有效回访", "Citizens called back")
    case .solved: Phrase("回访已解决", "Said to be solved")
    case .solvedRate: Phrase("解决率", "Solved rate")
    case .satisfied: Phrase("回访满意", "Satisfied")
    case .satisfiedRate: Phrase("满意率", "Satisfaction")
    case .redone: Phrase("退回重办", "Redone")
    case .closed: Phrase("办结", "Closed")
    }
  }

  /// What exactly is counted.
  var meaning: Phrase {
    switch self {
    case .received: Phrase("按收到的日子计，含导入的诉求。", "By the day on which it reached us, imported appeals included.")
    case .answered: Phrase("不立单、当时答复的诉求。", "Appeals answered without an order.")
    case .raised: Phrase("不含转派、协办任务和移交紧急热线的记录。", "Without tasks and without records of what was handed over.")
    case .dispatched: Phrase("派到单位的次数；裁定改派的再计一次。", "Given to a unit; counted again where a ruling moves it.")
    case .replied: Phrase("单位的反馈通过审核。", "A unit's answer passed the review.")
    case .onTime, .late, .onTimeRate:
      Phrase("通过审核的反馈，以反馈时刻对照办理或重办期限。", "Answers that passed the review, held against the deadline at the moment of answering.")
    case .handlingHours: Phrase("从派单到反馈的自然时间。", "From the dispatch to the answer, nights and holidays included.")
    case .calledBack: Phrase("联系上的回访；认定为不合理的诉求不计。", "Call-backs that reached the citizen; unreasonable demands are left out.")
    case .solved, .solvedRate: Phrase("回访时市民说是否已解决。", "What citizens said when asked whether it is solved.")
    case .satisfied, .satisfiedRate:
      Phrase("回访时市民对结果的评价，基本满意以上为满意。", "The grade given to the result; “basically satisfied” and better count.")
    case .redone: Phrase("回访或复查后退回重新办理。", "Sent back after a call-back or a re-check.")
    case .closed: Phrase("重办后再次办结的再计一次。", "Counted again where it was closed once more after a redo.")
    }
  }

  var happening: Happening {
    switch self {
    case .received: .received
    case .answered: .answered
    case .raised: .raised
    case .dispatched: .dispatched
    case .replied, .onTime, .late, .onTimeRate, .handlingHours: .replied
    case .calledBack, .solved, .solvedRate, .satisfied, .satisfiedRate: .called
    case .redone: .redone
    case .closed: .closed
    }
  }
}

/// In what a figure is measured.
public enum Measurement: String, Sendable { case count, percent, hours }

extension Metric {
  public var measurement: Measurement {
    switch self {
    case .onTimeRate, .solvedRate, .satisfiedRate: .percent
    case .handlingHours: .hours
    default: .count
    }
  }

  /// How many cases it is made of.
  func base(_ tally: Tally) -> Int64 {
    switch self {
    case .late: tally.late
    case .onTime: tally.amount - tally.late
    case .solved: tally.solved
    case .satisfied: tally.satisfied
    case .solvedRate: tally.asked
    case .satisfiedRate: tally.graded
    default: tally.amount
    }
  }

  /// Nil where there is nothing to make a share or a mean of.
  func value(_ tally: Tally) -> Double? {
    let base = Double(base(tally))
    switch self {
    case .onTimeRate: return base > 0 ? Double(tally.amount - tally.late) * 100 / base : nil
    case .solvedRate: return base > 0 ? Double(tally.solved) * 100 / base : nil
    case .satisfiedRate: return base > 0 ? Double(tally.satisfied) * 100 / base : nil
    case .handlingHours: return base > 0 ? Double(tally.minutes) / 60 / base : nil
    default: return base
    }
  }

  /// The entries that it is made of, as SQL.
  var condition: String? {
    switch self {
    case .late: "late = 1"
    case .onTime: "late = 0"
    case .solved: "solved = 1"
    case .satisfied: "satisfied = 1"
    case .solvedRate: "asked = 1"
    case .satisfiedRate: "graded = 1"
    default: nil
    }
  }
}
