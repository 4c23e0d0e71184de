import Foundation

extension WorkCalendar {
  /// Whole minutes of working time from `start` to `end`, negative when `end` comes first.
  /// - Throws: `CalendarError.beyondCover`.
  public func workingMinutes(from start: Moment, to end: Moment) throws(CalendarError) -> Int {
    var walk = DayWalk(self, assuming: false)
    walk.noting = false
    let time = try walk.workingTime(min(start, end)..<max(start, end))
    return Int(time / 60_000) * (start <= end ? 1 : -1)
  }

  /// The moment `minutes` of working time after `moment`, or before it when negative. Zero is the next opening.
  /// - Throws: `CalendarError.beyondCover`.
  public func adding(workingMinutes minutes: Int, to moment: Moment) throws(CalendarError) -> Moment {
    var walk = DayWalk(self, assuming: false)
    walk.noting = false
    let span = Int64(min(max(minutes, -50_000_000), 50_000_000)) * 60_000
    if span < 0 { return try walk.retreat(moment, by: -span) }
    return try walk.advance(try walk.opening(from: moment), by: span)
  }

  /// The number of working days after the day `start`, up to and including `end`.
  /// - Throws: `CalendarError.beyondCover`.
  public func workingDays(after start: CivilDay, through end: CivilDay) throws(CalendarError) -> Int {
    var count = 0
    var day = start
    while day < end {
      day = day.adding(days: 1)
      if try hours(on: day).isWorking { count += 1 }
    }
    return count
  }

  /// Whole minutes of working time from `start` to `now` outside the pauses; a pause without an end lasts until `now`.
  /// For showing and for figures: beyond the cover it assumes what `provisionalDeadline` assumes.
  public func elapsed(from start: Moment, at now: Moment, pauses: [Pause] = []) -> Int {
    guard start < now else { return 0 }
    return Int((assumedTime(start..<now) - paused(pauses, start..<now, working: true)) / 60_000)
  }

  /// Whole minutes of working time left from `now` until `end`; negative when it has passed.
  public func remaining(at now: Moment, until end: Moment) -> Int {
    now <= end ? elapsed(from: now, at: end) : -elapsed(from: end, at: now)
  }

  /// Whole minutes left of `deadline`, of working time or of natural time as its limit runs; negative when it has passed.
  /// While a pause has no end, the figure stands still at where it began.
  public func remaining(of deadline: Deadline, at now: Moment) -> Int {
    let now = min(now, deadline.pausedSince ?? now)
    let working = deadline.limit.unit.isWorkingTime
    guard now <= deadline.at else {
      return working ? -elapsed(from: deadline.at, at: now) : -now.minutes(since: deadline.at)
    }
    let span = now..<deadline.at
    let ended = deadline.pauses.filter { $0.to != nil }
    let total = working ? assumedTime(span) : span.upperBound - span.lowerBound
    return Int((total - paused(ended, span, working: working)) / 60_000)
  }

  private func assumedTime(_ span: Range<Moment>) -> Int64 {
    var walk = DayWalk(self, assuming: true)
    walk.noting = false
    // Measuring a bounded span never runs out of years, so that nothing is thrown here.
    return (try? walk.workingTime(span)) ?? 0
  }

  /// How much of `span` the pauses take.
  private func paused(_ pauses: [Pause], _ span: Range<Moment>, working: Bool) -> Int64 {
    let ended = pauses.map { Pause(from: $0.from, to: $0.to ?? span.upperBound) }
    return ended.merged(after: span.lowerBound).reduce(0) { total, pause in
      let part = pause.clamped(to: span)
      return total + (working ? assumedTime(part) : part.upperBound - part.lowerBound)
    }
  }
}
