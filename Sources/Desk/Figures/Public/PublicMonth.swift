import Casework
import Store
import Workdays

/// What everybody may read of a month: how much was received, answered, in time, and how content citizens were. Shares of
/// very few are left out, because they would tell about single people.
struct PublicMonth: Sendable {
  struct Row: Sendable {
    let name: Phrase
    var received: Int64 = 0
    var answered: Int64 = 0
    var onTime: Double?
    var satisfied: Double?
  }

  let period: FigurePeriod
  let total: Row
  let areas: [Row]
  let categories: [Row]
  /// From so many cases on a share is told.
  static let fewest: Int64 = 5
  private static let metrics: [Metric] = [.received, .answered, .onTimeRate, .satisfiedRate]

  static func read(_ asking: FigureAsking, _ sql: any SQLSession) throws -> PublicMonth {
    var total = Row(name: Phrase("全市", "The whole city"))
    for metric in metrics {
      add(try FigureQuery(filter: asking.asking { $0.metric = metric }.filter).total(sql), metric, to: &total)
    }
    return PublicMonth(
      period: asking.question.period, total: total, areas: try rows(.area, asking, sql), categories: try rows(.category, asking, sql))
  }

  /// The most received first; what is not known where it was comes last.
  private static func rows(_ dimension: Dimension, _ asking: FigureAsking, _ sql: any SQLSession) throws -> [Row] {
    var rows: [String: Row] = [:]
    for metric in metrics {
      let asking = try asking.asking { $0.metric = metric }
      let lines = try FigureQuery(filter: asking.filter).members(dimension, sql)
      for group in asking.groups(by: dimension, lines) {
        add(group.tally, metric, to: &rows[group.key, default: Row(name: group.name)])
      }
    }
    return rows.filter { !$0.key.isEmpty }.values.sorted { ($0.received, $1.name.zh) > ($1.received, $0.name.zh) }
  }

  /// Answered is what was answered at once, and what an office answered.
  private static func add(_ tally: Tally, _ metric: Metric, to row: inout Row) {
    switch metric {
    case .received: row.received = tally.amount
    case .answered: row.answered += tally.amount
    case .onTimeRate:
      row.answered += tally.amount
      row.onTime = share(metric, tally)
    default: row.satisfied = share(metric, tally)
    }
  }

  private static func share(_ metric: Metric, _ tally: Tally) -> Double? {
    metric.base(tally) >= fewest ? metric.value(tally) : nil
  }
}
