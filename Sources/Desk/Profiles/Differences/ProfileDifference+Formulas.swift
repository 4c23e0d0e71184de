import Casework
import Workdays

/// How figures are made: what of what, told in what, under which name.
extension ProfileDifference {
  var formulas: [ProfileChange] {
    ListDifference<FigureFormula>(
      section: .formulas, key: \.key, subject: { Phrase("统计公式“\($0.key)”", "Formula “\($0.key)”") }, words: Self.words,
      part: { "formulas/\($0.key)" }
    ).changes(old.formulas, new.formulas)
  }

  /// 满意率 = 回访满意 ÷ 回访有评价，百分比（…）
  private static func words(_ formula: FigureFormula) -> Phrase {
    let (made, told) = (formula.formula.phrase, formula.measurement.phrase)
    return Phrase(
      "\(formula.name.zh) = \(made.zh)，\(told.zh)（\(formula.meaning.zh)）",
      "\(formula.name.en) = \(made.en), \(told.en) (\(formula.meaning.en))")
  }
}
