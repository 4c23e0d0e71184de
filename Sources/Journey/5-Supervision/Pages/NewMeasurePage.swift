import Casework
import Web
import Workdays

/// Opens a measure: first which kind, then only what that kind asks for.
struct NewMeasurePage {
  let call: Call
  let endpoints: [Endpoint]

  static let query: Form = [
    Field("kind", .choice(of: MeasureKind.self), Phrase("措施", "Measure")), Field("order", .identifier, Phrase("工单", "Order")),
  ]

  private var language: Language { call.language }

  func render() -> HTML {
    let title = MeasureAction.open.phrase
    let body: HTML = """
      <section class="form-page">
      <h1>\(title, language)\(when(call.query.optionalText("order")) { " <small>\($0)</small>" })</h1>
      \(kinds)
      \(form)
      </section>
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.measures, body: body)
  }

  private var offered: [MeasureKind] { MeasureKind.allCases.filter { !$0.openers.isDisjoint(with: call.actor.roles) } }

  private var chosen: MeasureKind? {
    let kind: MeasureKind? = call.query.word("kind")
    return (kind ?? offered.first).flatMap { offered.contains($0) ? $0 : nil }
  }

  private var kinds: HTML {
    let order = call.query.optionalText("order").map { "&order=\(percentEncoded($0))" } ?? ""
    let tabs = offered.map { kind in
      Tabs.Tab("\(Paths.newMeasure)?kind=\(kind.rawValue)\(order)", kind.phrase, isCurrent: kind == chosen)
    }
    return Tabs.render(tabs, language: language)
  }

  private var form: HTML {
    guard let kind = chosen, var endpoint = endpoints.first(where: { $0.method == .post && $0.path == "measures" }) else {
      return EmptyState.render(Phrase("您的岗位不能发起督办措施。", "Your post opens no measures."), language: language)
    }
    let fields = MeasureForm.fields(of: kind)
    endpoint.form = Form(fields)
    let values = SubmittedForm(call.query.optionalText("order").map { [("orders", $0)] } ?? [])
    let form = ActionForm.render(
      endpoint, to: Paths.measures, for: call.visitor, references: call.references, values: values, button: kind.phrase)
    let hidden = "<input type=\"hidden\" name=\"kind\" value=\"\(kind.rawValue)\"></form>"
    return HTML(trusted: form.text.replacing("</form>", with: hidden, maxReplacements: 1))
  }
}
