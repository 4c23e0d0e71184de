import Casework
import Store
import Web
import Workdays

/// One figure in the programming interface.
struct FigureAnswer {
  let asking: FigureAsking
  let by: FigureBy?

  private struct Item {
    let key: String
    let name: Phrase?
    let tallies: Tallies
  }

  private var metric: Metric { asking.question.metric }

  func json(_ sql: any SQLSession) throws -> JSONValue {
    let query = FigureQuery(asking.filter)
    let total = try query.total(sql)
    let items = try by.map { try self.items($0, query, sql) }
    let period = asking.question.period
    return .members(
      ("metric", .text(metric.key)), ("formula", .text(metric.formula.description)), ("measurement", .text(metric.measurement.rawValue)),
      ("from", .text("\(period.first)")), ("to", .text("\(period.last)")), ("value", number(total)),
      ("base", .whole(metric.base(total))), ("by", .optional(by?.rawValue)), ("items", items.map { .list($0.map(item)) }))
  }

  private func items(_ by: FigureBy, _ query: FigureQuery, _ sql: any SQLSession) throws -> [Item] {
    guard let dimension = by.dimension else {
      let series = FigureSeries(asking.question.period, byMonth: by == .month, try query.days(sql))
      return series.points.map { Item(key: $0.key, name: nil, tallies: $0.tallies) }
    }
    let lines = try query.members(dimension, sql)
    if dimension == .hour {
      return FigureHours(lines).cells.map { Item(key: "\($0.weekday)-\($0.hour)", name: nil, tallies: $0.tallies) }
    }
    return asking.groups(by: dimension, lines).map { Item(key: $0.key, name: $0.name, tallies: $0.tallies) }
  }

  private func item(_ item: Item) -> JSONValue {
    .members(
      ("key", .text(item.key)), ("name_zh", .optional(item.name?.zh)), ("name_en", .optional(item.name?.en)),
      ("value", number(item.tallies)), ("base", .whole(metric.base(item.tallies))))
  }

  /// Counts are whole, shares and hours have two decimals.
  private func number(_ tallies: Tallies) -> JSONValue? {
    guard let value = metric.value(tallies) else { return nil }
    if metric.measurement == .count { return .whole(Int64(value.rounded())) }
    return .number(value.bare(places: 2))
  }

  static let shape = AnswerShape.object(
    "Figure",
    [
      .init("metric", .text), .init("formula", .text), .init("measurement", .choice(Measurement.allCases.map(\.rawValue))),
      .init("from", .day), .init("to", .day), .maybe("value", .decimal), .init("base", .whole),
      .maybe("by", .choice(FigureBy.allCases.map(\.rawValue))), .maybe("items", .list(of: item)),
    ])

  private static let item = AnswerShape.object(
    "FigureItem",
    [.init("key", .text), .maybe("name_zh", .text), .maybe("name_en", .text), .maybe("value", .decimal), .init("base", .whole)])
}
