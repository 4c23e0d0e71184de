import Casework
import Workdays

/// What is asked of the figures.
struct FigureQuestion: Hashable, Sendable {
  var metric: Metric
  var period: FigurePeriod
  /// The unit, area or category, with everything below it.
  var unit: UnitID?
  var area: AreaID?
  var category: CategoryID?
  var channel: Channel?
  var kind: Kind?
  var hour: Int?
  /// 1 = Monday … 7 = Sunday.
  var weekday: Int?
  /// Of this one the thing itself counts, and nothing below it.
  var alone: Dimension?
  /// One cell of the map.
  var cell: FigureCell?

  /// The address that asks it again.
  /// - Parameter usual: the period that needs no mention.
  func query(usual: String = FigurePeriod.usual) -> [(name: String, value: String)] {
    var parts: [(name: String, value: String)] = [("metric", metric.key)]
    if period.key != usual { parts.append(("period", period.key)) }
    let rest: [(String, String?)] = [
      ("unit", unit?.value), ("area", area?.value), ("category", category?.value), ("channel", channel?.rawValue),
      ("kind", kind?.rawValue), ("hour", hour.map(String.init)), ("weekday", weekday.map(String.init)), ("alone", alone?.rawValue),
      ("cell", cell?.text),
    ]
    for (name, value) in rest { if let value { parts.append((name, value)) } }
    return parts
  }
}

/// By what an answer is taken apart.
enum FigureBy: String, Sendable, CaseIterable, Worded {
  case day, month, unit, area, category, channel, kind, hour

  var phrase: Phrase {
    switch self {
    case .day: Phrase("按日", "By day")
    case .month: Phrase("按月", "By month")
    case .unit: Phrase("按单位", "By unit")
    case .area: Phrase("按区域", "By area")
    case .category: Phrase("按分类", "By category")
    case .channel: Phrase("按渠道", "By channel")
    case .kind: Phrase("按类型", "By kind")
    case .hour: Phrase("按星期和时段", "By weekday and hour")
    }
  }

  /// Nil where it is time that takes it apart.
  var dimension: Dimension? {
    switch self {
    case .day, .month: nil
    case .unit: .unit
    case .area: .area
    case .category: .category
    case .channel: .channel
    case .kind: .kind
    case .hour: .hour
    }
  }
}

/// A square of the map, some 500 m wide. In addresses `7124.23688`: how many squares north and east.
struct FigureCell: Hashable, Sendable {
  /// Its width in millionths of a degree.
  static let width: Int64 = 5000

  let north: Int64
  let east: Int64

  init(north: Int64, east: Int64) { (self.north, self.east) = (north, east) }

  init?(_ text: String) {
    let parts = text.split(separator: ".").compactMap { Int64($0) }
    guard parts.count == 2, parts.allSatisfy({ abs($0) <= 180_000_000 / Self.width }) else { return nil }
    self.init(north: parts[0], east: parts[1])
  }

  var text: String { "\(north).\(east)" }
  /// The degrees of its middle.
  var latitude: Double { (Double(north) + 0.5) * Double(Self.width) / 1_000_000 }
  var longitude: Double { (Double(east) + 0.5) * Double(Self.width) / 1_000_000 }
}
