import Casework
import Foundation
import Profiles
import Web
import Workdays

/// An area among those beside it, drawn without a map beneath: enough to see that a border lies where it should.
struct AreaDrawing {
  private static let width = 600.0
  private static let margin = 20.0

  private let area: Area
  private let others: [Area]
  private let west: Double
  private let north: Double
  private let across: Double
  private let down: Double
  /// Units of the drawing for a degree of latitude.
  private let scale: Double
  /// A degree of longitude is that much shorter.
  private let narrow: Double

  init(_ area: Area, in areas: [Area]) {
    self.area = area
    others = areas.filter { $0.id != area.id && $0.parent == area.parent && !$0.outline.isEmpty }
    let spots = ([area] + others).flatMap { $0.outline + ($0.mark.map { [$0] } ?? []) }
    let (longitudes, latitudes) = (spots.map(\.longitude), spots.map(\.latitude))
    west = longitudes.min() ?? 0
    north = latitudes.max() ?? 0
    across = max((longitudes.max() ?? 0) - west, 0.01)
    down = max(north - (latitudes.min() ?? 0), 0.01)
    narrow = max(cos(north * .pi / 180), 0.1)
    scale = min((Self.width - 2 * Self.margin) / (across * narrow), Self.width / down)
  }

  func render(_ language: Language) -> HTML {
    guard !area.outline.isEmpty || area.mark != nil else {
      return "<p class=\"soft\">\(Phrase("还没有标注点和边界。", "It has neither a mark nor a border yet."), language)</p>"
    }
    let height = Int(down * scale + 2 * Self.margin)
    let label = Phrase("\(area.name.zh)的边界和相邻区域", "The border of \(area.name.en) and its neighbours")
    let note = Phrase("\(PolicyWords.border(area.outline).zh)；上为北。", "\(PolicyWords.border(area.outline).en); north is up.")
    return """
      <svg class="area-drawing" viewBox="0 0 \(Int(Self.width)) \(height)" role="img" aria-label="\(label, language)">\
      \(HTML.each(others) { shape($0, "neighbour", language) })\(shape(area, "own", language))</svg>
      <p class="soft">\(note, language)</p>
      """
  }

  private func shape(_ area: Area, _ look: String, _ language: Language) -> HTML {
    let points = area.outline.map(point).joined(separator: " ")
    let middle = area.mark.map { mark -> HTML in
      let (x, y) = place(mark)
      return
        "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"4\"/><text x=\"\(x)\" y=\"\(y - 10)\" text-anchor=\"middle\">\(area.name, language)</text>"
    }
    return "<g class=\"\(look)\">\(when(!area.outline.isEmpty) { "<polygon points=\"\(points)\"/>" })\(middle ?? .empty)</g>"
  }

  private func point(_ spot: Area.Spot) -> String {
    let (x, y) = place(spot)
    return "\(x),\(y)"
  }

  private func place(_ spot: Area.Spot) -> (Int, Int) {
    (Int((spot.longitude - west) * narrow * scale + Self.margin), Int((north - spot.latitude) * scale + Self.margin))
  }
}

extension Area {
  /// Where it is marked.
  fileprivate var mark: Spot? {
    guard let longitude, let latitude else { return nil }
    return Spot(longitude: longitude, latitude: latitude)
  }
}
