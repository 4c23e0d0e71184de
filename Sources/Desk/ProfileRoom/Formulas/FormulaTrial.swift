import Casework
import Profiles
import Store
import Web
import Workdays

/// What is typed as a formula, tried on the last thirty days.
struct FormulaTrial: Sendable {
  private let written: Result<FigureFormula, FormulaProblem>?
  private let profile: Profile
  private let days: ClosedRange<CivilDay>

  init(_ input: Input, profile: Profile, today: CivilDay) {
    self.profile = profile
    days = today.adding(days: -29)...today
    written = input.optionalText("formula").map { text in
      Result { () throws(FormulaProblem) in
        FigureFormula("trial", Phrase("", ""), try FormulaText.formula(text), as: input.word("as") ?? .percent, meaning: Phrase("", ""))
      }
    }
  }

  /// Nil while nothing can be read.
  func read(_ sql: any SQLSession, by read: FormulaReader) throws -> FormulaReading? {
    guard case .success(let formula)? = written else { return nil }
    return try read(formula, profile, days, sql)
  }

  func render(_ reading: FormulaReading?, _ language: Language) -> HTML {
    switch written {
    case nil: return "<p class=\"soft\">\(Phrase("写下公式，这里就有数。", "Write a formula and its value stands here."), language)</p>"
    case .failure(let problem): return "<p class=\"wrong\">\(problem.advice, language)</p>"
    case .success(let formula):
      let value = formula.measurement.text(reading?.city, language)
      return """
        <p class="trial-value"><strong>\(value)</strong> <span class="soft">\(Phrase("全市", "the whole city"), language), \(days.phrase, language)</span></p>
        <p class="soft">\(formula.formula.phrase, language)</p>
        """
    }
  }
}
