import Workdays

/// What a limit is looked up for.
public struct Matter: Hashable, Sendable {
  public let kind: Kind
  public let urgency: Urgency
  public let category: CategoryID?
  public let unit: Unit?
  /// The day on which the clock starts, for rules of a season.
  public let day: CivilDay

  public init(kind: Kind, urgency: Urgency, category: CategoryID? = nil, unit: Unit? = nil, day: CivilDay) {
    self.kind = kind
    self.urgency = urgency
    self.category = category
    self.unit = unit
    self.day = day
  }
}

/// One line of the limit table: how long a clock may run where the conditions hold.
public struct LimitRule: Hashable, Codable, Sendable {
  public var clock: ClockKind
  public var limit: Limit
  public var conditions: Conditions

  public init(_ clock: ClockKind, _ limit: Limit, where conditions: Conditions) {
    self.clock = clock
    self.limit = limit
    self.conditions = conditions
  }

  public init(
    _ clock: ClockKind, _ limit: Limit, kinds: Set<Kind> = [], urgencies: Set<Urgency> = [],
    categories: [CategoryID] = [], units: [UnitID] = [], levels: Set<Unit.Level> = [], season: Season? = nil
  ) {
    let conditions = Conditions(
      kinds: kinds, urgencies: urgencies, categories: categories, units: units, levels: levels, season: season)
    self.init(clock, limit, where: conditions)
  }

  public func matches(_ matter: Matter) -> Bool { conditions.hold(for: matter) }
}

/// Every limit of a city. The first matching rule wins: the order of the file is the law,
/// so special rules stand above general ones.
public struct LimitTable: Hashable, Codable, Sendable {
  public var rules: [LimitRule]

  public init(_ rules: [LimitRule] = []) { self.rules = rules }

  /// The limit of `clock` for `matter`, and the place of its rule in the table; nil when no rule speaks of it.
  public func limit(for clock: ClockKind, matter: Matter) -> (limit: Limit, rule: Int)? {
    guard let index = rules.firstIndex(where: { $0.clock == clock && $0.matches(matter) }) else { return nil }
    return (rules[index].limit, index)
  }

  /// The kinds and urgencies for which no general rule gives `clock` a limit.
  public func gaps(of clock: ClockKind, kinds: [Kind]) -> [(kind: Kind, urgency: Urgency)] {
    let rules = rules.filter { $0.clock == clock }
    return kinds.flatMap { kind in Urgency.allCases.map { (kind, $0) } }
      .filter { kind, urgency in !rules.contains { $0.conditions.areGeneral(for: kind, urgency) } }
  }
}
