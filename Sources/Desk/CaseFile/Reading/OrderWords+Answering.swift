import Casework
import Workdays

/// Answers, call-backs, endings, and what may happen at any time.
extension OrderWords {
  func answering(_ event: OrderEvent) -> EventWords {
    switch event {
    case .fedBack(let feedback): return fedBack(feedback)
    case .headReviewed(let passed, let reason, _):
      let words =
        passed
        ? EventWords("承办单位负责人审核通过，待接听领导审核", "passed the answer as head of the unit; the leader who took the call reviews it next")
        : EventWords("承办单位负责人审核退回，继续办理", "sent the answer back as head of the unit")
      return words.quoting("审核意见", "Review", reason)
    case .reviewed(let passed, let reason, let state, _, _): return reviewed(passed, state).quoting("审核意见", "Review", reason)
    case .calledBack(let appeal, let verdict, _, let state, _): return calledBack(appeal, verdict, state)
    case .rechecked(let onSite, let confirmed, let note, _, _):
      let how = onSite ? Phrase("现场复查", "re-checked it on site") : Phrase("档案复查", "re-checked it on file")
      let result = confirmed ? Phrase("属实", "confirmed") : Phrase("不属实，重办", "not so, to be redone")
      return EventWords("\(how.zh)：\(result.zh)", "\(how.en): \(result.en)").quoting("复查情况", "Findings", note)
    case .reported(let text, let finished, let due, _, _, _, let plan):
      guard !finished else { return EventWords("续报：已办完", "reported again: finished").quoting("续报内容", "Report", text) }
      let next = due?.phrase ?? Phrase("", "")
      return EventWords("续报，下次续报 \(next.zh)", "reported again; the next report is due \(next.en)").quoting("续报内容", "Report", text)
        .quoting("续报计划", "Plan", plan?.text == text ? nil : plan?.text)
    case .unreasonableAsked(let appeal, let evidence):
      let number = names.appeal(appeal)
      return EventWords("申请认定诉求 \(number) 不合理", "asked to call appeal \(number) unreasonable")
        .quoting("依据", "Evidence", evidence, internally: true).about(appeal).among(colleagues: true)
    case .unreasonableDecided(let appeal, let granted, let note, _, let state, _):
      return unreasonable(appeal, granted, state).quoting("审批意见", "Decision", note, internally: true)
    case .handoverReported(let report): return handover(report)
    case .closed(let ending, let evidence):
      let how = ended(ending)
      return EventWords("办结：\(how.zh)", "closed it: \(how.en)").quoting("办结依据", "Evidence", evidence)
    case .archived(_, let fingerprint):
      return EventWords("归档", "archived it").stating(Phrase("案卷指纹", "Fingerprint of the volume"), Phrase(fingerprint, fingerprint))
    default: return EventWords(event.action.phrase.zh, event.action.phrase.en)
    }
  }

  func anytime(_ event: OrderEvent) -> EventWords {
    switch event {
    case .urged(let text): return EventWords("催办", "urged it on").quoting("催办意见", "Reminder", text)
    case .supervised(let cause, let text):
      let why = SupervisionCause.phrase(cause)
      return EventWords("督办：\(why.zh)", "put it under supervision: \(why.en)").quoting("督办意见", "Demand", text)
    case .noted(let text): return EventWords("备注", "noted").quoting("备注", "Note", text, internally: true).among(colleagues: true)
    case .attached(let file, let spot):
      let at = spot.map { GeoPoint(latitude: $0.latitude, longitude: $0.longitude).degrees }
      return EventWords("上传附件", "attached a file").with(file).stating(Phrase("拍摄位置", "Taken at"), at.map { Phrase($0, $0) })
    case .joined(let appeal, let count, _):
      let number = names.appeal(appeal)
      guard count > 1 else { return EventWords("承接诉求 \(number)", "took up appeal \(number)").about(appeal) }
      return EventWords("并入诉求 \(number)", "joined appeal \(number) to it").about(appeal)
    case .parted(let appeal, _, _, _):
      let number = names.appeal(appeal)
      return EventWords("拆出诉求 \(number)", "took appeal \(number) out of it").about(appeal)
    case .published(let title, let text):
      return EventWords("公示答复", "published the answer").quoting("标题", "Title", title).quoting("公示内容", "Published text", text)
    case .unpublished(let reason): return EventWords("撤下公示", "took the published answer back").quoting("理由", "Reason", reason)
    case .withdrawn(let reason): return EventWords("撤销", "withdrew it").quoting("理由", "Reason", reason)
    default: return EventWords(event.action.phrase.zh, event.action.phrase.en)
    }
  }

  private func fedBack(_ feedback: Feedback) -> EventWords {
    let outcome = feedback.outcome.phrase
    var words = EventWords("反馈结果：\(outcome.zh)", "fed back: \(outcome.en.lowercased())")
      .quoting("公开答复", "Public reply", feedback.reply).quoting("内部说明", "Internal note", feedback.note, internally: true)
    if let proof = feedback.contact {
      let at = proof.at.phrase
      words = words.stating(
        Phrase("联系市民", "Contact"), Phrase("\(at.zh) \(proof.result.phrase.zh)", "\(at.en), \(proof.result.phrase.en.lowercased())")
      )
      .quoting("拨打号码", "Number", tellsNumbers ? proof.number : nil)
    }
    return OutcomeWords(names.profile).facts(feedback.fields).reduce(words) { $0.stating($1.label, $1.value) }
  }

