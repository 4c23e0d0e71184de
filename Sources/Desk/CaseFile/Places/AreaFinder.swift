import Casework
import Workdays

/// Finds the district or township of an address or of a point. A guess that a person may correct; never the whole city.
public struct AreaFinder: Sendable {
  private let areas: [Area]
  /// From the area up to the city, itself first.
  private let chains: [AreaID: [AreaID]]
  /// A point farther away than this from every centre is in none of them.
  private static let farthest = 30.0
  /// What turns the name of a place into the name of a street, which may lie elsewhere.
  private static let streets: Set<Character> = ["路", "街", "道", "巷", "桥", "里", "弄", "大"]
  private static let tails = ["街道", "镇", "乡", "区", "县", "市"]

  public init(_ profile: Profile) {
    areas = profile.areas.filter { $0.parent != nil }
    chains = Dictionary(profile.areas.map { ($0.id, profile.territory.chain(of: $0.id)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The smallest area that the address names; of two with one name, the one whose district is named too.
  public func area(in address: String) -> Area? {
    let named = areas.filter { Self.names($0.name, in: address) }
    let ids = Set(named.map(\.id))
    let weighed = named.map { area in
      let chain = chains[area.id] ?? []
      return (area: area, weight: chain.count * 10 + chain.count(where: ids.contains))
    }
    return weighed.max { ($0.weight, $1.area.id.value) < ($1.weight, $0.area.id.value) }?.area
  }

  /// The smallest area whose centre is nearest.
  public func area(at point: GeoPoint) -> Area? {
    let parents = Set(areas.compactMap(\.parent))
    let near = areas.filter { !parents.contains($0.id) }.compactMap { area -> (area: Area, way: Double)? in
      guard let latitude = area.latitude, let longitude = area.longitude else { return nil }
      return (area, point.kilometres(to: GeoPoint(latitude: latitude, longitude: longitude)))
    }
    return near.min { $0.way < $1.way }.flatMap { $0.way <= Self.farthest ? $0.area : nil }
  }

  /// By the whole name; by its stem only where that is not the name of a street.
  private static func names(_ name: Phrase, in address: String) -> Bool {
    if address.contains(name.zh) { return true }
    if name.en.count > 3, address.lowercased().contains(name.en.lowercased()) { return true }
    guard let tail = tails.first(where: name.zh.hasSuffix) else { return false }
    let stem = name.zh.dropLast(tail.count)
    guard stem.count > 1, let found = address.firstRange(of: stem) else { return false }
    return address[found.upperBound...].first.map { !streets.contains($0) } ?? true
  }
}
