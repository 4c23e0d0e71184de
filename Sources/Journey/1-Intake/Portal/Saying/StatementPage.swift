import Casework
import Web
import Workdays

/// Where a citizen says what it is about: one form, in steps that a phone with scripts shows one at a time.
struct StatementPage {
  let endpoint: Endpoint
  let call: Call
  let profile: Profile
  var problem: (any Problem)?
  private var language: Language { call.language }

  func render() -> HTML {
    let title = Phrase("反映问题", "Tell us")[language]
    let form = ActionForm.arranged(
      endpoint, call, values: call.submitted, problems: problem?.fields ?? [], look: "action say", steps)
    let body: HTML = """
      <section class="form-page">
      <h1>\(title)</h1>
      \(when(problem) { ErrorSummary.render($0, by: endpoint.form, call.visitor) })
      \(when(losesPictures) { again })
      \(form)
      <p class="trouble notice" role="status" hidden>\(Phrase("网络不通，您写的都还在。", "No connection; nothing is lost."), language)\
      <span class="trouble-next">\(Phrase("正在自动重试，请不要关闭页面。", "Trying again; keep this page open."), language)</span></p>
      </section>
      """
    return Layout.page(title, for: call.visitor, style: .plain, current: Paths.portalNew, body: body)
  }

  private static let count = 4

  private func steps(_ controls: Controls) -> HTML {
    let what: HTML = "\(Emergency.notice(profile, language))\(controls("text"))"
    return """
      <progress class="step-bar" max="\(Self.count)" value="1" hidden aria-label="\(Phrase("填到第几步", "How far you are"), language)"></progress>
      \(step(1, Phrase("什么事", "What it is"), what))
      \(step(2, Phrase("有图片吗", "Any pictures?"), controls.pictures))
      \(step(3, Phrase("在哪里", "Where it is"), whereabouts(controls)))
      \(step(4, Phrase("怎么联系您", "How we reach you"), who(controls)))
      """
  }

  /// The buttons of a step stand only where scripts walk through them.
  private func step(_ number: Int, _ title: Phrase, _ content: HTML) -> HTML {
    let back: HTML =
      number == 1
      ? "" : "<button class=\"secondary\" type=\"button\" data-step=\"back\">\(Phrase("上一步", "Back"), language)</button>"
    let next: HTML =
      number == Self.count
      ? "" : "<button class=\"primary\" type=\"button\" data-step=\"next\">\(Phrase("下一步", "Next"), language)</button>"
    return """
      <section class="step" id="step-\(number)" aria-labelledby="step-\(number)-title">
      <h2 id="step-\(number)-title" tabindex="-1"><span class="step-no" aria-hidden="true">\(number)</span> \(title, language)</h2>
      \(content)
      <div class="step-nav" hidden>\(back)\(next)</div>
      </section>
      """
  }

  private func whereabouts(_ controls: Controls) -> HTML {
    let (latitude, longitude) = (call.submitted["lat"] ?? "", call.submitted["lon"] ?? "")
    return """
      \(controls("place"))
      <p class="position" hidden><button class="secondary" type="button" data-position>\
      \(Phrase("用我现在的位置", "Use where I am"), language)</button> <span class="position-said" role="status" \
      data-found="\(Phrase("已取得您的位置。", "We have your position."), language)" \
      data-failed="\(Phrase("没有取得位置，请写下地址。", "Your position could not be found; write the address."), language)"></span></p>
      <input type="hidden" name="lat" value="\(latitude)"><input type="hidden" name="lon" value="\(longitude)">
      \(controls("area"))
      <div id="near" data-from="\(Paths.portalSurroundings)" aria-live="polite"></div>
      """
  }

  private func who(_ controls: Controls) -> HTML {
    let chosen = call.submitted["who"] ?? PortalForm.Openness.open.rawValue
    let tiles = HTML.each(PortalForm.Openness.allCases) { openness -> HTML in
      """
      <label class="tile"><input type="radio" name="who" value="\(openness.rawValue)"\(attribute: "checked", if: openness.rawValue == chosen)> \
      <span><b>\(openness.phrase, language)</b> <small>\(openness.meaning, language)</small></span></label>
      """
    }
    return """
      <fieldset class="field choices tiles" id="f-who"><legend>\(Phrase("怎么反映", "How you say it"), language)</legend>\(tiles)</fieldset>
      <div class="reach">\(controls("phone"))\(controls("name"))</div>
      """
  }

  private var losesPictures: Bool {
    guard let problem else { return false }
    return !call.uploads.isEmpty || problem.fields.contains { $0.field == UploadRule.control }
  }

  /// No browser fills in files by itself.
  private var again: HTML {
    "<p class=\"soft\">\(Phrase("文字都还在；图片请重新选择。", "Your words are still here; choose the pictures again."), language)</p>"
  }
}
