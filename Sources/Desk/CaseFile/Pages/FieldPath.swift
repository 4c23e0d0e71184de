import Casework
import Web
import Workdays

/// The one downward path of whoever has the order: sign, call, photograph with the place, answer; or contest it. Made for a
/// phone in the field: what is filled in stays with the browser and is sent again when the line is back, never twice.
struct FieldPath {
  let file: OrderFile
  let actions: CaseActions

  /// What stands on the path and so not in the action bar.
  static let actions: Set<OrderAction> = [.sign, .contact, .attach, .feedBack, .giveBack]

  private var call: Call { actions.forms.call }
  private var language: Language { call.language }
  private var pieces: CasePieces { CasePieces(language: language, profile: file.profile) }
  private var isSigned: Bool { !file.possible.contains(.sign) }

  /// Contacting is the matter of whoever has it; it must be to be signed, or in hand.
  var isShown: Bool {
    let possible = Set(file.possible)
    return possible.contains(.contact) && !possible.isDisjoint(with: [.sign, .feedBack, .giveBack, .delegate])
      && actions.form(.contact, file) != nil
  }

  func render() -> HTML {
    let current = steps.first { !$0.isDone && !$0.mayWait }?.noun
    let items = HTML.each(steps.enumerated()) { index, step in item(index + 1, step, isCurrent: step.noun == current) }
    return """
      <section class="panel path" id="path" data-account="\(call.actor.account.value)" data-order="\(file.number)">
      <h2>\(Phrase("办理步骤", "Step by step"), language)</h2>
      \(LineState.render(call))
      <ol class="steps">\(items)</ol>
      \(contest)
      </section>
      """
  }

  private struct Step {
    let noun: String
    let title: Phrase
    let isDone: Bool
    /// Nobody is held up by it.
    var mayWait = false
    /// Opens only after this step.
    var after: String?
    let body: HTML
  }

  private var steps: [Step] {
    [
      Step(noun: "signature", title: OrderAction.sign.phrase, isDone: isSigned, body: actions.form(.sign, file) ?? ""),
      Step(
        noun: "contact", title: OrderAction.contact.phrase, isDone: hasContacted,
        body: "<div id=\"call\" tabindex=\"-1\">\(FieldCall(file: file, call: call).render())</div>\(actions.form(.contact, file))"),
      Step(
        noun: "attachments", title: Phrase("拍照定位", "Photograph, with the place"), isDone: !file.attachments.isEmpty, mayWait: true,
        body: photograph),
      Step(
        noun: "feedback", title: OrderAction.feedBack.phrase, isDone: false, after: isSigned ? nil : "signature",
        body: file.possible.contains(.feedBack) || !isSigned ? actions.form(.feedBack, file) ?? "" : waiting),
    ]
  }

  private var hasContacted: Bool { file.timeline.contains { $0.type == "contacted" } }

  private var waiting: HTML { "<p class=\"soft\">\(NextWords.sentence(file), language)</p>" }

  private func item(_ number: Int, _ step: Step, isCurrent: Bool) -> HTML {
    let state: Lamp = step.isDone ? Lamp(.onTime, Phrase("已办", "Done")) : Lamp(.quiet, Phrase("待办", "To do"))
    let look = step.isDone ? "done" : isCurrent ? "now" : "later"
    let isClosed = step.noun == "signature" && step.isDone
    // A later step is there for whoever loses the line, and shows itself once the one before it is kept for sending.
    let body: HTML =
      step.after.map { after in
        """
        <p class="soft" data-until="\(after)">\(Phrase("签收后填写。", "Filled in after signing."), language)</p>\
        <div data-after="\(after)" hidden>\(step.body)</div>
        """
      } ?? step.body
    let head: HTML = "<span class=\"step-number\" aria-hidden=\"true\">\(number)</span> \(step.title, language) \(state.render(language))"
    guard !isClosed else { return "<li class=\"\(look)\"><p class=\"step-head\">\(head)</p></li>" }
    return """
      <li class="\(look)" data-label="\(step.title, language)"><details id="do-\(step.noun)"\(attribute: "open", if: isCurrent)>\
      <summary class="step-head">\(head)</summary>\(body)</details></li>
      """
  }

