import Foundation

/// A walk over the days of a calendar that notes what it counts and skips.
/// Each step is a few lookups, so that a deadline costs microseconds.
struct DayWalk {
  let calendar: WorkCalendar
  /// Beyond the cover: assume the week and the statutory days, rather than refuse.
  let assuming: Bool
  private(set) var assumedFrom: CivilDay?
  var counted: [DaySpan] = []
  var skipped: [DaySpan] = []
  /// Whether days are being noted; measuring inside a pause notes none.
  var noting = true

  init(_ calendar: WorkCalendar, assuming: Bool) {
    self.calendar = calendar
    self.assuming = assuming
  }

  /// The hours of `day`; a day without any is noted as skipped.
  mutating func visit(_ day: CivilDay) throws(CalendarError) -> [Interval] {
    let hours: DayHours
    if assuming {
      hours = calendar.assumedHours(on: day)
      if !calendar.covers.contains(day) { assumedFrom = min(assumedFrom ?? day, day) }
    } else {
      hours = try calendar.hours(on: day)
    }
    if noting, !hours.isWorking { skipped.note(day, hours.kind) }
    return hours.intervals
  }

  mutating func count(_ day: CivilDay, milliseconds: Int64? = nil) {
    guard noting, milliseconds != 0 else { return }
    counted.note(day, calendar.assumedHours(on: day).kind, milliseconds: milliseconds)
  }

  /// The next day, or the one before; the years end somewhere, and with them every walk.
  func step(_ day: CivilDay, by days: Int) throws(CalendarError) -> CivilDay {
    let next = day.adding(days: days)
    guard next != day else { throw .noWorkingTime }
    return next
  }
}

extension DayWalk {
  /// `moment` itself within working time, else the next opening. A closing minute is outside.
  mutating func opening(from moment: Moment) throws(CalendarError) -> Moment {
    var (day, time) = (moment.day, moment.millisecondOfDay)
    while true {
      for interval in try visit(day) where time < interval.endTime {
        return day.midnight.adding(milliseconds: max(time, interval.startTime))
      }
      (day, time) = (try step(day, by: 1), 0)
    }
  }

  /// `moment` itself within working time, its closing minutes included, else the closing before it.
  /// Day and time apart, because a closing at 24:00 belongs to the day that it closes.
  mutating func closing(before moment: Moment) throws(CalendarError) -> (day: CivilDay, time: Int64) {
    var (day, time) = (moment.day, moment.millisecondOfDay)
    while true {
      for interval in try visit(day).reversed() where time >= interval.startTime {
        return (day, min(time, interval.endTime))
      }
      (day, time) = (try step(day, by: -1), Moment.dayLength)
    }
  }

  /// The `number`th working day after `day`, or with `by: -1` before it.
  mutating func workingDay(_ number: Int, from day: CivilDay, by direction: Int) throws(CalendarError)
    -> (day: CivilDay, hours: [Interval])
  {
    var (day, hours, left) = (day, [Interval](), number)
    while left > 0 {
      day = try step(day, by: direction)
      hours = try visit(day)
      guard !hours.isEmpty else { continue }
      count(day)
      left -= 1
    }
    return (day, hours)
  }

  /// The moment `span` milliseconds of working time after `start`. At the end of an interval it stays there,
  /// unless `intoOpening` asks for the opening that follows.
  mutating func advance(_ start: Moment, by span: Int64, intoOpening: Bool = false) throws(CalendarError) -> Moment {
    var (day, time, left) = (start.day, start.millisecondOfDay, span)
    while true {
      let before = left
      for interval in try visit(day) where time < interval.endTime {
        let from = max(time, interval.startTime)
        let available = interval.endTime - from
        if left < available || (left == available && !intoOpening) {
          count(day, milliseconds: before)
          return day.midnight.adding(milliseconds: from + left)
        }
        left -= available
      }
      count(day, milliseconds: before - left)
      (day, time) = (try step(day, by: 1), 0)
    }
  }

  /// The moment `span` milliseconds of working time before `end`; at an opening it stays there.
  mutating func retreat(_ end: Moment, by span: Int64) throws(CalendarError) -> Moment {
    var (day, time, left) = (end.day, end.millisecondOfDay, span)
    while true {
      let before = left
      for interval in try visit(day).reversed() where time > interval.startTime {
        let to = min(time, interval.endTime)
        let available = to - interval.startTime
        if left <= available {
          count(day, milliseconds: before)
          return day.midnight.adding(milliseconds: to - left)
        }
        left -= available
      }
      count(day, milliseconds: before - left)
      (day, time) = (try step(day, by: -1), Moment.dayLength)
    }
  }

  /// Milliseconds of working time in `span`.
  mutating func workingTime(_ span: Range<Moment>) throws(CalendarError) -> Int64 {
    var (day, total) = (span.lowerBound.day, Int64(0))
    while day.midnight < span.upperBound {
      let midnight = day.midnight
      for interval in try visit(day) {
        let from = max(midnight.adding(milliseconds: interval.startTime), span.lowerBound)
        let to = min(midnight.adding(milliseconds: interval.endTime), span.upperBound)
        if from < to { total += to - from }
      }
      guard day < .latest else { break }
      day = day.adding(days: 1)
    }
    return total
  }
}
