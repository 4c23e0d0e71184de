import Casework
import Store
import Workdays

/// What everybody may read of a month: how much was received, answered, in time, and how content citizens were. Shares of
/// very few are left out, because they would tell about single people.
struct PublicMonth: Sendable {
  struct Row: Sendable {
    let name: Phrase
    let received: Int64
    /// At once, or by an office.
    let answered: Int64
    let onTime: Double?
    let satisfied: Double?

    fileprivate init(_ name: Phrase, _ tallies: Tallies, _ shares: Shares) {
      self.name = name
      (received, answered) = (tallies[.received].amount, tallies[.answered].amount + tallies[.replied].amount)
      (onTime, satisfied) = (PublicMonth.share(shares.onTime, tallies), PublicMonth.share(shares.satisfied, tallies))
    }
  }

  /// The two shares that are published, as the city makes them.
  struct Shares: Sendable {
    let onTime: Metric
    let satisfied: Metric

    init(_ profile: Profile) {
      onTime = Metric(profile.formulas.asMade(.onTimeRate))
      satisfied = Metric(profile.formulas.asMade(.satisfiedRate))
    }

    fileprivate var happenings: Set<Happening> { onTime.happenings.union(satisfied.happenings) }
  }

  let period: FigurePeriod
  let shares: Shares
  let total: Row
  let areas: [Row]
  let categories: [Row]
  /// From so many cases on a share is told.
  static let fewest: Int64 = 5

  static func read(_ asking: FigureAsking, _ sql: any SQLSession) throws -> PublicMonth {
    let shares = Shares(asking.profile)
    let query = FigureQuery(asking.filter, of: shares.happenings.union([.received, .answered, .replied]))
    func rows(_ dimension: Dimension) throws -> [Row] {
      let groups = asking.groups(by: dimension, try query.members(dimension, sql)).filter { !$0.key.isEmpty }
      return groups.map { Row($0.name, $0.tallies, shares) }.sorted { ($0.received, $1.name.zh) > ($1.received, $0.name.zh) }
    }
    return PublicMonth(
      period: asking.question.period, shares: shares,
      total: Row(Phrase("全市", "The whole city"), try query.total(sql), shares), areas: try rows(.area), categories: try rows(.category))
  }

  static func share(_ metric: Metric, _ tallies: Tallies) -> Double? {
    metric.formula.bases.allSatisfy { tallies.value(of: $0) >= Double(fewest) } ? metric.value(tallies) : nil
  }
}
