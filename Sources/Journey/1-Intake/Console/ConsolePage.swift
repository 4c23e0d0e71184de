import CaseFile
import Casework
import Suggestions
import Web
import Workdays

/// The agent's console: who calls, what they say, what we know, on one screen; whatever is known comes while they type.
/// Without scripts it is a form like any other.
struct ConsolePage {
  let endpoint: Endpoint
  let call: Call
  let profile: Profile
  /// Seals the drafts that stay in this account's browser.
  let draftKey: String
  /// Whether a call can be answered or raised as an order from here.
  let canFinish: Bool

  private var language: Language { call.language }

  func render(_ problem: (any Problem)?, _ done: DoneNote?) -> HTML {
    let title = endpoint.summary[language]
    // Most of what is taken down by hand is said on the telephone.
    let values = call.submitted == .empty ? SubmittedForm([("channel", Channel.phone.rawValue)]) : call.submitted
    let data: HTML = """
       data-console data-suggestions="\(Paths.suggestions)" data-account="\(call.actor.account.value)" \
      data-seal="\(draftKey)" data-lost="\(lost, language)" data-over="\(over, language)" data-login="\(Paths.login(next: Paths.newAppeal))"
      """
    let form = ActionForm.arranged(
      asked, call, values: values, problems: problem?.fields ?? [], look: "recording console", data: data, buttons: buttons
    ) { controls in "\(drafts)\(columns(controls, values, problem?.fields ?? []))" }
    let summary = when(problem) { ErrorSummary.render($0, by: named(values), call.visitor) }
    let note = when(done) { $0.render(profile, language) }
    let body: HTML =
      "<h1 class=\"quiet-title\">\(title)</h1>\(note)\(summary)\(form)\(KeySheet(canFinish: canFinish, language: language).render())"
    return Layout.page(title, for: call.visitor, current: Paths.newAppeal, body: body)
  }

  private var lost: Phrase {
    Phrase("连接断了：请继续登记，内容已存在本机；恢复后自动继续提示。", "The line is lost: go on, every word is kept here; proposals come back with it.")
  }
  private var over: Phrase { Phrase("登录已失效：内容已存在本机，重新登录后可继续。", "The session has ended: every word is kept here; sign in to go on.") }

  private func columns(_ controls: Controls, _ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    """
    <div class="console-columns">
    <div class="stack">\(who(controls))\(folded(controls))</div>
    <section class="panel say"><h2>\(Phrase("说了什么", "What they say"), language)</h2>
    \(controls("text"))
    <div class="facts">\(controls(["facts.time", "facts.cause", "place.address", "area"]))</div>
    <div data-slot="place"></div>
    \(map(values))
    \(controls("facts.course"))
    <div data-slot="questions" data-of="\(values["category"])">\(questions(values, problems))</div>
    \(when(canFinish) { controls("reply") })\(when(canRefuse) { refusal(controls) })\(controls("title"))</section>
    <section class="panel know"><h2>\(Phrase("我们知道什么", "What we know"), language)</h2>
    <div class="pair">\(controls(["category", "kind"]))\(when(canFinish) { controls("urgency") })\(when(canDispatch) { controls("unit") })</div>
    \(HTML.each(["assist", "into", "wrong_categories", "wrong_units"]) { "<input type=\"hidden\" name=\"\($0)\" value=\"\(values[$0])\">" })
    <p class="line-note" data-asking role="status" hidden></p>
    <div data-slot="know" aria-live="polite" aria-busy="false"></div></section>
    </div>
    """
  }

  private func who(_ controls: Controls) -> HTML {
    """
    <section class="panel who"><h2>\(Phrase("谁来电", "Who"), language)</h2>
    \(controls(["channel", "caller.phone"]))<div data-slot="who" aria-live="polite"></div>
    \(controls(["caller.name", "caller.address", "life_risk", "confidential"]))</section>
    """
  }

  /// Who may dispatch names the unit here; for the others a dispatcher does.
  private var canDispatch: Bool { canFinish && (ConsoleInput.dispatches(call.actor) || !profile.dutySeats(of: call.actor).isEmpty) }

  /// A fault of an answer leads to its question by the question's own name.
  private func named(_ values: SubmittedForm) -> Form {
    let questions = profile.questions(for: values["category"].map { CategoryID($0) }).map { $0.control(required: false) }
    let asked = Field("answers", .object(questions), Phrase("此类要问的", "To ask in this category"))
    return Form(endpoint.form.fields.map { $0.name == asked.name ? asked : $0 })
  }

  /// The category's own questions where the page comes again with what was typed; else they come with the category.
  private func questions(_ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    let asked = profile.questions(for: values["category"].map { CategoryID($0) })
    return when(!asked.isEmpty) {
      """
      <fieldset class="questions"><legend>\(Phrase("此类要问的", "To ask in this category"), language)</legend>\
      \(Controls.below("answers", CategoryQuestions.fields(asked), for: call, values: values, problems: problems))</fieldset>
      """
    }
  }

