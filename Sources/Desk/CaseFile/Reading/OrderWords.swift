import Casework
import Workdays

/// What each event of an order says. The first switch knows every action, so a new event cannot be forgotten.
struct OrderWords {
  let names: EventNames
  /// Whether the numbers that were called are told, masked; in a confidential case a unit and paper do not have them.
  var tellsNumbers = true

  func words(for event: OrderEvent) -> EventWords {
    switch event.action {
    case .raise, .dispatch, .sign, .autoSign, .giveBack, .rule: dispatching(event)
    case .delegate, .assist, .collect, .requestExtension, .decideExtension, .suspend, .resume, .contact, .recategorise, .commit:
      handling(event)
    case .feedBack, .headReview, .review, .callBack, .recheck, .report, .close, .archive, .askUnreasonable, .decideUnreasonable,
      .reportHandover:
      answering(event)
    case .urge, .supervise, .note, .attach, .join, .part, .withdraw, .publish, .unpublish: anytime(event)
    case .reachRung, .recompute: byTheClock(event)
    }
  }

  private func dispatching(_ event: OrderEvent) -> EventWords {
    switch event {
    case .raised(let matter, _, _): return raised(matter)
    case .dispatched(let unit, let note, _):
      let name = names.unit(unit)
      return EventWords("派单给\(name.zh)", "dispatched it to \(name.en)").quoting("派单备注", "Note to the unit", note, internally: true)
    case .signed: return EventWords("签收", "signed for it")
    case .returned(let reason, let basis, _):
      let why = names.reason(reason, names.profile.policy.returnReasons)
      return EventWords("退单：\(why.zh)", "returned it: \(why.en)").quoting("依据", "Basis", basis)
    case .ruled(let decision, let unit, let lock, let note, _, _):
      return ruled(decision, unit.map(names.unit), lock).quoting("裁定说明", "Grounds", note)
    default: return EventWords("到时自动签收", "signed for it automatically at the limit")
    }
  }

  private func raised(_ matter: OrderMatter) -> EventWords {
    switch matter.role {
    case .main: EventWords("立单", "raised the order")
    case .delegated: EventWords("下达转派任务", "gave the task on")
    case .assisting: EventWords("发起协办", "asked for assistance")
    case .shadow:
      EventWords(
        "移交 \(matter.emergencyLine ?? "")，留存影子工单", "handed the matter over to \(matter.emergencyLine ?? "") and kept this shadow order")
    }
  }

  private func ruled(_ decision: OrderEvent.Ruling, _ unit: Phrase?, _ lock: Bool) -> EventWords {
    let tail = lock ? Phrase("，不得再退", "; it cannot be returned again") : Phrase("", "")
    switch (decision, unit) {
    case (.accept, let unit?):
      return EventWords("裁定：同意退单，改派\(unit.zh)\(tail.zh)", "upheld the objection and sent it to \(unit.en)\(tail.en)")
    case (.accept, nil): return EventWords("裁定：同意退单，重新派单", "upheld the objection; it is dispatched anew")
    case (.reject, let unit):
      let keeper = unit ?? Phrase("原单位", "the unit")
      return EventWords("裁定：驳回退单，由\(keeper.zh)办理\(tail.zh)", "rejected the objection; \(keeper.en) keeps it\(tail.en)")
    case (.dispute, _): return EventWords("有争议，提交编办裁定", "put the dispute to the staffing office")
    }
  }

  private func handling(_ event: OrderEvent) -> EventWords {
    switch event {
    case .delegated(let task, let unit): return given(task, unit, "转派给", "delegated it to")
    case .assisted(let task, let unit): return given(task, unit, "请求协办：", "asked for the assistance of")
    case .collected(let task, let unit, let outcome, let reply, let credit):
      let time = credit.map { $0.onTime ? Phrase("按时", "in time") : Phrase("超时", "late") }
      return collected(task, unit, outcome, reply).stating(Phrase("时限", "Deadline"), time)
    case .extensionAsked(let limit, let reason, let text, _):
      let why = names.reason(reason, names.profile.policy.extensionReasons)
      return EventWords("申请延期 \(limit.phrase.zh)：\(why.zh)", "asked for \(limit.phrase.en) more: \(why.en)").quoting(
        "说明", "Explanation", text)
    case .extensionDecided(let granted, let reason, let clocks): return extended(granted, clocks).quoting("审批意见", "Decision", reason)
    case .suspended(let reason, let text, let until):
      let why = names.reason(reason, names.profile.policy.suspension.reasons)
      let end = until?.phrase ?? Phrase("", "")
      return EventWords("挂起至 \(end.zh)：\(why.zh)", "suspended it until \(end.en): \(why.en)").quoting("说明", "Explanation", text)
    case .contacted(let proof, let note): return contacted(proof).quoting("联系情况", "What was said", note)
    case .recategorised(let category, let kind, let urgency, let reason, _):
      let name = names.profile.taxonomy.title(of: category)
      return EventWords(
        "调整分类为“\(name.zh)”（\(kind.phrase.zh)、\(urgency.phrase.zh)）",
        "re-categorised it: \(name.en) (\(kind.phrase.en), \(urgency.phrase.en))"
      ).quoting("理由", "Reason", reason)
    case .committed(let until, let text, _):
      let day = until.phrase
      return EventWords("向市民承诺 \(day.zh) 前办好", "promised the citizen to be done by \(day.en)").quoting("说明", "Words", text)
    default: return EventWords("恢复办理", "resumed it")
    }
  }

  private func given(_ task: OrderID, _ unit: UnitID, _ zh: String, _ en: String) -> EventWords {
    let name = names.unit(unit)
    return EventWords("\(zh)\(name.zh)", "\(en) \(name.en)").stating(Phrase("任务", "Task"), number(names.order(task)))
  }

  private func number(_ text: String) -> Phrase? { text.isEmpty ? nil : Phrase(text, text) }

  private func collected(_ task: OrderID, _ unit: UnitID?, _ outcome: Outcome?, _ reply: TextID?) -> EventWords {
    let name = unit.map(names.unit) ?? Phrase("下级", "the unit below")
    guard let outcome else {
      return EventWords("收回\(name.zh)的任务", "recalled the task of \(name.en)").stating(Phrase("任务", "Task"), number(names.order(task)))
    }
    return EventWords("收到\(name.zh)的任务结果：\(outcome.phrase.zh)", "took in the result of \(name.en): \(outcome.phrase.en)")
      .stating(Phrase("任务", "Task"), number(names.order(task))).quoting("任务答复", "Result of the task", reply)
  }

  private func extended(_ granted: Bool, _ clocks: [Clock]) -> EventWords {
    guard granted else { return EventWords("不同意延期", "refused the extension") }
    let end = clocks.first.map { $0.deadline.at.phrase } ?? Phrase("", "")
    return EventWords("同意延期，新期限 \(end.zh)", "granted the extension; the new deadline is \(end.en)")
  }

  private func contacted(_ proof: ContactProof) -> EventWords {
    let (at, result) = (proof.at.phrase, proof.result.phrase)
    return EventWords("联系市民（\(at.zh)）：\(result.zh)", "contacted the citizen (\(at.en)): \(result.en.lowercased())").quoting(
      "拨打号码", "Number", tellsNumbers ? proof.number : nil)
  }
}
