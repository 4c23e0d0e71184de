import Casework
import Profiles
import Web
import Workdays

/// One formula as a form; beside it what it makes of the last days while it is typed, and the counts that it may name.
struct FormulaPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  /// - Parameter formula: nil for a new one.
  func form(_ formula: FigureFormula?, _ values: SubmittedForm, _ problem: (any Problem)?) -> HTML {
    let title = formula?.name ?? Phrase("新增统计公式", "A new formula")
    guard frame.mayEdit else { return frame.page(title, .formulas, "\(when(formula, facts))\(counts)") }
    let (endpoint, path) =
      formula.map { (endpoints.setFormula, Paths.profileFormula($0.key)) } ?? (endpoints.addFormula, Paths.profileFormulas)
    let form = frame.form(endpoint, to: path, values: values, problems: problem?.fields ?? [])
    let body: HTML = """
      \(frame.summary(problem, FormulaForm.new))
      <div class="columns"><div>\(frame.panel(formula == nil ? Phrase("新的公式", "The new formula") : Phrase("修改", "Change it"), form))</div>
      <aside class="stack">\(trial)\(counts)\(when(formula) { frame.changed("formulas/\($0.key)") })</aside></div>
      """
    return frame.page(title, .formulas, body)
  }

  /// Asks while one types; without scripts the preview of the draft tells it.
  private var trial: HTML {
    let note = Phrase("写入草稿后，可在“预演”中看到它对各单位意味着什么。", "Once it is in the draft, the preview tells what it means for each unit.")
    let slot: HTML = """
      <div class="formula-trial" aria-live="polite" hx-get="\(Paths.profileFormulaTrial)" hx-include="#f-formula, #f-as" hx-swap="innerHTML" \
      hx-trigger="load, input changed delay:250ms from:#f-formula, change from:#f-as"></div>
      """
    return frame.panel(Phrase("近 30 天会是", "The last 30 days would read"), "\(slot)\(frame.note(note))")
  }

  private var counts: HTML {
    let items = HTML.each(FigureCount.allCases) { count -> HTML in
      "<dt>\(count.phrase, language) <code>\(count.rawValue)</code></dt><dd class=\"soft\">\(count.meaning, language)</dd>"
    }
    return frame.panel(Phrase("可用的件数", "Counts that it may name"), "<dl class=\"counts\">\(items)</dl>")
  }

  private func facts(_ formula: FigureFormula) -> HTML {
    let pairs: [(Phrase, HTML?)] = [
      (Phrase("公式", "Formula"), frame.say(formula.formula.phrase)), (Phrase("计作", "Told as"), frame.say(formula.measurement.phrase)),
      (Phrase("说明", "What it means"), frame.say(formula.meaning)),
    ]
    return "<section class=\"panel\">\(frame.facts(pairs))</section>"
  }
}
