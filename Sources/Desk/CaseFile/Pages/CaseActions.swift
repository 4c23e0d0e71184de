import Casework
import Web
import Workdays

/// The action bar of a case: each action that is possible now as a form folded away, one of them primary.
struct CaseActions {
  let endpoints: [Endpoint]
  let forms: CaseForms

  /// What somebody would do first, in this order.
  private static let first: [OrderAction] = [
    .decideExtension, .dispatch, .sign, .rule, .resume, .review, .callBack, .feedBack, .report, .close, .archive,
  ]
  private static let firstOfAppeal: [AppealAction] = [.answer, .raiseOrder, .rate]

  private var visitor: Visitor { forms.call.visitor }

  func bar(_ file: OrderFile) -> HTML {
    let primary = Self.first.first(where: file.possible.contains)
    let actions = file.possible.filter { $0 == primary } + file.possible.filter { $0 != primary }
    let items = actions.flatMap { action in
      matching(action.rawValue, below: "orders/{number}/").map { item($0, file, isPrimary: action == primary) }
    }
    return bar(items, next: NextWords.sentence(file))
  }

  func bar(_ file: AppealFile) -> HTML {
    let primary = Self.firstOfAppeal.first(where: file.possible.contains)
    let actions = file.possible.filter { $0 == primary } + file.possible.filter { $0 != primary }
    let items = actions.flatMap { action in
      matching(action.rawValue, below: "appeals/{number}/").map { endpoint in
        folded(endpoint, forms.render(endpoint, file.number, seen: file.version), isPrimary: action == primary)
      }
    }
    return bar(items, next: NextWords.sentence(file))
  }

  /// The endpoints of an action that this person may call.
  private func matching(_ action: String, below prefix: String) -> [Endpoint] {
    endpoints.filter {
      $0.method == .post && $0.action == action && $0.path.hasPrefix(prefix) && $0.surfaces.contains(.page) && $0.who.admits(visitor.actor)
    }
  }

  private func item(_ endpoint: Endpoint, _ file: OrderFile, isPrimary: Bool) -> HTML {
    var (endpoint, values) = (endpoint, SubmittedForm.empty)
    var open: [String: [Field]] = [:]
    if endpoint.action == OrderAction.callBack.rawValue { (endpoint, values) = forms.callees(endpoint, file.parts) }
    if endpoint.action == OrderAction.feedBack.rawValue { open["fields"] = forms.outcomeFields(file.order) }
    return folded(endpoint, forms.render(endpoint, file.number, seen: file.version, values: values, open: open), isPrimary: isPrimary)
  }

  /// An action that asks for nothing is one button.
  private func folded(_ endpoint: Endpoint, _ form: HTML, isPrimary: Bool) -> HTML {
    let asks = endpoint.uploads != nil || endpoint.form.fields.contains { $0.name != Field.seen.name }
    guard asks else { return "<div class=\"action-one\" id=\"do-\(endpoint.noun)\">\(form)</div>" }
    let style = isPrimary ? "primary" : "secondary"
    return """
      <details class="action-box" id="do-\(endpoint.noun)"><summary class="\(style)">\(endpoint.summary, visitor.language)</summary>\(form)</details>
      """
  }

  private func bar(_ items: [HTML], next: Phrase) -> HTML {
    """
    <section class="actions" aria-label="\(Phrase("现在可以办理", "Possible now"), visitor.language)">
    <div class="bar">\(HTML.joined(items, separator: "\n"))</div>
    <p class="soft">\(next, visitor.language)</p>
    </section>
    """
  }
}

/// What happens next, in one sentence for colleagues.
enum NextWords {
  static func sentence(_ file: OrderFile) -> Phrase {
    let order = file.order
    let unit = order.unit.map { file.profile.units.name(of: $0) } ?? Phrase("承办单位", "the unit")
    let due = order.nextClock.map { $0.deadline.at.civilText } ?? "—"
    switch order.state {
    case .pendingDispatch: return Phrase("派单后，\(unit.zh)的签收、首次联系和办理时限即刻起算。", "Once it is dispatched, the unit's clocks start at once.")
    case .pendingSignature: return Phrase("等待\(unit.zh)签收，\(due) 前未签收将自动签收。", "Waiting for \(unit.en) to sign; at \(due) it counts as signed.")
    case .handling:
      if order.extensionAsked != nil { return Phrase("已申请延期，等待审批；期限仍按 \(due)。", "An extension is asked for; until it is decided the deadline is \(due).") }
      if !order.openTasks.isEmpty { return Phrase("还有 \(order.openTasks.count) 项任务未收回，收齐后由\(unit.zh)反馈。", "\(order.openTasks.count) task(s) are open; \(unit.en) feeds back when all are in.") }
      return Phrase("\(unit.zh)须在 \(due) 前联系市民并反馈。", "\(unit.en) contacts the citizen and feeds back by \(due).")
    case .objection: return Phrase("派单方审核退单理由，\(due) 前裁定；办理时限不停。", "The dispatching side rules by \(due); the handling clock runs on.")
    case .disputed: return Phrase("由编办在 \(due) 前裁定承办单位。", "The staffing office rules by \(due).")
    case .suspended: return Phrase("已暂停计时，到 \(order.suspendedUntil?.civilText ?? "—") 恢复。", "The clocks stand still until \(order.suspendedUntil?.civilText ?? "—").")
    case .review: return Phrase("派单方审核答复；通过后告知市民并回访。", "The dispatching side reviews the answer; passed, the citizens are told and called back.")
    case .callback: return Phrase("由未经办的人回访；不满意则发回重办。", "Somebody who did not handle it calls back; not solved, it is redone.")
    case .continuedReport: return Phrase("尚未办完，\(unit.zh)须在 \(due) 前续报。", "Not finished; \(unit.en) reports again by \(due).")
    case .closed: return Phrase("可以复查或归档；归档后案卷不再改变。", "It can be re-checked or archived; an archived volume never changes.")
    case .archived: return Phrase("已归档，案卷可查看和打印。", "Archived; the volume can be read and printed.")
    case .withdrawn: return Phrase("已撤销，不再办理。", "Withdrawn; nothing more is done.")
    case .handedOver: return Phrase("紧急热线处置后由督办员办结。", "A supervisor closes it once the emergency line has dealt with it.")
    }
  }

  static func sentence(_ file: AppealFile) -> Phrase {
    if file.standing == .closed { return Phrase("全部关联工单已回访。", "All its orders have been called back on.") }
    switch file.appeal.state {
    case .recorded: return Phrase("可直接答复、立单、并单、移交或说明不予受理的法定途径。", "Answer it, raise an order, merge it, hand it over, or refuse it with the legal route.")
    case .answered: return Phrase("已直接答复，市民可以评价。", "Answered; the citizen can rate it.")
    case .refused: return Phrase("已告知法定途径。", "The citizen was told the legal route.")
    case .handedOver: return Phrase("影子工单记录移交情况。", "The shadow order keeps the record.")
    case .inHand: return Phrase("进展见关联工单。", "Its orders tell how it goes on.")
    case .withdrawn: return Phrase("市民已撤回。", "The citizen took it back.")
    }
  }
}
