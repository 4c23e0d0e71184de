import Casework
import Workdays

/// Somebody was quicker: what they did since stands beside what was typed here, and nothing of either is lost.
enum ConflictPage {
  /// Nil where nothing was typed that could be lost.
  static func render(_ endpoint: Endpoint, _ call: Call, _ problem: any Problem) -> HTML? {
    let typed = call.submitted.content.filter { $0.name != SubmittedForm.seenName && !trimmed($0.text).isEmpty }
    guard endpoint.method == .post, !typed.isEmpty else { return nil }
    let language = call.language
    let title = Phrase("还没有保存：案件已有变化", "Not saved yet: the case has changed")
    let body: HTML = """
      <section class="refusal conflict" role="alert">
      <h1>\(title, language)\(when(!call.number.isEmpty) { " <small>\(call.number)</small>" })</h1>
      <p class="lead">\(problem.sentence, language)</p>
      </section>
      <div class="columns even">
      <section class="panel"><h2>\(Phrase("这期间", "Meanwhile"), language)</h2>
      <p>\(Phrase("先看看案件现在的样子；您填写的内容已留在本机，回到案件页会自动填回。", "Look at the case as it stands; what you typed stays on this computer and is filled in again there."), language)</p>
      <p><a class="primary" href="\(subject(endpoint, call))">\(Phrase("查看最新情况", "Show the case as it is"), language)</a></p>
      </section>
      \(own(endpoint, call, problem, typed))
      </div>
      """
    return Layout.page(title[language], for: call.visitor, style: call.visitor.actor == nil ? .plain : .work, body: body)
  }

  /// What was typed: to be sent all the same where that is still possible, else to be read and copied.
  private static func own(_ endpoint: Endpoint, _ call: Call, _ problem: any Problem, _ typed: [SubmittedForm.Pair]) -> HTML {
    let language = call.language
    let head = Phrase("您填写的内容（\(endpoint.summary.zh)）", "What you typed (\(endpoint.summary.en))")
    guard problem.code == "changed-meanwhile" else {
      let facts = HTML.each(typed) { pair -> HTML in
        let label = endpoint.form.label(of: pair.name) ?? Phrase(pair.name, pair.name)
        return "<dt>\(label, language)</dt><dd>\(endpoint.form.words(pair.text, of: pair.name, call.references), language)</dd>"
      }
      return "<section class=\"panel\"><h2>\(head, language)</h2><dl class=\"facts typed\">\(facts)</dl></section>"
    }
    var again = endpoint
    again.form = Form(endpoint.form.fields.filter { $0.name != SubmittedForm.seenName })
    let form = ActionForm.render(
      again, call, values: SubmittedForm(typed.map { ($0.name, $0.text) }),
      button: Phrase("看过了，仍按我填写的提交", "I have seen it; send mine all the same"))
    return "<section class=\"panel\"><h2>\(head, language)</h2>\(form)</section>"
  }

  /// The page of the case that the form belongs to.
  private static func subject(_ endpoint: Endpoint, _ call: Call) -> String {
    let segments = endpoint.path.split(separator: "/")
    guard let number = segments.firstIndex(of: "{number}") else { return Paths.home }
    return Paths.filled(segments[...number].joined(separator: "/"), call.parameters)
  }
}
