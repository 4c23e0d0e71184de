import Casework
import Workdays

/// What each event of an appeal says.
struct AppealWords {
  let names: EventNames
  /// The appeal itself, whose events do not repeat its id.
  let appeal: AppealID

  func words(for event: AppealEvent) -> EventWords {
    switch event {
    case .recorded(let matter): return recorded(matter)
    case .answered(let reply, _, _): return EventWords("直接答复", "answered at once").quoting("答复", "Answer", reply)
    case .refused(let reason, let note): return refused(reason).quoting("说明", "Explanation", note)
    case .refusalAsked(let reason, let note):
      let matter = names.profile.policy.refusals[code: reason]?.matter ?? Phrase(reason, reason)
      return EventWords("申请不予受理：\(matter.zh)", "asked to refuse it: \(matter.en)").quoting("依据", "Grounds", note, internally: true)
        .among(colleagues: true)
    case .refusalDecided(let granted, let note):
      let words = granted ? EventWords("同意不予受理", "agreed to the refusal") : EventWords("不同意不予受理", "did not agree to the refusal")
      return words.quoting("审批意见", "Decision", note, internally: true).among(colleagues: true)
    case .handedOver(let line, _, let note): return EventWords("移交 \(line)", "handed it over to \(line)").quoting("说明", "Explanation", note)
    case .handoverHeard(_, let reference, let text, let ended):
      let words =
        ended ? EventWords("紧急热线已处置", "the emergency line has dealt with it") : EventWords("收到紧急热线反馈", "heard from the emergency line")
      return words.stating(Phrase("对方编号", "Their number"), reference.map { Phrase($0, $0) }).quoting("反馈内容", "What came back", text)
    case .joined(let order, _, let merged):
      let number = names.order(order)
      return merged
        ? EventWords("并入工单 \(number)", "merged it into order \(number)") : EventWords("立单 \(number)", "raised order \(number) from it")
    case .parted(let order, _):
      let number = names.order(order)
      return EventWords("从工单 \(number) 拆出", "took it out of order \(number)")
    case .withdrawn(let reason): return EventWords("撤回诉求", "withdrew the appeal").quoting("理由", "Reason", reason)
    case .corrected(let text, let addition):
      return addition
        ? EventWords("补充诉求", "added to the appeal").quoting("补充", "Addition", text)
        : EventWords("更正诉求", "corrected the appeal").quoting("更正", "Correction", text)
    case .rated(let grade, let solved, let note, let answers):
      return rated(grade, solved).stating(own: answers).quoting("评价说明", "Remark", note)
    case .attached(let file): return EventWords("上传图片", "added a picture").with(file)
    case .revealed(let fields, let reason):
      return revealed(fields).quoting("理由", "Reason", reason, internally: true).among(colleagues: true)
    }
  }

  private func recorded(_ matter: AppealMatter) -> EventWords {
    let channel = matter.channel.phrase
    return EventWords("登记诉求 \(matter.number)（\(channel.zh)）", "recorded appeal \(matter.number) (\(channel.en.lowercased()))")
  }

  private func refused(_ reason: String) -> EventWords {
    guard let rule = names.profile.policy.refusals[code: reason] else { return EventWords("不予受理", "did not accept it") }
    return EventWords("不予受理：\(rule.matter.zh)", "did not accept it: \(rule.matter.en)").stating(Phrase("法定途径", "Legal route"), rule.route)
  }

  private func rated(_ grade: Grade, _ solved: Bool?) -> EventWords {
    EventWords("评价：\(grade.phrase.zh)", "rated it: \(grade.phrase.en.lowercased())").stating(
      Phrase("是否解决", "Solved"), solved.map(Phrase.yes))
  }