  private func reviewed(_ passed: Bool, _ state: OrderState) -> EventWords {
    guard passed else { return EventWords("审核退回，继续办理", "sent the answer back") }
    switch state {
    case .review: return EventWords("接听领导审核通过，待热线办审核", "passed the answer as the leader who took the call; the office reviews it next")
    case .callback: return EventWords("审核通过，转回访", "passed the answer on to the call-back")
    case .continuedReport: return EventWords("审核通过，尚未办完，转续报", "passed the answer; it goes on with continued reports")
    default: return EventWords("审核通过，办结", "passed the answer and closed it")
    }
  }

  private func calledBack(_ appeal: AppealID, _ verdict: OrderEvent.Verdict, _ state: OrderState) -> EventWords {
    let number = names.appeal(appeal)
    let result =
      switch verdict {
      case .settled: Phrase("市民认可", "the citizen is content")
      case .unreached: Phrase("未接通", "not reached")
      case .unsolved: Phrase("市民表示未解决", "the citizen says it is not solved")
      case .unreasonable: Phrase("诉求不合理，待办结审批", "the demand is thought unreasonable; a supervisor decides")
      }
    let next = afterCallback(state)
    return EventWords("回访诉求 \(number)：\(result.zh)\(next.zh)", "called back on appeal \(number): \(result.en)\(next.en)").about(appeal)
  }

  /// What the call-back led to; nothing where others are still to be called.
  private func afterCallback(_ state: OrderState) -> Phrase {
    switch state {
    case .pendingSignature: Phrase("，发回重办", "; it is redone")
    case .pendingDispatch: Phrase("，转督办重新派单", "; it goes under supervision and is dispatched anew")
    case .continuedReport: Phrase("，转续报", "; continued reports begin")
    case .closed: Phrase("，办结", "; closed")
    default: Phrase("", "")
    }
  }

  private func unreasonable(_ appeal: AppealID, _ granted: Bool, _ state: OrderState) -> EventWords {
    let (number, next) = (names.appeal(appeal), afterCallback(state))
    guard granted else {
      return EventWords(
        "不认定诉求 \(number) 不合理\(next.zh)", "did not find appeal \(number) unreasonable\(next.en)"
      ).about(appeal).among(colleagues: true)
    }
    return EventWords("认定诉求 \(number) 不合理\(next.zh)", "found appeal \(number) unreasonable\(next.en)").about(appeal).among(colleagues: true)
  }

  private func handover(_ report: HandoverReport) -> EventWords {
    let words =
      report.ended
      ? EventWords("移交反馈：已处置", "logged that the emergency line has dealt with it")
      : EventWords("移交反馈", "logged what the emergency line says")
    return words.stating(Phrase("对方编号", "Their number"), report.reference.map { Phrase($0, $0) })
      .stating(Phrase("时间", "At"), report.at.phrase)
      .quoting("接收人", "Taken by", report.takenBy, internally: true).quoting("反馈内容", "What came back", report.text)
  }

  private func ended(_ ending: String) -> Phrase {
    if let outcome = Outcome(rawValue: ending) { return outcome.phrase }
    return names.reason(ending, names.profile.policy.closingReasons)
  }
}

extension EventWords {
  /// What a unit hears of a call-back on an appeal that it must not know of: only that it has to act again.
  static func unnamedCallback(_ state: OrderState) -> EventWords? {
    switch state {
    case .pendingSignature, .pendingDispatch: EventWords("回访后发回重办", "sent it back to be redone")
    case .closed: EventWords("办结", "closed it")
    case .continuedReport: EventWords("转续报", "asked for continued reports")
    default: nil
    }
  }
}

/// The causes of a supervision, as the supervisors' desk names them.
enum SupervisionCause {
  static func phrase(_ code: String) -> Phrase {
    MeasureCause(rawValue: code)?.phrase ?? MeasureKind(rawValue: code)?.phrase ?? Phrase(code, code)
  }
}

/// The typed outcome of a feedback in words: 挽回金额 5000 元.
struct OutcomeWords {
  private let profile: Profile

  init(_ profile: Profile) { self.profile = profile }

  func facts(_ fields: [String: OutcomeValue]) -> [EventWords.Fact] {
    fields.keys.sorted().compactMap { name in
      guard let value = fields[name] else { return nil }
      let field = profile.outcomes.first { $0.name == name }
      return EventWords.Fact(label: field?.label ?? Phrase(name, name), value: words(value, field))
    }
  }

  private func words(_ value: OutcomeValue, _ field: OutcomeField?) -> Phrase {
    switch (value, field?.type) {
    case (.number(let fen), .money):
      let rest = abs(fen % 100)
      let yuan = rest == 0 ? "\(fen / 100)" : "\(fen / 100).\(rest < 10 ? "0" : "")\(rest)"
      return Phrase("\(yuan) 元", "¥\(yuan)")
    case (.number(let count), _):
      let unit = field?.unit ?? Phrase("", "")
      return Phrase("\(count) \(unit.zh)", "\(count) \(unit.en)")
    case (.word(let code), .choice): return field?.options[code: code]?.phrase ?? Phrase(code, code)
    case (.word(let text), _): return Phrase(text, text)
    }
  }
}
