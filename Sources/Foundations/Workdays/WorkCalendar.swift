import Foundation

/// Working time: weekly hours with effective dates, holidays, make-up working days, and overrides that replace a day's hours.
/// An override wins over a make-up day, a make-up day over a holiday, a holiday over the week.
public struct WorkCalendar: Hashable, Sendable {
  /// The days whose holidays are known. What lies beyond is `CalendarError.beyondCover`.
  public let covers: ClosedRange<CivilDay>
  /// Days of rest by the code of `HolidayName` or a name of the calendar's own.
  public let holidays: [CivilDay: String]
  public let makeUpDays: Set<CivilDay>
  /// By effective date; the first also holds before its date.
  public let hours: [Schedule]
  public let overrides: [CivilDay: Override]

  /// What differs from the week, by the day's ordinal, and the weeks, newest first: all that counting looks at.
  private let special: [Int: DayHours]
  private let weeks: [Week]

  private struct Week: Hashable {
    let from: Int
    let days: [DayHours]
  }

  /// Without `hours`, `Schedule.standard` holds.
  public init(
    covers: ClosedRange<CivilDay>, holidays: [CivilDay: String] = [:], makeUpDays: Set<CivilDay> = [],
    hours: [Schedule] = [], overrides: [CivilDay: Override] = [:]
  ) {
    let hours = hours.isEmpty ? [.standard] : hours.sorted { ($0.from ?? .earliest) < ($1.from ?? .earliest) }
    (self.covers, self.holidays, self.makeUpDays) = (covers, holidays, makeUpDays)
    (self.hours, self.overrides) = (hours, overrides)
    weeks = WorkCalendar.weeks(hours)
    var special: [Int: DayHours] = [:]
    special.reserveCapacity(holidays.count + makeUpDays.count + overrides.count)
    for (day, name) in holidays { special[day.ordinal] = DayHours(kind: .holiday(name), intervals: []) }
    for day in makeUpDays {
      let schedule = hours.last { ($0.from ?? .earliest) <= day } ?? hours[0]
      special[day.ordinal] = DayHours(kind: .makeUp, intervals: schedule.makeUp)
    }
    for (day, override) in overrides { special[day.ordinal] = override.dayHours }
    self.special = special
  }

  private static func weeks(_ hours: [Schedule]) -> [Week] {
    hours.reversed().map { schedule in
      let days = schedule.week.enumerated().map { index, intervals in
        let rest: DayKind = index >= 5 ? .weekend : .rest
        return DayHours(kind: intervals.isEmpty ? rest : .ordinary, intervals: intervals)
      }
      return Week(from: (schedule.from ?? .earliest).ordinal, days: days)
    }
  }

  /// The calendar of the State Council's notices, 2004 to 2026.
  public static func national(hours: [Schedule] = []) -> WorkCalendar {
    let days = NationalHolidays.days
    return WorkCalendar(
      covers: NationalHolidays.covers, holidays: days.holidays, makeUpDays: days.makeUpDays, hours: hours)
  }

  /// The hours of `day`, and why.
  /// - Throws: `CalendarError.beyondCover`.
  public func hours(on day: CivilDay) throws(CalendarError) -> DayHours {
    guard covers.contains(day) else { throw .beyondCover(day, covers: covers) }
    return known(day) ?? weekly(day)
  }

  /// The hours of a day whose holidays may be unknown: beyond the cover the week holds, less the statutory fixed dates.
  public func assumedHours(on day: CivilDay) -> DayHours {
    if let known = known(day) { return known }
    if !covers.contains(day), let name = HolidayName.statutory(day) {
      return DayHours(kind: .holiday(name), intervals: [])
    }
    return weekly(day)
  }

  private func known(_ day: CivilDay) -> DayHours? {
    special[day.ordinal]
  }

  private func weekly(_ day: CivilDay) -> DayHours {
    let week = weeks.first { $0.from <= day.ordinal } ?? weeks[weeks.count - 1]
    return week.days[day.weekday - 1]
  }
}

extension WorkCalendar: Codable {
  private enum Key: String, CodingKey { case covers, holidays, makeUpDays, hours, overrides }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      covers: try container.decode(ClosedRange<CivilDay>.self, forKey: .covers),
      holidays: try container.decodeIfPresent([CivilDay: String].self, forKey: .holidays) ?? [:],
      makeUpDays: Set(try container.decodeIfPresent([CivilDay].self, forKey: .makeUpDays) ?? []),
      hours: try container.decodeIfPresent([Schedule].self, forKey: .hours) ?? [],
      overrides: try container.decodeIfPresent([CivilDay: Override].self, forKey: .overrides) ?? [:])
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(covers, forKey: .covers)
    try container.encode(holidays, forKey: .holidays)
    try container.encode(makeUpDays.sorted(), forKey: .makeUpDays)
    try container.encode(hours, forKey: .hours)
    if !overrides.isEmpty { try container.encode(overrides, forKey: .overrides) }
  }
}
