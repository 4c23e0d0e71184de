import Workdays

/// What the catalogue is asked about.
public struct CatalogueQuestion: Hashable, Sendable {
  public var category: CategoryID
  public var kind: Kind?
  public var area: AreaID?
  /// Title and text, where rules ask for words; nil where nobody looked at them.
  public var text: String?

  public init(category: CategoryID, kind: Kind? = nil, area: AreaID? = nil, text: String? = nil) {
    (self.category, self.kind, self.area, self.text) = (category, kind, area, text)
  }
}

/// Why a rule could not be followed.
public enum CatalogueFailure: Hashable, Sendable {
  /// The rule names a unit that is not there or handles no orders.
  case unknownUnit(UnitID)
  /// The unit is closed.
  case closedUnit(UnitID)
  case noUnit(Assignee, AreaID)
  case unknownService(String)
  /// Nothing is wrong with the rule: nobody has said where it is.
  case placeUnknown

  /// Whether it is the rule that must be mended.
  public var isRulesFault: Bool { self != .placeUnknown }
}

extension Catalogue {
  /// Whether a rule in this matter looks at what was said.
  public func asksForWords(in category: CategoryID) -> Bool {
    category.path.contains { (byMatter[$0] ?? []).contains { !rules[$0].words.isEmpty } }
  }

  /// The rule that speaks of the matter on this day; nil where none does.
  /// - Parameter passed: the ids of rules that are passed over.
  public func rule(
    for question: CatalogueQuestion, in territory: Territory, on day: CivilDay, passing passed: Set<String> = []
  ) -> CatalogueRule? {
    let chain = territory.chain(of: question.area)
    for matter in question.category.path.reversed() {
      var best: (weight: Int, index: Int)?
      for index in byMatter[matter] ?? [] {
        guard !passed.contains(rules[index].id), let weight = weight(of: rules[index], question, chain, day), weight > best?.weight ?? -1
        else { continue }
        best = (weight, index)
      }
      if let best { return rules[best.index] }
    }
    return nil
  }

  /// How special a rule is that holds; nil for one that does not.
  private func weight(of rule: CatalogueRule, _ question: CatalogueQuestion, _ chain: [AreaID], _ day: CivilDay) -> Int? {
    guard rule.holds(on: day) else { return nil }
    var weight = 0
    if !rule.areas.isEmpty {
      guard let nearest = chain.firstIndex(where: { rule.areas.contains($0) }) else { return nil }
      weight += 4 * (chain.count - nearest)
    }
    if !rule.words.isEmpty {
      guard let text = question.text, rule.words.contains(where: { text.contains($0) }) else { return nil }
      weight += 2
    }
    if !rule.kinds.isEmpty {
      guard let kind = question.kind, rule.kinds.contains(kind) else { return nil }
      weight += 1
    }
    return weight
  }

  /// The unit that an assignee means at a place. Throws where it means none; nil for what a person decides.
  public func unit(
    for assignee: Assignee, at area: AreaID?, in territory: Territory, of organisation: Organisation, on day: CivilDay
  ) throws(CatalogueFailure) -> UnitID? {
    let found: UnitID?
    switch assignee {
    case .byHand: return nil
    case .unit(let unit): found = unit
    case .ofArea(let level):
      guard let area else { throw .placeUnknown }
      found = territory.unit(of: level, at: area)
    case .serving(let name):
      guard let service = service(name) else { throw .unknownService(name) }
      found = territory.provider(of: service, at: area)
      if found == nil, area == nil { throw .placeUnknown }
    }
    guard let found else { throw .noUnit(assignee, area ?? "") }
    guard let unit = organisation.units[found], unit.takesOrders else { throw .unknownUnit(found) }
    guard unit.isOpen(on: day) else { throw .closedUnit(found) }
    return found
  }
}

extension CatalogueFailure: Error {}

extension Unit {
  /// The city itself and the hotline handle no orders.
  public var takesOrders: Bool { level != .hotline && parent != nil }

  /// Whether it still is one that day.
  public func isOpen(on day: CivilDay) -> Bool { until.map { day <= $0 } ?? true }
}
