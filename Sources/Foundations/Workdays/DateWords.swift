import Foundation

/// Dates and times as each language writes them, for everything that people read. Interfaces, files and commands keep ISO 8601.
extension CivilDay {
  /// 2026年9月30日; 30 Sep 2026.
  public var phrase: Phrase { Phrase("\(year)年\(month)月\(day)日", "\(day) \(shortMonth) \(year)") }

  /// 10月12日; 12 October.
  public var words: Phrase { Phrase("\(month)月\(day)日", "\(day) \(CivilDay.months[month - 1])") }

  /// 2026年9月; September 2026, or Sep 2026.
  public func month(short: Bool) -> Phrase {
    Phrase("\(year)年\(month)月", "\(short ? shortMonth : CivilDay.months[month - 1]) \(year)")
  }

  /// For the cells of a table: 09-30; 30 Sep, and with the year when it is not that of `today`: 2025-09-30; 30 Sep 2025.
  public func brief(on today: CivilDay) -> Phrase {
    guard year == today.year else { return Phrase(description, phrase.en) }
    return Phrase("\(padded(month, 2))-\(padded(day, 2))", "\(day) \(shortMonth)")
  }

  private var shortMonth: String { String(CivilDay.months[month - 1].prefix(3)) }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
}

extension ClosedRange where Bound == CivilDay {
  /// 2026年10月1日至7日; 1 to 7 Oct 2026. What both days share is said once.
  public var phrase: Phrase {
    let (first, last) = (lowerBound, upperBound)
    guard first != last else { return first.phrase }
    guard first.year == last.year else { return Phrase("\(first.phrase.zh)至\(last.phrase.zh)", "\(first.phrase.en) to \(last.phrase.en)") }
    guard first.month == last.month else {
      return Phrase("\(first.phrase.zh)至\(last.words.zh)", "\(first.brief(on: last).en) to \(last.phrase.en)")
    }
    return Phrase("\(first.phrase.zh)至\(last.day)日", "\(first.day) to \(last.phrase.en)")
  }
}

extension Moment {
  /// 2026年9月30日 16:10; 30 Sep 2026, 16:10.
  public var phrase: Phrase { timed(day.phrase) }

  /// For the cells of a table: 09-30 16:10; 30 Sep, 16:10, with the year when it is not that of `now`.
  public func brief(at now: Moment) -> Phrase { timed(day.brief(on: now.day)) }

  /// `16:10`.
  public var clockText: String { Workdays.clockText(minuteOfDay) }

  private func timed(_ date: Phrase) -> Phrase { Phrase("\(date.zh) \(clockText)", "\(date.en), \(clockText)") }
}
