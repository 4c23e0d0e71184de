import Casework
import Profiles
import Store
import Workdays

extension FormulaReading {
  /// Read from the kept figures, for people who try a formula before it is released.
  @Sendable public static func read(
    _ formula: FigureFormula, _ profile: Profile, _ days: ClosedRange<CivilDay>, _ sql: any SQLSession
  ) throws -> FormulaReading {
    let metric = Metric(formula)
    let question = FigureQuestion(metric: metric, period: FigurePeriod(days))
    let asking = try FigureAsking(question, FigureReach.of(.system, in: profile.units), profile)
    let query = FigureQuery(asking.filter)
    let groups = asking.groups(by: .unit, try query.members(.unit, sql))
    let lines = groups.map { (UnitID($0.key), Line($0.name, metric.value($0.tallies))) }
    return FormulaReading(
      city: metric.value(try query.total(sql)), units: Dictionary(lines, uniquingKeysWith: { first, _ in first }))
  }
}
