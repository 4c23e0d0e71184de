import Workdays

/// The dispatch catalogue 派单目录 of a city: which unit leads in which matter. The most special rule wins: the deepest
/// category, then the smallest area, then words, then kinds; two rules that are equally special are a fault.
public struct Catalogue: Sendable, Equatable {
  /// Who provides one service where.
  public struct Provider: Hashable, Sendable {
    public let unit: UnitID
    /// Empty: wherever no other provider is named.
    public let areas: [AreaID]

    public init(_ unit: UnitID, areas: [AreaID] = []) {
      self.unit = unit
      self.areas = areas
    }
  }

  public struct Service: Hashable, Sendable {
    public let name: String
    public let providers: [Provider]

    public init(_ name: String, _ providers: [Provider]) {
      self.name = name
      self.providers = providers
    }
  }

  public let rules: [CatalogueRule]
  public let services: [Service]
  /// Who rules where a rule names nobody.
  public let ruling: UnitID?
  /// 1 is the profile's own; each release of a revision is one more.
  public let version: Int
  let byMatter: [CategoryID: [Int]]
  private let byID: [String: Int]

  public init(_ rules: [CatalogueRule] = [], services: [Service] = [], ruling: UnitID? = nil, version: Int = 1) {
    (self.rules, self.services, self.ruling, self.version) = (rules, services, ruling, version)
    var byMatter: [CategoryID: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      for matter in rule.matters { byMatter[matter, default: []].append(index) }
    }
    self.byMatter = byMatter
    byID = Dictionary(rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  public var isEmpty: Bool { rules.isEmpty }

  public subscript(_ id: String) -> CatalogueRule? { byID[id].map { rules[$0] } }

  public func service(_ name: String) -> Service? { services.first { $0.name == name } }
}

/// One change to the catalogue: a rule as it shall read, or that it shall stand no more.
public struct CatalogueAmendment: Hashable, Codable, Sendable {
  public let id: String
  public let rule: CatalogueRule?

  public init(_ rule: CatalogueRule) {
    id = rule.id
    self.rule = rule
  }

  public init(without id: String) {
    self.id = id
    rule = nil
  }
}

extension Catalogue {
  /// The catalogue with these changes; new rules stand at the end.
  public func amended(by amendments: [CatalogueAmendment], version: Int? = nil) -> Catalogue {
    guard !amendments.isEmpty || version != nil else { return self }
    let changes = Dictionary(amendments.map { ($0.id, $0) }, uniquingKeysWith: { _, last in last })
    var seen: Set<String> = []
    var rules = self.rules.compactMap { rule -> CatalogueRule? in
      guard let change = changes[rule.id] else { return rule }
      seen.insert(rule.id)
      return change.rule
    }
    rules += changes.values.filter { !seen.contains($0.id) }.sorted { $0.id < $1.id }.compactMap(\.rule)
    return Catalogue(rules, services: services, ruling: ruling, version: version ?? self.version)
  }
}
