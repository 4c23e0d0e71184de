import Workdays

/// Numbers as people read them.
enum FigureWords {
  static func text(_ value: Double?, _ measurement: Measurement, _ language: Language) -> String {
    guard let value else { return "—" }
    switch measurement {
    case .count: return grouped(Int64(value))
    case .percent: return "\(decimal(value, places: 1))%"
    case .hours: return "\(decimal(value, places: 1)) \(language == .zh ? "小时" : "h")"
    }
  }

  /// `35.622, 118.443`, degrees north and east.
  static func spot(_ cell: FigureCell) -> String {
    "\(decimal(cell.latitude, places: 3)), \(decimal(cell.longitude, places: 3))"
  }

  /// 12,345.
  static func grouped(_ number: Int64) -> String {
    var out = ""
    for (index, digit) in String(abs(number)).reversed().enumerated() {
      if index > 0, index % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return "\(number < 0 ? "-" : "")\(String(out.reversed()))"
  }

  /// Rounded to so many places, all of them written.
  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int64((abs(value) * scale).rounded())
    let (front, back) = (whole / Int64(scale), whole % Int64(scale))
    let digits = String(back)
    let fraction = String(repeating: "0", count: max(0, places - digits.count)) + digits
    return "\(value < 0 && whole > 0 ? "-" : "")\(front)\(places > 0 ? ".\(fraction)" : "")"
  }
}
