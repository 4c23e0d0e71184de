import Casework
import Profiles
import Web
import Workdays

/// The figures that are made of counts: what of what, told in what.
struct FormulasPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  func render() -> HTML {
    let add = frame.adding(Phrase("新增公式", "Add a formula"), at: Paths.profileNewFormula)
    let law = Phrase(
      "统计页、每月数字和接口里的比率都按这里的公式算。改了公式，过去的日子也按新公式读；件数本身不变。",
      "Every share on the pages of figures, in the published months and in the interface is made by these. Another formula reads past days anew; the counts stay as they are."
    )
    let heads = [
      Phrase("指标", "Figure"), Phrase("公式", "Formula"), Phrase("计作", "Told as"), Phrase("说明", "What it means"), Phrase("", ""),
    ]
    let rows = frame.profile.formulas.map(row)
    return frame.page(
      Phrase("统计公式", "Formulas"), .formulas, add: add,
      "\(frame.note(law))\(frame.table(Phrase("\(rows.count) 个公式", "\(rows.count) formulas"), heads, rows))")
  }

  private func row(_ formula: FigureFormula) -> [HTML] {
    let path = Paths.profileFormula(formula.key)
    return [
      "<a class=\"rule\" href=\"\(path)\">\(formula.name, language)</a>\(frame.mark(formula, was: frame.view.base.formulas[key: formula.key])) <code>\(formula.key)</code>",
      "\(formula.formula.phrase, language)", "\(formula.measurement.phrase, language)",
      formula.meaning == formula.formula.phrase ? .empty : "\(formula.meaning, language)", actions(formula, path),
    ]
  }

  /// One that every city has cannot go; it can be as every city has it.
  private func actions(_ formula: FigureFormula, _ path: String) -> HTML {
    guard frame.mayEdit else { return .empty }
    guard let standard = FigureFormula.standard(formula.key) else { return frame.actions(at: path, dropping: endpoints.dropFormula) }
    let back = when(standard != formula) { () -> HTML in
      frame.button(endpoints.dropFormula, to: "\(path)/removal", Phrase("恢复通用公式", "Back to the usual one"), look: "quiet")
    }
    return "<span class=\"row-actions\"><a href=\"\(path)\">\(Phrase("修改", "Change"), language)</a>\(back)</span>"
  }
}
