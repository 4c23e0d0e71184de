import Workdays

/// Numbers as people read them.
enum FigureWords {
  static func text(_ value: Double?, _ measurement: Measurement, _ language: Language) -> String {
    guard let value else { return "—" }
    switch measurement {
    case .count: return Int64(value).grouped
    case .percent: return "\(value.grouped(places: 1))%"
    case .hours: return "\(value.grouped(places: 1)) \(language == .zh ? "小时" : "h")"
    }
  }

  /// `35.622, 118.443`, degrees north and east.
  static func spot(_ cell: FigureCell) -> String {
    "\(cell.latitude.bare(places: 3)), \(cell.longitude.bare(places: 3))"
  }
}
