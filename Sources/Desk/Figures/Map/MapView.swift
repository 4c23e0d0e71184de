import Casework
import Store
import Workdays

/// What a map shows: areas with what is counted in them, and the squares in which it is dense.
struct MapView: Sendable {
  struct Place: Sendable {
    let area: Area
    /// How many levels above it, itself among them.
    let depth: Int
    /// With everything below it, and of it what belongs to no area below.
    var whole = Tallies()
    var own = Tallies()
    /// Whether areas below it are shown when one looks closer.
    let opens: Bool
  }

  struct Square: Sendable {
    let cell: FigureCell
    let area: AreaID?
    let tallies: Tallies
  }

  let places: [Place]
  /// What stands in no area, or in one that is not told.
  let elsewhere: Tallies
  let squares: [Square]
  private static let most = 400

  /// All that is counted, wherever it lies.
  func total(_ metric: Metric) -> Int64 {
    places.filter { $0.depth == 1 }.reduce(metric.base(elsewhere)) { $0 + metric.base($1.whole) }
  }

  static func read(_ asking: FigureAsking, _ sql: any SQLSession) throws -> MapView {
    let lines = try FigureQuery(asking.filter).members(.area, sql)
    let profile = asking.profile
    let parents = Set(profile.areas.compactMap(\.parent))
    var places = inTreeOrder(profile).map { area in
      Place(area: area, depth: profile.territory.chain(of: area.id).count, opens: parents.contains(area.id))
    }
    var elsewhere = Tallies()
    for line in lines {
      guard profile.area(AreaID(line.member)) != nil else {
        elsewhere += line.tallies
        continue
      }
      let chain = profile.territory.chain(of: AreaID(line.member))
      for index in places.indices where chain.contains(places[index].area.id) {
        places[index].whole += line.tallies
        if chain.first == places[index].area.id { places[index].own += line.tallies }
      }
    }
    return MapView(places: places, elsewhere: elsewhere, squares: try squares(asking, sql))
  }

  /// From the top down, every area followed by those below it.
  private static func inTreeOrder(_ profile: Profile) -> [Area] {
    let rank = Dictionary(profile.areas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let paths = profile.areas.map { area in
      (area: area, path: profile.territory.chain(of: area.id).reversed().map { rank[$0] ?? 0 })
    }
    return paths.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map(\.area)
  }

  /// The densest first. What a map counts is an amount or what was late of it; both stand in the index of the squares.
  private static func squares(_ asking: FigureAsking, _ sql: any SQLSession) throws -> [Square] {
    var args: [SQLValue] = []
    let cases = asking.question.metric.cases
    let own = asking.filter.conditions(cases.happening, &args)
    let condition = cases.condition.map { "\(own) AND \($0)" } ?? own
    let text = """
      SELECT north / \(FigureCell.width), east / \(FigureCell.width), max(area), CAST(sum(amount) AS bigint), CAST(sum(late) AS bigint)
      FROM figure_entries
      WHERE \(condition) AND north IS NOT NULL GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT \(most)
      """
    return try sql.query(text, args) { row in
      let area = row.text(2)
      return Square(
        cell: FigureCell(north: row.int(0), east: row.int(1)), area: area.isEmpty ? nil : AreaID(area),
        tallies: Tallies([cases.happening: Tally(amount: row.int(3), late: row.int(4))]))
    }
  }
}
