import Workdays

/// Which unit serves which place: the areas with their units, ready to be asked.
public struct Territory: Sendable, Equatable {
  private let parents: [AreaID: AreaID]
  private let units: [AreaID: [Unit]]
  /// Without it a township's matters go to its county.
  private let directToTownship: Bool

  public init(_ areas: [Area], _ organisation: Organisation, directToTownship: Bool) {
    parents = Dictionary(areas.compactMap { area in area.parent.map { (area.id, $0) } }, uniquingKeysWith: { first, _ in first })
    let placed = organisation.units.values.filter { $0.area != nil }.sorted { $0.id < $1.id }
    units = Dictionary(grouping: placed) { $0.area ?? "" }
    self.directToTownship = directToTownship
  }

  /// The area and those around it, the smallest first.
  public func chain(of area: AreaID?) -> [AreaID] {
    guard let area else { return [] }
    var chain = [area]
    while let parent = parents[chain[chain.count - 1]], !chain.contains(parent) { chain.append(parent) }
    return chain
  }

  /// The unit of this level that serves the place. Where the township is not known, or the city dispatches to none, its county.
  public func unit(of level: Unit.Level, at area: AreaID?) -> UnitID? {
    let chain = chain(of: area)
    if level == .township, directToTownship, let township = unit(.township, in: chain) { return township }
    if level == .township || level == .county { return unit(.county, in: chain) }
    return unit(level, in: chain)
  }

  private func unit(_ level: Unit.Level, in chain: [AreaID]) -> UnitID? {
    chain.lazy.compactMap { self.units[$0]?.first { $0.level == level }?.id }.first
  }

  /// The provider of the smallest area around the place; the one that serves the rest where none is named.
  public func provider(of service: Catalogue.Service, at area: AreaID?) -> UnitID? {
    for place in chain(of: area) {
      if let provider = service.providers.first(where: { $0.areas.contains(place) }) { return provider.unit }
    }
    return service.providers.first { $0.areas.isEmpty }?.unit
  }
}
