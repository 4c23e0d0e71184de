import Foundation

extension DayWalk {
  /// The end of `limit` from `from`, pauses aside.
  mutating func deadline(from: Moment, limit: Limit) throws(CalendarError) -> Deadline {
    let amount = limit.amount
    switch limit.unit {
    case .minutes: return Deadline(limit, from: from, start: from, at: from.adding(minutes: amount))
    case .hours: return Deadline(limit, from: from, start: from, at: from.adding(hours: amount))
    case .days: return Deadline(limit, from: from, start: from, at: from.adding(days: amount))
    case .workingHours:
      let start = try opening(from: from)
      return Deadline(limit, from: from, start: start, at: try advance(start, by: Int64(amount) * 3_600_000))
    case .workingDays:
      let start = try opening(from: from)
      guard amount > 0 else { return Deadline(limit, from: from, start: start, at: start) }
      let end = try workingDay(amount, from: start.day, by: 1)
      let time = end.hours.settled(start.millisecondOfDay)
      return Deadline(limit, from: from, start: start, at: end.day.midnight.adding(milliseconds: time))
    }
  }

  /// The latest beginning from which `limit` ends at `end`.
  mutating func beginning(of limit: Limit, before end: Moment) throws(CalendarError) -> Deadline {
    let amount = limit.amount
    switch limit.unit {
    case .minutes: return Deadline(limit, from: end, start: end, at: end.adding(minutes: -amount))
    case .hours: return Deadline(limit, from: end, start: end, at: end.adding(hours: -amount))
    case .days: return Deadline(limit, from: end, start: end, at: end.adding(days: -amount))
    case .workingHours:
      let last = try closing(before: end)
      let start = last.day.midnight.adding(milliseconds: last.time)
      let at = amount > 0 ? try retreat(start, by: Int64(amount) * 3_600_000) : start
      return Deadline(limit, from: end, start: start, at: at)
    case .workingDays:
      let last = try closing(before: end)
      let start = last.day.midnight.adding(milliseconds: last.time)
      guard amount > 0 else { return Deadline(limit, from: end, start: start, at: start) }
      let first = try workingDay(amount, from: last.day, by: -1)
      let at = first.day.midnight.adding(milliseconds: first.hours.settledBack(last.time))
      return Deadline(limit, from: end, start: start, at: at)
    }
  }

  /// Moves `deadline` by what the pauses took: a deadline keeps the working time it had, or the natural time.
  /// One at an opening, as working days counted from an opening end, moves to an opening.
  mutating func extend(_ deadline: inout Deadline, by pauses: [Pause]) throws(CalendarError) {
    let unit = deadline.limit.unit
    let atOpening = unit == .workingDays && calendar.opens(at: deadline.at)
    for pause in pauses.merged(after: deadline.from) where pause.lowerBound < deadline.at {
      let span: Int64
      if unit.isWorkingTime {
        noting = false
        span = try workingTime(pause)
        noting = true
        if span > 0 { deadline.at = try advanceSkipping(deadline.at, by: span, intoOpening: atOpening) }
      } else {
        span = pause.upperBound - pause.lowerBound
        deadline.at = deadline.at.adding(milliseconds: span)
      }
      deadline.stopped += span
    }
    let at = deadline.at
    deadline.pauses = pauses.filter { $0.from < at && ($0.to ?? .latest) > deadline.from }.sorted { $0.from < $1.from }
  }

  /// Like `advance`; what it passes is noted as skipped, never as counted.
  private mutating func advanceSkipping(_ moment: Moment, by span: Int64, intoOpening: Bool) throws(CalendarError) -> Moment {
    let saved = counted
    defer { counted = saved }
    return try advance(moment, by: span, intoOpening: intoOpening)
  }
}

extension WorkCalendar {
  fileprivate func opens(at moment: Moment) -> Bool {
    let time = moment.millisecondOfDay
    return assumedHours(on: moment.day).intervals.contains { $0.startTime == time }
  }
}

extension [Interval] {
  /// The time of day at which a day with these hours ends a limit that began at `time`: the same when somebody works then,
  /// closing minutes included; else the end of the last interval that began before, or the first opening.
  func settled(_ time: Int64) -> Int64 {
    var end: Int64?
    for interval in self {
      if time < interval.startTime { break }
      if time <= interval.endTime { return time }
      end = interval.endTime
    }
    return end ?? first?.startTime ?? time
  }

  /// The mirror of `settled`: else the next opening, or the last closing.
  func settledBack(_ time: Int64) -> Int64 {
    for interval in self {
      if time < interval.startTime { return interval.startTime }
      if time <= interval.endTime { return time }
    }
    return last?.endTime ?? time
  }
}
