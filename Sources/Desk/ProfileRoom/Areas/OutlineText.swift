import Casework
import Foundation
import Web
import Workdays

/// A border as people bring it: points one a line or parted by commas, longitude first, or GeoJSON with one polygon.
enum OutlineText {
  static let mostPoints = 1000
  private typealias Ring = [(Double, Double)]

  static func text(_ outline: [Area.Spot]) -> String { outline.map(\.text).joined(separator: "\n") }

  /// - Throws: what is wrong with it, at the field `outline`.
  static func outline(_ text: String) throws -> [Area.Spot] {
    let words = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !words.isEmpty else { return [] }
    var ring = words.hasPrefix("{") || words.hasPrefix("[") ? try json(words) : try plain(words)
    if ring.count > 1, let first = ring.first, let last = ring.last, first == last { ring.removeLast() }
    return try checked(ring)
  }

  private static func wrong(_ zh: String, _ en: String) -> CaseworkProblem { .field("outline", zh, en) }

  private static func plain(_ text: String) throws -> Ring {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    // Points on one line are parted by commas; on lines of their own a comma may part the two numbers.
    let points = lines.count == 1 ? text.split { ",，;；".contains($0) }.map(String.init) : lines
    return try points.enumerated().compactMap { index, point in
      let parts = point.split { ",， \t".contains($0) }
      if parts.isEmpty { return nil }
      let numbers = parts.compactMap { Double($0) }
      guard parts.count == 2, numbers.count == 2 else {
        let place = index + 1
        throw wrong(
          "第 \(place) 点“\(point)”不是“经度 纬度”，如 118.24 35.77。",
          "Point \(place), “\(point)”, is no longitude and latitude such as 118.24 35.77.")
      }
      return (numbers[0], numbers[1])
    }
  }

  private static func json(_ text: String) throws -> Ring {
    guard let value = try? JSONParser.parse(Array(text.utf8)) else {
      throw wrong("这不是完整的 JSON；请整个文件粘贴。", "This is no whole JSON; paste the whole file.")
    }
    return try ring(value)
  }

  /// The one polygon of a geometry, a feature or a collection; or a bare list of points.
  private static func ring(_ value: JSONValue) throws -> Ring {
    if case .list(let points) = value { return try spots(points) }
    switch value["type"] {
    case .text("FeatureCollection"): return try ring(one(value["features"]))
    case .text("Feature"): return try ring(value["geometry"] ?? .null)
    case .text("MultiPolygon"): return try rings(one(value["coordinates"]))
    case .text("Polygon"): return try rings(value["coordinates"] ?? .null)
    default:
      throw wrong("GeoJSON 中没有多边形（Polygon）。", "There is no Polygon in this GeoJSON.")
    }
  }

  private static func one(_ value: JSONValue?) throws -> JSONValue {
    guard case .list(let items)? = value, items.count == 1 else {
      throw wrong("只能有一个多边形；请先合并或只留一个。", "There must be one polygon; join them first or keep one.")
    }
    return items[0]
  }

  private static func rings(_ value: JSONValue) throws -> Ring {
    guard case .list(let rings) = value, case .list(let points)? = rings.first else {
      throw wrong("多边形没有坐标。", "The polygon has no coordinates.")
    }
    guard rings.count == 1 else { throw wrong("多边形中间不能有洞。", "The polygon must not have holes.") }
    return try spots(points)
  }

  private static func spots(_ points: [JSONValue]) throws -> Ring {
    try points.enumerated().map { index, point in
      guard let longitude = number(point[0]), let latitude = number(point[1]) else {
        throw wrong("第 \(index + 1) 点不是 [经度, 纬度]。", "Point \(index + 1) is no [longitude, latitude].")
      }
      return (longitude, latitude)
    }
  }

  private static func number(_ value: JSONValue?) -> Double? {
    switch value {
    case .whole(let number): Double(number)
    case .number(let text): Double(text)
    default: nil
    }
  }

  private static func checked(_ ring: Ring) throws -> [Area.Spot] {
    guard (3...mostPoints).contains(ring.count) else {
      let count = ring.count
      throw wrong("有 \(count) 个点；须为 3 至 \(mostPoints) 个。", "There are \(count) points; there must be 3 to \(mostPoints).")
    }
    let spots = try ring.enumerated().map { index, point in
      guard abs(point.0) <= 180, abs(point.1) <= 90 else {
        let place = index + 1
        throw wrong("第 \(place) 点不在地球上；先写经度，后写纬度。", "Point \(place) is not on the globe; write the longitude first, then the latitude.")
      }
      return Area.Spot(longitude: rounded(point.0), latitude: rounded(point.1))
    }
    if let (one, other) = Crossing.first(in: spots) {
      throw wrong(
        "边界自己交叉：第 \(one + 1) 点之后的一段与第 \(other + 1) 点之后的一段。",
        "The border crosses itself: the line after point \(one + 1) and the one after point \(other + 1).")
    }
    return spots
  }

  /// A tenth of a metre is enough.
  private static func rounded(_ degrees: Double) -> Double { (degrees * 1_000_000).rounded() / 1_000_000 }
}

/// Where a closed line crosses itself.
enum Crossing {
  /// The two stretches, by the points at which they begin.
  static func first(in ring: [Area.Spot]) -> (Int, Int)? {
    for one in ring.indices {
      for other in ring.indices.dropFirst(one + 2) where !(one == 0 && other == ring.count - 1) {
        let (a, b) = (ring[one], ring[one + 1])
        let (c, d) = (ring[other], ring[(other + 1) % ring.count])
        if side(a, b, c) * side(a, b, d) < 0, side(c, d, a) * side(c, d, b) < 0 { return (one, other) }
      }
    }
    return nil
  }

  /// On which side of the line from `a` to `b` a point lies.
  private static func side(_ a: Area.Spot, _ b: Area.Spot, _ c: Area.Spot) -> Double {
    let cross = (b.longitude - a.longitude) * (c.latitude - a.latitude) - (b.latitude - a.latitude) * (c.longitude - a.longitude)
    return cross == 0 ? 0 : cross < 0 ? -1 : 1
  }
}
