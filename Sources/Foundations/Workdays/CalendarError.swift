import Foundation

/// What can go wrong in this module.
public enum CalendarError: Error, Hashable, Sendable {
  /// A text that is no limit.
  case badLimit(String)
  /// A text that is no moment.
  case badMoment(String)
  /// A text that is no day.
  case badDay(String)
  /// Working hours that are empty, out of order, overlap or leave the day.
  case badHours(String)
  /// The count reached a day that the calendar does not know.
  case beyondCover(CivilDay, covers: ClosedRange<CivilDay>)
  /// The calendar has no working time at all to count in.
  case noWorkingTime

  /// The sentence for people.
  public var phrase: Phrase {
    switch self {
    case .badLimit(let text):
      Phrase(
        "“\(text)”不是时限；可写：5wd（工作日）、4wh（工作小时）、4h（小时）、30m（分钟）、15d（日）",
        "“\(text)” is no time limit; write 5wd (working days), 4wh (working hours), 4h (hours), 30m (minutes) or 15d (days)")
    case .badMoment(let text):
      Phrase(
        "“\(text)”不是时刻；请写如 2026-09-30T16:10:00+08:00",
        "“\(text)” is no moment; write it as 2026-09-30T16:10:00+08:00")
    case .badDay(let text):
      Phrase("“\(text)”不是日期；请写如 2026-09-30", "“\(text)” is no day; write it as 2026-09-30")
    case .badHours(let text):
      Phrase(
        "“\(text)”不是工作时段；请按先后写如 08:30-12:00，互不重叠",
        "“\(text)” are no working hours; write intervals such as 08:30-12:00, in order and without overlap")
    case .beyondCover(let day, let covers):
      Phrase(
        "工作日历只覆盖 \(covers.lowerBound) 至 \(covers.upperBound)，不含 \(day)；请导入该年的放假安排",
        "the work calendar covers \(covers.lowerBound) to \(covers.upperBound), not \(day); import that year's holidays")
    case .noWorkingTime:
      Phrase("工作日历没有可计的工作时间", "the work calendar has no working time to count")
    }
  }
}

extension CalendarError: LocalizedError {
  public var errorDescription: String? { phrase.en }
}
