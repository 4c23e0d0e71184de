import Foundation

/// Numbers as people read them, alike in both languages; interfaces and files have bare digits.
extension BinaryInteger {
  /// 12,345.
  public var grouped: String {
    let digits = Array(String(magnitude).utf8)
    var out = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out.append(",") }
      out.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return out
  }

  /// 12,345, or `1,000+` where counting ended at `cap`.
  public func grouped(cap: Self) -> String { self >= cap ? "\(cap.grouped)+" : grouped }
}

extension Double {
  /// 1,234.5: rounded to so many places, all of them written.
  public func grouped(places: Int) -> String {
    let digits = bare(places: places)
    let parts = digits.split(separator: ".")
    guard let whole = Int64(parts[0]) else { return digits }
    let sign = whole == 0 && digits.hasPrefix("-") ? "-" : ""
    return ([sign + whole.grouped] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// 1234.5, as machines read it.
  public func bare(places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int64((magnitude * scale).rounded())
    let (front, back) = (whole / Int64(scale), String(whole % Int64(scale)))
    let fraction = String(repeating: "0", count: max(0, places - back.count)) + back
    return "\(self < 0 && whole > 0 ? "-" : "")\(front)\(places > 0 ? ".\(fraction)" : "")"
  }
}
