import Casework

/// How figures are made, where it is not as every city has it.
extension ProfileWriter {
  static func formulas(_ formulas: [FigureFormula]) -> YamlText {
    .map(formulas.filter { $0 != FigureFormula.standard($0.key) }.map { ($0.key, formula($0)) })
  }

  private static func formula(_ formula: FigureFormula) -> YamlText {
    var map = YamlMap()
    map.add("name", .phrase(formula.name))
    map.add("formula", .text(formula.formula.description))
    map.add("as", .text(formula.measurement.rawValue))
    map.add("meaning", .phrase(formula.meaning))
    return map.yaml
  }
}
