import Casework
import Workdays

/// Finds the district or township of an address or of a point. A guess that a person may correct.
public struct AreaFinder: Sendable {
  private let areas: [Area]
  /// From the area up to the city, itself first.
  private let chains: [AreaID: [AreaID]]
  /// A point farther away than this from every centre is in none of them.
  private static let farthest = 30.0
  /// A road may bear the name of an area in which it does not lie.
  private static let roads: Set<Character> = ["路", "街", "道", "巷", "桥", "里", "弄", "大"]
  /// What may be left out of an area's name by those who live there.
  private static let endings = ["街道办事处", "街道", "自治县", "经济开发区", "开发区", "镇", "乡", "区", "县", "市"]

  public init(_ areas: [Area]) {
    self.areas = areas
    let parents = Dictionary(areas.compactMap { area in area.parent.map { (area.id, $0) } }, uniquingKeysWith: { first, _ in first })
    let chains = areas.map { area -> (AreaID, [AreaID]) in
      var chain = [area.id]
      while let parent = parents[chain[chain.count - 1]], !chain.contains(parent) { chain.append(parent) }
      return (area.id, chain)
    }
    self.chains = Dictionary(chains, uniquingKeysWith: { first, _ in first })
  }

  /// The smallest area that the words name, the city itself only where nothing smaller is; of two with one name the one whose
  /// district is named too.
  public func area(in words: String) -> Area? {
    let said = areas.compactMap { area in Self.length(of: area.name, in: words).map { (area: area, length: $0) } }
    let ids = Set(said.map(\.area.id))
    let weighed = said.map { one in
      let chain = chains[one.area.id] ?? []
      return (area: one.area, weight: chain.count * 1000 + chain.count(where: ids.contains) * 100 + one.length)
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

  /// How much of the name is said: the whole, or what stands before its ending; nil where neither is.
  private static func length(of name: Phrase, in words: String) -> Int? {
    if words.contains(name.zh) { return name.zh.count }
    if name.en.count > 3, words.lowercased().contains(name.en.lowercased()) { return name.en.count }
    guard let ending = endings.first(where: name.zh.hasSuffix), name.zh.count - ending.count > 1 else { return nil }
    let stem = String(name.zh.dropLast(ending.count))
    let isSaid = words.ranges(of: stem).contains { range in
      range.upperBound == words.endIndex || !roads.contains(words[range.upperBound])
    }
    return isSaid ? stem.count : nil
  }
}
