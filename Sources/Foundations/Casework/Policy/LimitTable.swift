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

/// One line of the limit table. An empty condition holds for everything.
public struct LimitRule: Hashable, Codable, Sendable {
  public var clock: ClockKind
  public var limit: Limit
  public var kinds: Set<Kind>
  public var urgencies: Set<Urgency>
  /// A category stands for itself and everything below it.
  public var categories: [CategoryID]
  /// The units themselves, not those below them.
  public var units: [UnitID]
  public var levels: Set<Unit.Level>
  public var season: Season?

  public init(
    _ clock: ClockKind, _ limit: Limit, kinds: Set<Kind> = [], urgencies: Set<Urgency> = [],
    categories: [CategoryID] = [], units: [UnitID] = [], levels: Set<Unit.Level> = [], season: Season? = nil
  ) {
    self.clock = clock
    self.limit = limit
    self.kinds = kinds
    self.urgencies = urgencies
    self.categories = categories
    self.units = units
    self.levels = levels
    self.season = season
  }

  public func matches(_ matter: Matter) -> Bool {
    holds(kinds, matter.kind) && holds(urgencies, matter.urgency) && holds(matter.unit)
      && (categories.isEmpty || matter.category.map(covers) == true) && season?.contains(matter.day) != false
  }

  /// Whether the rule holds for every matter of this kind and urgency, whatever its category, unit and day.
  public func isGeneral(for kind: Kind, _ urgency: Urgency) -> Bool {
    holds(kinds, kind) && holds(urgencies, urgency) && categories.isEmpty && units.isEmpty && levels.isEmpty && season == nil
  }

  private func holds<Word>(_ words: Set<Word>, _ word: Word) -> Bool { words.isEmpty || words.contains(word) }

  private func covers(_ category: CategoryID) -> Bool { categories.contains { category.isWithin($0) } }

  private func holds(_ unit: Unit?) -> Bool {
    (units.isEmpty || unit.map { units.contains($0.id) } == true) && (levels.isEmpty || unit.map { levels.contains($0.level) } == true)
  }
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
      .filter { kind, urgency in !rules.contains { $0.isGeneral(for: kind, urgency) } }
  }
}