  private var canRefuse: Bool { canFinish && !profile.policy.refusals.isEmpty }

  /// What the city does not take, each with the way that the law gives instead.
  private func refusal(_ controls: Controls) -> HTML {
    let routes = HTML.each(profile.policy.refusals) { reason in
      "<li data-route=\"\(reason.code)\"><span class=\"soft\">\(reason.matter, language)</span> → \(reason.route, language)</li>"
    }
    return """
      <details class="rare refusing" data-rare="refusal"\(attribute: "open", if: controls.needsEyes(["refusal"]))>\
      <summary>\(Ending.refuse.phrase, language) <kbd>F9</kbd></summary>\(controls("refusal"))<ul class="routes">\(routes)</ul></details>
      """
  }

  /// The reasons of the profile in the place of a free line.
  private var asked: Endpoint {
    var asked = endpoint
    let reasons = profile.policy.refusals.map { Choice($0.code, $0.matter) }
    asked.form = Form(
      endpoint.form.fields.map { field in
        field.name == "refusal" ? Field(field.name, .choice(reasons), field.label, help: field.help) : field
      })
    return asked
  }

  /// Filled by the script of the maps, where there is one, and folded away until there is a place; the pin stands in the coordinates.
  private func map(_ values: SubmittedForm) -> HTML {
    let at = (values["place.lat"].flatMap(Double.init), values["place.lon"].flatMap(Double.init))
    let strip = MapStrip.render(
      latitude: at.0, longitude: at.1, inputs: (latitude: "place.lat", longitude: "place.lon"), language: language)
    let isOpen = at.0 != nil && at.1 != nil
    return """
      <details class="map-fold" hidden\(attribute: "open", if: isOpen)><summary>\(Phrase("地图", "Map"), language)</summary>\(strip)</details>
      """
  }

  /// Needed now and then.
  private func folded(_ controls: Controls) -> HTML {
    let rare: [(String, Phrase, [String])] = [
      ("when", Phrase("收到时间与拨打的号码", "When received, number dialled"), ["received_at", "line"]),
      ("pin", Phrase("坐标", "Coordinates"), ["place.lat", "place.lon"]),
      ("against", Phrase("被反映方", "Complained-against party"), ["against.name", "against.phone"]),
      ("praise", Phrase("表扬", "Praise"), ["praised_unit", "praised_agent"]),
      ("staff", Phrase("对热线人员的投诉", "A complaint about our own staff"), ["about_agent", "about_group"]),
    ]
    return HTML.each(rare) { name, title, fields in
      """
      <details class="panel rare" data-rare="\(name)"\(attribute: "open", if: controls.needsEyes(fields))>\
      <summary>\(title, language)</summary>\(controls(fields))</details>
      """
    }
  }

  /// Filled by the script with what an earlier call left behind.
  private var drafts: HTML {
    """
    <div class="drafts" data-drafts hidden data-resume="\(Phrase("继续", "Go on"), language)" data-drop="\(Phrase("删去", "Drop"), language)">\
    <b>\(Phrase("继续上次的草稿", "Go on with an earlier draft"), language)</b></div>
    """
  }

  /// The last one only records, as a form without keys would.
  private var buttons: HTML {
    """
    \(when(canFinish) { finishing })
    <button class="secondary" type="submit" data-key-name="Alt+S">\(Phrase("只登记", "Record only"), language) <kbd>Alt+S</kbd></button>
    """
  }

  private var refusing: HTML {
    """
    <button class="secondary" type="submit" name="then" value="refuse" data-fkey="F9">\
    \(Ending.refuse.phrase, language) <kbd>F9</kbd></button>

    """
  }

  private var finishing: HTML {
    let keys = Phrase("快捷键", "Keys")
    return """
      <button class="primary" type="submit" name="then" value="answer" data-fkey="F2">\
      \(Phrase("答复并结束", "Answer and finish"), language) <kbd>F2</kbd></button>
      <button class="secondary" type="submit" name="then" value="order" data-fkey="F3">\(Phrase("立单", "Order"), language) <kbd>F3</kbd></button>
      \(when(canRefuse) { refusing })\
      <button class="secondary scripted" type="button" data-fkey="F4" hidden>\(Phrase("紧急立单", "Urgent order"), language) <kbd>F4</kbd></button>
      <button type="submit" name="then" value="join" data-join hidden>\(Ending.join.phrase, language)</button>
      <button class="quiet scripted" type="button" data-fkey="F1" hidden>\(keys, language) <kbd>?</kbd></button>
      """
  }
}
