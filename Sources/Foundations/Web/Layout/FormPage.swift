import Casework
import Workdays

/// The page that asks for one action when no other page does: shown alone, and again where the input was refused.
public enum FormPage {
  public static func render(_ endpoint: Endpoint, _ call: Call, _ problem: (any Problem)? = nil) -> HTML {
    let title = endpoint.summary[call.language]
    let subject = call.number
    let problems = problem?.fields ?? []
    let summary = when(problem) { ErrorSummary.render($0, by: endpoint.form, call.visitor) }
    let form = ActionForm.render(endpoint, call, values: call.submitted, problems: problems)
    let body: HTML = """
      <section class="form-page">
      <h1>\(title)\(when(!subject.isEmpty) { " <small>\(subject)</small>" })</h1>
      \(summary)
      \(form)
      </section>
      """
    return Layout.page(title, for: call.visitor, style: call.visitor.actor == nil ? .plain : .work, body: body)
  }
}
