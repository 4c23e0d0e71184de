import Foundation

/// A day of the Gregorian calendar in civil time, in JSON `"2026-11-21"`; always in the years 1 to 9999.
public struct CivilDay: Hashable, Comparable, StoredAsText, Sendable {
  /// Days since 1970-01-01.
  public let ordinal: Int

  public static let earliest = CivilDay(checked: daysFromCivil(1, 1, 1))
  public static let latest = CivilDay(checked: daysFromCivil(9999, 12, 31))

  private init(checked ordinal: Int) {
    self.ordinal = ordinal
  }

  /// The day `ordinal` days after 1970-01-01, held to `earliest ... latest`.
  public init(ordinal: Int) {
    self.ordinal = min(max(ordinal, CivilDay.earliest.ordinal), CivilDay.latest.ordinal)
  }

  /// Nil when there is no such day, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(checked: daysFromCivil(year, month, day))
    guard civil == (year, month, day) else { return nil }
  }

  /// Reads `2026-11-21`.
  /// - Throws: `CalendarError.badDay`.
  public init(parsing text: String) throws(CalendarError) {
    var scanner = DigitScanner(text)
    guard let day = scanner.day(), scanner.atEnd else { throw .badDay(text) }
    self = day
  }

  public var year: Int { civil.year }
  public var month: Int { civil.month }
  public var day: Int { civil.day }

  /// 1 = Monday … 7 = Sunday.
  public var weekday: Int {
    let shifted = ordinal + 3
    return shifted - floorDivided(shifted, 7) * 7 + 1
  }

  public var isWeekend: Bool { weekday > 5 }

  public func adding(days: Int) -> CivilDay {
    let (sum, overflow) = ordinal.addingReportingOverflow(days)
    if overflow { return days < 0 ? .earliest : .latest }
    return CivilDay(ordinal: sum)
  }

  /// The moment `minute` minutes after this day's midnight; 1440 is the next midnight.
  public func at(minute: Int) -> Moment {
    midnight.adding(minutes: minute)
  }

  /// The first moment of this day.
  public var midnight: Moment {
    Moment(milliseconds: Int64(ordinal) * Moment.dayLength - Moment.offset)
  }

  public static func < (left: CivilDay, right: CivilDay) -> Bool {
    left.ordinal < right.ordinal
  }
}

extension CivilDay: LosslessStringConvertible, Strideable, CodingKeyRepresentable {
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  public init?(_ text: String) {
    guard let day = try? CivilDay(parsing: text) else { return nil }
    self = day
  }

  public func distance(to other: CivilDay) -> Int { other.ordinal - ordinal }
  public func advanced(by days: Int) -> CivilDay { adding(days: days) }

  /// A dictionary by days is an object with `"2026-11-21"` as its keys.
  public var codingKey: any CodingKey { DayKey(stringValue: description) }

  public init?(codingKey: some CodingKey) {
    self.init(codingKey.stringValue)
  }

  private struct DayKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The weekday's name: 星期一, Monday.
  public var weekdayName: Phrase { CivilDay.weekdayNames[weekday - 1] }

  private static let weekdayNames = [
    Phrase("星期一", "Monday"), Phrase("星期二", "Tuesday"), Phrase("星期三", "Wednesday"), Phrase("星期四", "Thursday"),
    Phrase("星期五", "Friday"), Phrase("星期六", "Saturday"), Phrase("星期日", "Sunday"),
  ]

  /// Year, month and day by Howard Hinnant's `civil_from_days`: years start in March, so that the leap day comes last.
  fileprivate var civil: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = floorDivided(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }
}

/// Days since 1970-01-01 by Howard Hinnant's `days_from_civil`.
private func daysFromCivil(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let year = month <= 2 ? year - 1 : year
  let era = floorDivided(year, 400)
  let yearOfEra = year - era * 400
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