  /// The camera of a phone; the place comes along where the person and the phone give it.
  private var photograph: HTML {
    guard let endpoint = actions.matching(OrderAction.attach.rawValue, below: "orders/{number}/").first else { return "" }
    let path = Paths.filled(endpoint.path, ["number": file.number])
    return """
      \(when(!file.attachments.isEmpty) { pieces.files(file.attachments) })
      <form class="action" method="post" action="\(path)" enctype="multipart/form-data">\(ActionForm.token(call.visitor))\
      <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">
      <div class="field"><label for="shot">\(Phrase("现场照片", "Photograph of the site"), language)</label>
      <input id="shot" type="file" name="\(UploadRule.control)" accept="image/*" capture="environment" required></div>
      <input type="hidden" name="lat" data-lat><input type="hidden" name="lon" data-lon>
      <p class="locate" hidden data-needs="geolocation"><button type="button" class="secondary" data-locate>\
      \(Phrase("带上当前位置", "Take the place along"), language)</button> <span class="soft" role="status" data-located \
      data-found="\(Phrase("已带上位置", "The place comes along"), language)" \
      data-lost="\(Phrase("没有取到位置，不带位置也可以发送", "No place was found; it can be sent without one"), language)"></span></p>
      <div class="buttons"><button class="primary" type="submit">\(Phrase("发送照片", "Send the photograph"), language)</button></div></form>
      """
  }

  private var contest: HTML {
    guard file.possible.contains(.giveBack), let form = actions.form(.giveBack, file) else { return "" }
    return """
      <details class="action-box contest" id="do-return" data-label="\(OrderAction.giveBack.phrase, language)"><summary class="secondary">\
      \(Phrase("不是我单位的职责：退单", "Not our duty: contest it"), language)</summary>\(form)</details>
      """
  }
}

/// Whom to call: the number is shown after a reason, or it is said plainly why there is none.
struct FieldCall {
  let file: OrderFile
  let call: Call

  private static let most = 3
  private var language: Language { call.language }

  func render() -> HTML {
    let callers = file.parts.filter { $0.participation.state != .parted }
    guard !callers.isEmpty else { return plain(nobody) }
    let more = callers.count - Self.most
    let rest = when(more > 0) { plain(Phrase("另有 \(more) 位市民，见关联诉求。", "\(more) more citizens: see the appeals.")) }
    return "\(HTML.each(callers.prefix(Self.most), one))\(rest)"
  }

  private var nobody: Phrase {
    if file.order.isTask { return Phrase("市民电话在上级工单中，请与主办单位联系。", "The citizen's number is with the order above: ask the unit that leads.") }
    return Phrase(
      "保密件：不显示市民电话。需要联系时，请热线中心代为联系。", "Confidential: the citizen's number is not shown. Ask the hotline to call for you.")
  }

  private func one(_ part: OrderFile.Part) -> HTML {
    guard let caller = part.caller, caller.phone != nil else {
      return plain(Phrase("市民没有留电话，请书面答复。", "The citizen left no number; answer in writing."))
    }
    let path = Paths.appealAction(part.number, "reveal")
    let reason = Phrase("联系市民核实工单 \(file.number)", "Calling the citizen about order \(file.number)")
    return """
      <form class="call" method="post" action="\(path)" hx-post="\(path)" hx-target="this" hx-swap="outerHTML">\
      \(ActionForm.token(call.visitor))<input type="hidden" name="fields" value="phone">
      <p>\(Web.PersonChip.render(name: caller.name, phone: caller.phone, language: language))</p>
      <label>\(Phrase("查看理由（记录在案）", "Reason (it stays on record)"), language)\
      <input type="text" name="reason" required maxlength="500" value="\(reason, language)"></label>
      <button class="primary">\(Phrase("取号拨打", "Show the number and call"), language)</button></form>
      """
  }

  private func plain(_ words: Phrase) -> HTML { "<p class=\"notice\">\(words, language)</p>" }
}

/// What waits in this browser because the line was broken; the script fills it in and sends it.
public enum LineState {
  public static func render(_ call: Call) -> HTML {
    let language = call.language
    return """
      <div class="notice line-state" role="status" hidden data-account="\(call.actor.account.value)" \
      data-waiting="\(Phrase("没有网络：{n} 步已存在这台设备上，有网时自动发送。", "No line: {n} step(s) are kept on this device and are sent by themselves when it is back."), language)" \
      data-sent="\(Phrase("已送达。", "Arrived."), language)" data-sending="\(Phrase("正在发送…", "Sending…"), language)" \
      data-login="\(Phrase("登录已过期：重新登录后自动发送。", "Your session ended: sign in again and it is sent by itself."), language)" \
      data-refused="\(Phrase("没有办成：", "Not done: "), language)" data-drop="\(Phrase("知道了", "Understood"), language)" \
      data-show="\(Phrase("查看最新情况", "Show how it stands now"), language)"></div>
      """
  }
}
