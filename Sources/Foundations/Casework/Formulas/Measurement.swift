import Workdays

/// In what a figure is measured.
public enum Measurement: String, Codable, Sendable, CaseIterable, Worded {
  case percent, count, number, hours

  public var phrase: Phrase {
    switch self {
    case .percent: Phrase("百分比", "Per cent")
    case .count: Phrase("件数", "Cases")
    case .number: Phrase("两位小数", "A number with two decimals")
    case .hours: Phrase("小时", "Hours")
    }
  }

  /// A value as people read it: `97.4%`, `1,234`, `0.35`, `12.5 小时`; a dash where there is none.
  public func text(_ value: Double?, _ language: Language) -> String {
    guard let value else { return "—" }
    switch self {
    case .count: return Int64(value.rounded()).grouped
    case .number: return value.grouped(places: 2)
    case .percent: return "\(value.grouped(places: 1))%"
    case .hours: return "\(value.grouped(places: 1)) \(language == .zh ? "小时" : "h")"
    }
  }
}
