import Workdays

/// For which matters a rule of the profile holds. An empty condition holds for everything.
public struct Conditions: Hashable, Codable, Sendable {
  public var kinds: Set<Kind>
  public var urgencies: Set<Urgency>
  /// A category stands for itself and everything below it.
  public var categories: [CategoryID]
  /// The units themselves, not those below them.
  public var units: [UnitID]
  public var levels: Set<Unit.Level>
  public var season: Season?

  public init(
    kinds: Set<Kind> = [], urgencies: Set<Urgency> = [], categories: [CategoryID] = [], units: [UnitID] = [],
    levels: Set<Unit.Level> = [], season: Season? = nil
  ) {
    self.kinds = kinds
    self.urgencies = urgencies
    self.categories = categories
    self.units = units
    self.levels = levels
    self.season = season
  }

  public func hold(for matter: Matter) -> Bool {
    holds(kinds, matter.kind) && holds(urgencies, matter.urgency) && holds(matter.unit)
      && (categories.isEmpty || matter.category.map(covers) == true) && season?.contains(matter.day) != false
  }

  /// Whether they hold for every matter of this kind and urgency, whatever its category, unit and day.
  public func areGeneral(for kind: Kind, _ urgency: Urgency) -> Bool {
    holds(kinds, kind) && holds(urgencies, urgency) && categories.isEmpty && units.isEmpty && levels.isEmpty && season == nil
  }

  /// Whether they hold wherever those others hold, so far as this can be seen from the words alone.
  public func cover(_ other: Conditions) -> Bool {
    holds(kinds, other.kinds) && holds(urgencies, other.urgencies) && holds(levels, other.levels) && holds(Set(units), Set(other.units))
      && (categories.isEmpty || !other.categories.isEmpty && other.categories.allSatisfy(covers))
      && (season == nil || season == other.season)
  }

  private func holds<Word>(_ words: Set<Word>, _ others: Set<Word>) -> Bool {
    words.isEmpty || !others.isEmpty && others.isSubset(of: words)
  }

  private func holds<Word>(_ words: Set<Word>, _ word: Word) -> Bool { words.isEmpty || words.contains(word) }

  private func covers(_ category: CategoryID) -> Bool { categories.contains { category.isWithin($0) } }

  private func holds(_ unit: Unit?) -> Bool {
    (units.isEmpty || unit.map { units.contains($0.id) } == true) && (levels.isEmpty || unit.map { levels.contains($0.level) } == true)
  }
}
