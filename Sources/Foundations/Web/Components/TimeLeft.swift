import Casework
import Workdays

/// How long is left until a deadline: one rule and the same words for queues, boards and cases.
public struct TimeLeft: Sendable {
  /// Working or natural minutes, as the limit counts.
  private let minutes: Int
  private let limit: Limit?
  private let provisional: Bool
  /// Minutes of one day, as the limit counts.
  private let day: Int
  private let isLate: Bool

  /// - Parameter limit: whether working or natural time is counted follows from it; natural where it is unknown.
  public init(until due: Moment, limit: Limit?, provisional: Bool = false, calendar: WorkCalendar, now: Moment) {
    let working = limit?.unit.isWorkingTime ?? false
    let minutes = working ? calendar.remaining(at: now, until: due) : due.minutes(since: now)
    self.init(minutes, limit, provisional, day: Self.day(limit, calendar, now), isLate: due < now)
  }

  /// A pause that has no end holds it still.
  public init(of deadline: Deadline, calendar: WorkCalendar, now: Moment) {
    self.init(
      calendar.remaining(of: deadline, at: now), deadline.limit, deadline.provisional, day: Self.day(deadline.limit, calendar, now),
      isLate: deadline.at < now)
  }

  private init(_ minutes: Int, _ limit: Limit?, _ provisional: Bool, day: Int, isLate: Bool) {
    (self.minutes, self.limit, self.provisional, self.day, self.isLate) = (minutes, limit, provisional, day, isLate)
  }

  /// Limits of minutes and hours are soon over in their last hour, longer ones on their last day.
  public var state: Lamp.State {
    if isLate { return .late }
    let isShort = limit.map { $0.unit == .minutes || $0.unit == .hours || $0.unit == .workingHours } ?? false
    return minutes < (isShort ? 60 : day) ? .soon : .onTime
  }

  public var sentence: Phrase {
    // Outside the hours, what ends when they begin.
    if isWorking, minutes == 0, !isLate { return marked(Phrase("下次上班时到期", "due as work next begins")) }
    let span = span
    return isLate
      ? marked(Phrase("已超 \(span.zh)", "\(span.en) late")) : marked(Phrase("还有 \(span.zh)", "\(span.en) left"))
  }

  public var paused: Phrase {
    let span = span
    return marked(Phrase("已暂停，剩 \(span.zh)", "paused with \(span.en) left"))
  }

  private var isWorking: Bool { limit?.unit.isWorkingTime ?? false }

  /// Hours of working time look like hours of the clock, unless it is said.
  private func marked(_ words: Phrase) -> Phrase {
    var marks: [Phrase] = []
    if isWorking, minutes != 0, abs(minutes) < day { marks.append(Phrase("工作时间", "working time")) }
    if provisional { marks.append(Phrase("暂定", "provisional")) }
    guard !marks.isEmpty else { return words }
    let comma = Phrase("，", ", ")
    let (zh, en) = (marks.map(\.zh).joined(separator: comma.zh), marks.map(\.en).joined(separator: comma.en))
    return Phrase("\(words.zh)（\(zh)）", "\(words.en) (\(en))")
  }

  /// The two largest parts: days and hours, or hours and minutes.
  private var span: Phrase {
    let (days, rest) = (abs(minutes) / day, abs(minutes) % day)
    let (hours, mins) = (rest / 60, rest % 60)
    if days > 0 {
      let plural = days == 1 ? "" : "s"
      let whole = isWorking ? Phrase("\(days) 个工作日", "\(days) working day\(plural)") : Phrase("\(days) 天", "\(days) day\(plural)")
      return hours > 0 ? Phrase("\(whole.zh) \(hours) 小时", "\(whole.en) \(hours) h") : whole
    }
    guard hours > 0 else { return Phrase("\(mins) 分", "\(mins) min") }
    return mins == 0 ? Phrase("\(hours) 小时", "\(hours) h") : Phrase("\(hours) 小时 \(mins) 分", "\(hours) h \(mins) min")
  }

  /// For limits in working time the minutes of the present or next working day.
  private static func day(_ limit: Limit?, _ calendar: WorkCalendar, _ now: Moment) -> Int {
    guard limit?.unit.isWorkingTime == true else { return 1440 }
    var day = now.day
    for _ in 0..<31 {
      let hours = calendar.assumedHours(on: day)
      if hours.isWorking { return max(1, hours.intervals.reduce(0) { $0 + $1.end - $1.start }) }
      day = day.adding(days: 1)
    }
    return 480
  }
}
