import Casework
import Web
import Workdays

/// The one form on which a citizen says what it is about.
enum StatementPage {
  static func render(_ endpoint: Endpoint, _ call: Call, _ profile: Profile, _ problem: (any Problem)? = nil) -> HTML {
    let title = Phrase("反映问题", "Tell us")[call.language]
    let body: HTML = """
      <section class="form-page">
      <h1>\(title)</h1>
      \(Emergency.notice(profile, call.language))
      \(when(problem) { ErrorSummary.render($0, by: endpoint.form, call.visitor) })
      \(when(losesPictures(call, problem)) { again(call.language) })
      \(ActionForm.render(endpoint, call, values: call.submitted, problems: problem?.fields ?? []))
      </section>
      """
    return Layout.page(title, for: call.visitor, style: .plain, current: Paths.portalNew, body: body)
  }

  private static func losesPictures(_ call: Call, _ problem: (any Problem)?) -> Bool {
    guard let problem else { return false }
    return !call.uploads.isEmpty || problem.fields.contains { $0.field == UploadRule.control }
  }

  /// No browser fills in files by itself.
  private static func again(_ language: Language) -> HTML {
    "<p class=\"soft\">\(Phrase("文字都还在；图片请重新选择。", "Your words are still here; choose the pictures again."), language)</p>"
  }
}
