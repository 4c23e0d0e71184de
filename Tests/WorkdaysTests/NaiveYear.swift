import Workdays

/// One year of a calendar as a list of minutes, each working or not: counting on it shares nothing with the module
/// but the published facts.
struct NaiveYear {
  let first: CivilDay
  /// Hours of each day, in minutes.
  let days: [[Range<Int>]]
  let minutes: [Bool]

  init(_ year: ClosedRange<CivilDay>, of calendar: WorkCalendar) {
    first = year.lowerBound
    days = year.map { day in
      if let override = calendar.overrides[day] { return override.hours.map { $0.start..<$0.end } }
      let schedule = calendar.hours.last { ($0.from ?? .earliest) <= day } ?? .standard
      if calendar.makeUpDays.contains(day) { return schedule.makeUp.map { $0.start..<$0.end } }
      if calendar.holidays[day] != nil { return [] }
      return schedule.week[day.weekday - 1].map { $0.start..<$0.end }
    }
    var minutes = Array(repeating: false, count: days.count * 1440)
    for (day, hours) in days.enumerated() {
      for span in hours { for minute in span { minutes[day * 1440 + minute] = true } }
    }
    self.minutes = minutes
  }

  func index(_ moment: Moment) -> Int {
    moment.minutes(since: first.midnight)
  }

  func moment(_ index: Int) -> Moment {
    first.midnight.adding(minutes: index)
  }

  func opening(_ index: Int) -> Int? {
    minutes[index...].firstIndex(of: true)
  }

  /// The end of the `count`th working minute from `index` on that `paused` leaves.
  func after(_ count: Int, from index: Int, paused: [Range<Int>] = []) -> Int? {
    var (index, left) = (index, count)
    while left > 0 {
      guard index < minutes.count else { return nil }
      if minutes[index] && !NaiveYear.lies(index, in: paused) { left -= 1 }
      index += 1
    }
    return index
  }

  func working(_ span: Range<Int>, paused: [Range<Int>] = []) -> Int {
    var (index, count) = (span.lowerBound, 0)
    while index < span.upperBound {
      if minutes[index] && !NaiveYear.lies(index, in: paused) { count += 1 }
      index += 1
    }
    return count
  }

  private static func lies(_ index: Int, in spans: [Range<Int>]) -> Bool {
    for span in spans where span.lowerBound <= index && index < span.upperBound { return true }
    return false
  }

  /// The `count`th working day after the day of the opening at `index`, at the same minute or where that day lets it end.
  func workingDays(_ count: Int, from index: Int) -> Int? {
    var (day, left) = (index / 1440, count)
    while left > 0 {
      day += 1
      guard day < days.count else { return nil }
      if !days[day].isEmpty { left -= 1 }
    }
    let minute = index % 1440
    let hours = days[day]
    if hours.contains(where: { $0.lowerBound <= minute && minute <= $0.upperBound }) { return day * 1440 + minute }
    let begun = hours.filter { $0.lowerBound < minute }
    return day * 1440 + (begun.map(\.upperBound).max() ?? hours[0].lowerBound)
  }
}
