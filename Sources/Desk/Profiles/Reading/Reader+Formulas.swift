import Casework
import Workdays

/// How figures are made: `satisfied-rate: {formula: satisfied / called-back}`. What is left out stays as every city has it.
extension Reader {
  func formulas() -> [FigureFormula] {
    var formulas = FigureFormula.standard
    for (key, value) in field("formulas")?.pairs() ?? [] {
      guard let word = key.word(), value.isMap() else { continue }
      guard FigureCount(rawValue: word) == nil else {
        key.report("“\(word)”是件数的代码", "“\(word)” is the code of a count", "请另取代码", "Take another code")
        continue
      }
      if let formula = value.figureFormula(word) { formulas.set(word, formula) }
    }
    return formulas
  }

  private func figureFormula(_ key: String) -> FigureFormula? {
    allow(["name", "formula", "as", "meaning"])
    let known = FigureFormula.standard(key)
    let name = known == nil ? required("name")?.phrase() : field("name")?.phrase() ?? known?.name
    let formula = known == nil ? required("formula")?.formula() : field("formula").map { $0.formula() } ?? known?.formula
    let measurement = field("as")?.word(Measurement.self) ?? known?.measurement ?? .percent
    guard let name, let formula else { return nil }
    let meaning = field("meaning")?.phrase() ?? (formula == known?.formula ? known?.meaning : nil) ?? formula.phrase
    return FigureFormula(key, name, formula, as: measurement, meaning: meaning)
  }

  private func formula() -> Formula? {
    guard let text = text() else { return nil }
    do { return try FormulaText.formula(text) } catch {
      report(error.reason.zh, error.reason.en, error.remedy.zh, error.remedy.en)
      return nil
    }
  }
}
