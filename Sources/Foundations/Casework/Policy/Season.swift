import Workdays

/// A day that comes every year, in a profile `11-15`. The 29th of February is a day of it too.
public struct MonthDay: Hashable, Comparable, Codable, Sendable, CustomStringConvertible, LosslessStringConvertible {
  public let month: Int
  public let day: Int

  /// Nil when no year has such a day.
  public init?(month: Int, day: Int) {
    // 2000 is a leap year.
    guard CivilDay(year: 2000, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// Reads `11-15`.
  public init?(_ text: String) {
    guard text.utf8.count == 5, let date = CivilDay("2000-\(text)") else { return nil }
    self.init(date)
  }

  /// The date of `day`, without its year.
  public init(_ day: CivilDay) {
    month = day.month
    self.day = day.day
  }

  public var description: String { String(CivilDay(year: 2000, month: month, day: day)?.description.dropFirst(5) ?? "") }

  public static func < (one: Self, other: Self) -> Bool { (one.month, one.day) < (other.month, other.day) }
}

/// A part of every year, both ends included; one that begins late and ends early crosses New Year.
public struct Season: Hashable, Codable, Sendable {
  public let from: MonthDay
  public let to: MonthDay

  public init(from: MonthDay, to: MonthDay) {
    self.from = from
    self.to = to
  }

  public func contains(_ day: CivilDay) -> Bool {
    let date = MonthDay(day)
    return from <= to ? from <= date && date <= to : from <= date || date <= to
  }
}
