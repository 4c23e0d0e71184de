import Casework
import Store
import Workdays

/// All that the page of figures shows, read in one snapshot.
struct FiguresView: Sendable {
  struct Tile: Sendable {
    let metric: Metric
    let now: Tallies
    let before: Tallies
  }

  let tiles: [Tile]
  let trend: FigureSeries
  /// The same span of time before, point by point; shorter or longer where months are.
  let trendBefore: FigureSeries
  let groups: [Dimension: [FigureGroups.Group]]
  let hours: FigureHours
  /// The log has much that is not counted yet, as while figures are made anew.
  let isBehind: Bool

  /// What stands on tiles, in the order of a case's way; a city's own formulas follow.
  private static let tiles = [
    "received", "answered", "raised", "dispatched", "replied", "on-time-rate", "late", "handling-hours", "solved-rate", "satisfied-rate",
    "redone", "closed",
  ]
  /// What only those have who take down what citizens say; with a unit that does not they would stand as noughts.
  private static let ofIntake: Set<String> = ["received", "answered", "raised"]
  /// By what the figure is taken apart, where there is more than one to compare.
  static let dimensions: [Dimension] = [.unit, .category, .area, .channel, .kind]

  static func read(_ asking: FigureAsking, _ sql: any SQLSession) throws -> FiguresView {
    let query = FigureQuery(asking.filter)
    let earlier = try asking.asking { $0.period = $0.period.before }
    let short = asking.question.period.isShort
    var groups: [Dimension: [FigureGroups.Group]] = [:]
    for dimension in dimensions { groups[dimension] = asking.groups(by: dimension, try query.members(dimension, sql)) }
    return FiguresView(
      tiles: try readTiles(asking, earlier, sql),
      trend: FigureSeries(asking.question.period, byMonth: !short, try query.days(sql)),
      trendBefore: FigureSeries(earlier.question.period, byMonth: !short, try FigureQuery(earlier.filter).days(sql)),
      groups: groups, hours: FigureHours(try query.members(.hour, sql)), isBehind: try isBehind(sql))
  }

  private static func isBehind(_ sql: any SQLSession) throws -> Bool {
    let read = try sql.count("SELECT position FROM checkpoints WHERE projector = $1", [.text(FigureProjector.name)])
    return try sql.count("SELECT last_position FROM seals ORDER BY number DESC LIMIT 1") - read > 500
  }

  /// All tiles share one reading of each happening.
  private static func readTiles(_ asking: FigureAsking, _ earlier: FigureAsking, _ sql: any SQLSession) throws -> [Tile] {
    let own = asking.profile.formulas.map(\.key).filter { !tiles.contains($0) }
    let metrics = (tiles + own).compactMap(asking.profile.metric)
    let happenings = metrics.reduce(into: Set()) { $0.formUnion($1.happenings) }
    let now = try FigureQuery(asking.filter, of: happenings).total(sql)
    let before = try FigureQuery(earlier.filter, of: happenings).total(sql)
    let isPart = asking.filter.members[.unit] != nil
    let shown = metrics.filter { metric in
      !(isPart && ofIntake.contains(metric.key) && metric != asking.question.metric && metric.base(now) + metric.base(before) == 0)
    }
    return shown.map { Tile(metric: $0, now: now, before: before) }
  }
}
