import Casework
import Web
import Workdays

/// How long is left until a deadline, in the words of a lamp.
struct Remaining: Sendable {
  let calendar: WorkCalendar
  let now: Moment

  /// - Parameter limit: whether working or natural time is counted follows from it; natural where it is unknown.
  func lamp(until due: Moment, limit: Limit?, provisional: Bool = false) -> Lamp {
    let isWorking = limit?.unit.isWorkingTime ?? false
    let day = isWorking ? workingDay : 1440
    let left = isWorking ? calendar.remaining(at: now, until: due) : due.minutes(since: now)
    let span = Self.words(abs(left), day: day, working: isWorking)
    let mark = provisional ? Phrase("（暂定）", " (provisional)") : Phrase("", "")
    if due < now { return Lamp(.late, Phrase("已超 \(span.zh)\(mark.zh)", "\(span.en) late\(mark.en)"), explanation: [Self.end(due)]) }
    let soon = left < (limit.map { Self.isShort($0) } == true ? 60 : day)
    return Lamp(
      soon ? .soon : .onTime, Phrase("还有 \(span.zh)\(mark.zh)", "\(span.en) left\(mark.en)"), explanation: [Self.end(due)])
  }

  private static func end(_ due: Moment) -> Phrase { Phrase("期限：\(due.phrase.zh)", "Deadline: \(due.phrase.en)") }

  /// Limits of minutes and hours are soon over in their last hour, longer ones on their last day.
  private static func isShort(_ limit: Limit) -> Bool { limit.unit == .minutes || limit.unit == .hours || limit.unit == .workingHours }

  /// Working minutes of the present or next working day.
  private var workingDay: Int {
    var day = now.day
    for _ in 0..<31 {
      let hours = calendar.assumedHours(on: day)
      if hours.isWorking { return hours.intervals.reduce(0) { $0 + $1.end - $1.start } }
      day = day.adding(days: 1)
    }
    return 480
  }

  /// The two largest parts: days and hours, or hours and minutes.
  static func words(_ minutes: Int, day: Int, working: Bool) -> Phrase {
    let (days, rest) = (minutes / max(day, 1), minutes % max(day, 1))
    let (hours, mins) = (rest / 60, rest % 60)
    if days > 0 {
      let unit = working ? Phrase("个工作日", " working d") : Phrase("天", " d")
      guard hours > 0 else { return Phrase("\(days) \(unit.zh)", "\(days)\(unit.en)") }
      return Phrase("\(days) \(unit.zh) \(hours) 小时", "\(days)\(unit.en) \(hours) h")
    }
    guard hours > 0 else { return Phrase("\(mins) 分", "\(mins) min") }
    return mins == 0 ? Phrase("\(hours) 小时", "\(hours) h") : Phrase("\(hours) 小时 \(mins) 分", "\(hours) h \(mins) min")
  }
}

extension OrderGlance {
  /// How long is left of the clock that ends next.
  public func remaining(_ profile: Profile, at now: Moment) -> Lamp? {
    due.map { due in
      Remaining(calendar: profile.calendar(for: unit ?? owner), now: now).lamp(until: due, limit: limit, provisional: isProvisional)
    }
  }
}
