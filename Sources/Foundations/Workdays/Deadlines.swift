import Foundation

extension WorkCalendar {
  /// The end of `limit` for what was received at `from`, less the pauses.
  ///
  /// - `Nwd` ends at the same time of day on the Nth working day after the day of receipt. Received outside working time
  ///   (a closing minute is outside), it counts from the next opening. When nobody works at that time on the Nth day,
  ///   it ends with the last interval that began before, or else at the first opening.
  /// - `Nwh` ends after N hours of working time; `Nd`, `Nh` and `Nm` after N × 24 hours, hours, minutes, day and night.
  /// - A pause puts off the end by the working time in it, or by its length when the limit runs on natural time.
  ///   One without an end puts off nothing yet: see `Deadline.pausedSince`.
  /// - Throws: `CalendarError.beyondCover` when working time is asked of a day that the calendar does not know.
  public func deadline(from: Moment, limit: Limit, pauses: [Pause] = []) throws(CalendarError) -> Deadline {
    try deadline(from: from, limit: limit, pauses: pauses, assuming: false)
  }

  /// The same, but never refused: beyond the cover Monday to Friday count (the week of the last hours),
  /// less the statutory days with a fixed date, and the result says so.
  public func provisionalDeadline(from: Moment, limit: Limit, pauses: [Pause] = []) -> Deadline {
    if let deadline = try? deadline(from: from, limit: limit, pauses: pauses, assuming: true) { return deadline }
    // Only a count that runs out of years comes here.
    var deadline = Deadline(limit, from: from, start: from, at: .latest)
    deadline.assumedFrom = from.day
    return deadline
  }

  /// The latest moment from which `limit` ends at `end`: `at` of the result, its `from` being `end`.
  /// It undoes `deadline` wherever the same working time exists on both days.
  /// - Throws: `CalendarError.beyondCover`.
  public func beginning(of limit: Limit, before end: Moment) throws(CalendarError) -> Deadline {
    try beginning(of: limit, before: end, assuming: false)
  }

  /// The same, but never refused.
  public func provisionalBeginning(of limit: Limit, before end: Moment) -> Deadline {
    if let deadline = try? beginning(of: limit, before: end, assuming: true) { return deadline }
    var deadline = Deadline(limit, from: end, start: end, at: .earliest)
    deadline.assumedFrom = end.day
    return deadline
  }

  private func beginning(of limit: Limit, before end: Moment, assuming: Bool) throws(CalendarError) -> Deadline {
    var walk = DayWalk(self, assuming: assuming)
    var deadline = try walk.beginning(of: limit, before: end)
    deadline.counted = walk.counted.reversed()
    deadline.skipped = walk.skipped.reversed()
    deadline.assumedFrom = walk.assumedFrom
    return deadline
  }

  private func deadline(from: Moment, limit: Limit, pauses: [Pause], assuming: Bool) throws(CalendarError) -> Deadline {
    var walk = DayWalk(self, assuming: assuming)
    var deadline = try walk.deadline(from: from, limit: limit)
    if !pauses.isEmpty { try walk.extend(&deadline, by: pauses) }
    deadline.counted = walk.counted
    deadline.skipped = walk.skipped
    deadline.assumedFrom = walk.assumedFrom
    return deadline
  }
}
