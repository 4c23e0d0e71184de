import Foundation

/// A time limit, in JSON its text: `5wd` working days, `4wh` working hours, `4h` hours, `30m` minutes, `15d` days.
/// `wd` and `wh` run on working time; `h`, `m` and `d` run on natural time, day and night.
public struct Limit: Hashable, StoredAsText, Sendable, LosslessStringConvertible {
  /// What a limit counts; the raw value is its letters in the text.
  public enum Unit: String, CaseIterable, Sendable {
    case workingDays = "wd"
    case workingHours = "wh"
    case hours = "h"
    case minutes = "m"
    case days = "d"

    /// Whether only working time counts.
    public var isWorkingTime: Bool { self == .workingDays || self == .workingHours }
  }

  /// The largest amount that a text may name.
  public static let largestAmount = 99_999

  public let amount: Int
  public let unit: Unit

  /// `amount` is held to `0 ... largestAmount`.
  public init(_ amount: Int, _ unit: Unit) {
    self.amount = min(max(amount, 0), Limit.largestAmount)
    self.unit = unit
  }

  public static func workingDays(_ amount: Int) -> Limit { Limit(amount, .workingDays) }
  public static func workingHours(_ amount: Int) -> Limit { Limit(amount, .workingHours) }
  public static func hours(_ amount: Int) -> Limit { Limit(amount, .hours) }
  public static func minutes(_ amount: Int) -> Limit { Limit(amount, .minutes) }
  public static func days(_ amount: Int) -> Limit { Limit(amount, .days) }

  /// Reads `5wd`, `4wh`, `4h`, `30m` or `15d`; no sign, no space, no fraction.
  /// - Throws: `CalendarError.badLimit`, whose sentence lists the forms.
  public init(parsing text: String) throws(CalendarError) {
    let digits = text.utf8.prefix { (48...57).contains($0) }
    guard (1...5).contains(digits.count), let amount = Int(text.prefix(digits.count)),
      let unit = Unit(rawValue: String(text.dropFirst(digits.count)))
    else { throw .badLimit(text) }
    self.init(amount, unit)
  }

  public init?(_ text: String) {
    guard let limit = try? Limit(parsing: text) else { return nil }
    self = limit
  }

  /// The text, such as `5wd`.
  public var description: String { "\(amount)\(unit.rawValue)" }

  /// 5 个工作日, 5 working days.
  public var phrase: Phrase {
    let plural = amount == 1 ? "" : "s"
    return switch unit {
    case .workingDays: Phrase("\(amount) 个工作日", "\(amount) working day\(plural)")
    case .workingHours: Phrase("\(amount) 个工作小时", "\(amount) working hour\(plural)")
    case .hours: Phrase("\(amount) 小时", "\(amount) hour\(plural)")
    case .minutes where amount >= 1440: Self.long(amount)
    case .minutes: Phrase("\(amount) 分钟", "\(amount) minute\(plural)")
    case .days: Phrase("\(amount) 日", "\(amount) day\(plural)")
    }
  }

  /// Days, hours and minutes, for what nobody counts in minutes.
  private static func long(_ minutes: Int) -> Phrase {
    let parts = [(minutes / 1440, " 天", "d"), (minutes / 60 % 24, " 小时", "h"), (minutes % 60, " 分钟", "min")].filter { $0.0 > 0 }
    return Phrase(
      parts.map { "\($0.0)\($0.1)" }.joined(separator: " "), parts.map { "\($0.0) \($0.2)" }.joined(separator: " "))
  }
}
