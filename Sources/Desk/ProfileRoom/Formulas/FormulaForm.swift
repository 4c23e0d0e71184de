import Casework
import Profiles
import Web
import Workdays

/// The form of a figure's formula.
enum FormulaForm {
  private static let made: [Field] = [
    .required("name", .line(40), Phrase("名称", "Name")), Field("name_en", .line(60), Phrase("英文名称", "Name in English")),
    .required(
      "formula", .line(FormulaText.longestTyped), Phrase("公式", "Formula"),
      help: Phrase(
        "用旁边的件数和 + - × ÷、括号，如 直接答复 ÷ 接到诉求。", "Counts from the list beside it with + - * / and brackets, such as answered / received.")),
    .required("as", .choice(of: Measurement.self), Phrase("计作", "Told as")),
    Field(
      "meaning", .line(200), Phrase("说明", "What it means"),
      help: Phrase("读数字的人会看到；不填则写出公式。", "Shown to whoever reads the figure; without it the formula is.")),
    Field("meaning_en", .line(300), Phrase("英文说明", "What it means, in English")), ProfileDesk.seen,
  ]
  static let change = Form(made)
  static let new = Form(
    [.required("key", .line(40), Phrase("代码", "Code"), help: Phrase("小写字母、数字和连字符；以后不变。", "Small letters, digits and hyphens; it stays."))]
      + made)
  static let trial = Form([
    Field("formula", .line(FormulaText.longestTyped), Phrase("公式", "Formula")),
    Field("as", .choice(of: Measurement.self), Phrase("计作", "Told as")),
  ])

  /// - Throws: what is wrong with the formula, at its field.
  static func formula(_ key: String, _ input: Input) throws -> FigureFormula {
    let formula: Formula
    do { formula = try FormulaText.formula(input.text("formula")) } catch {
      throw CaseworkProblem.invalid([FieldProblem("formula", error.advice)])
    }
    let name = input.text("name")
    let meaning = input.optionalText("meaning").map { Phrase($0, input.optionalText("meaning_en") ?? $0) }
    return FigureFormula(
      key, Phrase(name, input.optionalText("name_en") ?? name), formula, as: input.word("as") ?? .percent,
      meaning: meaning ?? formula.phrase)
  }

  /// The formula in the words of the reader's language: its code is the English one.
  static func values(of formula: FigureFormula, _ language: Language) -> SubmittedForm {
    var pairs = [
      ("name", formula.name.zh), ("as", formula.measurement.rawValue),
      ("formula", language == .zh ? formula.formula.phrase.zh : formula.formula.description),
    ]
    if formula.name.en != formula.name.zh { pairs.append(("name_en", formula.name.en)) }
    if formula.meaning != formula.formula.phrase { pairs += [("meaning", formula.meaning.zh), ("meaning_en", formula.meaning.en)] }
    return SubmittedForm(pairs)
  }
}
