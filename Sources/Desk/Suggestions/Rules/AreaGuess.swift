import Casework

/// Finds the area by its name in an address or in what was said.
public enum AreaGuess {
  /// What may be left out of an area's name by those who live there.
  private static let endings = ["街道办事处", "街道", "自治县", "经济开发区", "开发区", "区", "县", "市", "镇", "乡"]

  /// The smallest area whose name is said; the city itself only where nothing smaller is.
  public static func area(in words: String, of areas: [Area]) -> AreaID? {
    guard !words.isEmpty else { return nil }
    let parents = Dictionary(areas.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    let said = areas.compactMap { area -> (id: AreaID, depth: Int, length: Int)? in
      guard let length = length(of: area.name.zh, in: words) else { return nil }
      return (area.id, depth(of: area.id, parents), length)
    }
    return said.max { ($0.depth, $0.length) < ($1.depth, $1.length) }?.id
  }

  /// How much of the name is said: the whole, or what stands before its ending; nil where neither is. A road may bear the name of
  /// an area in which it does not lie.
  private static func length(of name: String, in words: String) -> Int? {
    if words.contains(name) { return name.count }
    guard let ending = endings.first(where: name.hasSuffix), name.count - ending.count > 1 else { return nil }
    let stem = String(name.dropLast(ending.count))
    let isSaid = words.ranges(of: stem).contains { range in
      range.upperBound == words.endIndex || !roads.contains(words[range.upperBound])
    }
    return isSaid ? stem.count : nil
  }

  private static let roads = Set("路街巷道桥")

  private static func depth(of area: AreaID, _ parents: [AreaID: AreaID?]) -> Int {
    var (depth, next) = (0, parents[area] ?? nil)
    while let parent = next, depth < 10 { (depth, next) = (depth + 1, parents[parent] ?? nil) }
    return depth
  }
}
