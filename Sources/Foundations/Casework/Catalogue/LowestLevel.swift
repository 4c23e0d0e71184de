import Workdays

/// Work may not be pushed further down than the catalogue allows.
public enum CatalogueProblem: Problem {
  case belowLowest(unit: Phrase, level: Unit.Level, lowest: Unit.Level, basis: Phrase)

  public var status: Int { 422 }
  public var code: String { "below-lowest-level" }

  public var sentence: Phrase {
    switch self {
    case .belowLowest(let unit, let level, let lowest, let basis):
      Phrase(
        "此类事项不得下派到\(lowest.phrase.zh)以下；“\(unit.zh)”是\(level.phrase.zh)。依据：\(basis.zh)。",
        "This matter may not be given below: \(lowest.phrase.en). “\(unit.en)” is a \(level.phrase.en.lowercased()). Basis: \(basis.en).")
    }
  }

  public var fields: [FieldProblem] { [FieldProblem("unit", sentence)] }
}

extension Profile {
  /// Refuses a unit that stands below the lowest level that the catalogue allows for the matter.
  public func refuseBelowLowest(_ unit: UnitID, for question: CatalogueQuestion, on day: CivilDay) throws(CatalogueProblem) {
    guard let rule = catalogue.rule(for: question, in: territory, on: day), let lowest = rule.lowest else { return }
    guard let unit = units.units[unit], unit.level.depth > lowest.depth else { return }
    throw .belowLowest(unit: unit.name, level: unit.level, lowest: lowest, basis: rule.basis)
  }
}