  private func revealed(_ fields: [String]) -> EventWords {
    let words = fields.map { RevealField(rawValue: $0)?.phrase ?? Phrase($0, $0) }
    return EventWords(
      "查看个人信息：\(words.map(\.zh).joined(separator: "、"))",
      "looked at personal data: \(words.map { $0.en.lowercased() }.joined(separator: ", "))")
  }
}

/// What each event of a participation says.
struct ParticipationWords {
  let names: EventNames
  let appeal: AppealID

  func words(for event: ParticipationEvent) -> EventWords {
    let number = names.appeal(appeal)
    let words =
      switch event {
      case .joined: EventWords("承接诉求 \(number)", "took up appeal \(number)")
      case .notified(let about, let text):
        EventWords("告知市民（\(number)）：\(about.phrase.zh)", "told the citizen of \(number): \(about.phrase.en.lowercased())").quoting(
          "告知内容", "Message", text)
      case .answered(let answers, let attempt, _): answered(number, answers, attempt)
      case .settled(let because): settled(number, because)
      case .reopened: EventWords("诉求 \(number) 需再次回访", "put appeal \(number) up for another call-back")
      case .rated(let grade, _, let note, _):
        EventWords("评价：\(grade.phrase.zh)", "rated it: \(grade.phrase.en.lowercased())").quoting("评价说明", "Remark", note)
      case .parted(let reason): EventWords("拆出诉求 \(number)", "took appeal \(number) out").quoting("理由", "Reason", reason)
      }
    return words.about(appeal)
  }

  /// The four questions, each where it was answered.
  private func answered(_ number: String, _ answers: CallbackAnswers, _ attempt: Int) -> EventWords {
    guard answers.reached else {
      return EventWords("第 \(attempt) 次回访 \(number)：未接通", "call-back \(attempt) to \(number): not reached").quoting(
        "回访记录", "Record", answers.note)
    }
    return EventWords("第 \(attempt) 次回访 \(number)：接通", "call-back \(attempt) to \(number): reached")
      .stating(facts: answers)
      .stating(Phrase("已解决", "Solved"), answers.solved.map(Phrase.yes))
      .stating(Phrase("对结果", "With the result"), answers.resultGrade?.phrase)
      .stating(Phrase("对服务", "With the service"), answers.serviceGrade?.phrase)
      .stating(Phrase("诉求合理", "Reasonable"), answers.reasonable.map(Phrase.yes))
      .quoting("回访记录", "Record", answers.note)
  }

  private func settled(_ number: String, _ because: String) -> EventWords {
    guard because != "not-sampled" else {
      return EventWords("诉求 \(number) 未抽中回访", "left appeal \(number) out of the sample for call-backs")
    }
    let why = names.reason(because, names.profile.policy.closingReasons)
    return EventWords("诉求 \(number) 不再回访：\(why.zh)", "calls back no more on appeal \(number): \(why.en)")
  }
}

extension ParticipationEvent.Notice {
  var phrase: Phrase {
    switch self {
    case .raised: Phrase("已受理立单", "Order raised")
    case .extended: Phrase("延期", "Extended")
    case .answered: Phrase("已答复", "Answered")
    case .reported: Phrase("续报", "Reported again")
    case .closed: Phrase("已办结", "Closed")
    case .promised: Phrase("承诺时间", "Time promised")
    }
  }
}

extension EventWords {
  fileprivate func stating(facts answers: CallbackAnswers?) -> EventWords {
    stating(Phrase("反馈属实", "The report is true"), answers?.isTrue.map(Phrase.yes))
      .stating(Phrase("单位已联系", "The unit made contact"), answers?.contacted.map(Phrase.yes))
  }

  /// What a rating says beside its grade.
  fileprivate func stating(own answers: CallbackAnswers?) -> EventWords {
    stating(facts: answers).stating(Phrase("对服务", "With the service"), answers?.serviceGrade?.phrase)
  }
}

extension Phrase {
  static func yes(_ flag: Bool) -> Phrase { flag ? Phrase("是", "yes") : Phrase("否", "no") }
}
