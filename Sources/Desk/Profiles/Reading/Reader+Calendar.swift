import Casework
import Workdays

/// Working time: the national days, the city's hours, and what differs for single units.
extension Reader {
  func calendars(_ known: Known) -> (WorkCalendar, [UnitID: CalendarOverlay]) {
    guard let section = field("calendar") else { return (.national(), [:]) }
    guard section.isMap() else { return (.national(), [:]) }
    section.allow(["national", "covers", "holidays", "make-up-days", "hours", "overrides", "units"])
    let overlay = section.overlay()
    var overlays: [UnitID: CalendarOverlay] = [:]
    for (key, value) in section.field("units")?.pairs() ?? [] {
      guard let unit = key.unit(known.units), value.isMap() else { continue }
      value.allow(["covers", "holidays", "make-up-days", "hours", "overrides"])
      overlays[unit] = value.overlay()
    }
    return (section.base(overlay), overlays)
  }

  /// The national calendar with `overlay` on top, or, without it, a calendar of its own.
  private func base(_ overlay: CalendarOverlay) -> WorkCalendar {
    guard field("national")?.bool() == false else { return WorkCalendar.national().overlaid(with: overlay) }
    if overlay.covers == nil { _ = required("covers") }
    return WorkCalendar(
      covers: overlay.covers ?? .earliest ... .latest, holidays: overlay.holidays, makeUpDays: overlay.makeUpDays,
      hours: overlay.hours, overrides: overlay.overrides)
  }

  private func overlay() -> CalendarOverlay {
    var overlay = CalendarOverlay(
      covers: field("covers")?.days(), makeUpDays: Set(field("make-up-days")?.list().compactMap { $0.day() } ?? []),
      hours: field("hours")?.list().compactMap { $0.schedule() } ?? [])
    for (key, value) in field("holidays")?.pairs() ?? [] {
      if let day = key.day(), let name = value.text() { overlay.holidays[day] = name }
    }
    for (key, value) in field("overrides")?.pairs() ?? [] {
      if let day = key.day(), let override = value.override() { overlay.overrides[day] = override }
    }
    return overlay
  }

  private func override() -> Override? {
    guard isMap() else { return nil }
    allow(["hours", "reason"])
    guard let hours = field("hours").map({ $0.intervals() }) ?? .some([]) else { return nil }
    return try? Override(hours: hours, reason: field("reason")?.text() ?? "")
  }

  /// `{from: 2026-05-01, week: {1-5: ["08:30-12:00"]}, make-up: [...]}`.
  private func schedule() -> Schedule? {
    guard isMap() else { return nil }
    allow(["from", "week", "make-up"])
    var week: [[Interval]] = Array(repeating: [], count: 7)
    guard let section = required("week") else { return nil }
    for (key, value) in section.pairs() {
      guard let days = key.weekdays(), let hours = value.intervals() else { return nil }
      for day in days { week[day - 1] = hours }
    }
    let makeUp = field("make-up").map { $0.intervals() }
    if makeUp == .some(nil) { return nil }
    let from = field("from").map { $0.day() }
    if from == .some(nil) { return nil }
    do {
      return try Schedule(from: from ?? nil, week: week, makeUp: makeUp ?? nil)
    } catch {
      section.report(error.phrase.zh, error.phrase.en, "请给至少一天写工作时段", "Give at least one day working hours")
      return nil
    }
  }

  /// `1-5`, `6` or `1,3,5`; 1 is Monday.
  private func weekdays() -> [Int]? {
    guard let text = text() else { return nil }
    var days: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0.filter { $0 != " " }) ?? 0 }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, 1 <= first, first <= last, last <= 7 else {
        report("“\(text)”不是星期", "“\(text)” are no weekdays", "请写如 1-5、6 或 1,3,5（1 为星期一）", "Write 1-5, 6 or 1,3,5 (1 is Monday)")
        return nil
      }
      days += first...last
    }
    return days
  }

  /// Working hours in order; nil after a problem.
  private func intervals() -> [Interval]? {
    let items = oneOrMore()
    let intervals = items.compactMap { $0.interval() }
    guard intervals.count == items.count else { return nil }
    for (index, one) in intervals.dropLast().enumerated() where intervals[index + 1].start < one.end {
      items[index + 1].report(
        "\(intervals[index + 1]) 与 \(one) 重叠或次序颠倒", "\(intervals[index + 1]) overlaps \(one) or comes before it", "请按先后写互不重叠的时段",
        "Write the intervals in order and without overlap")
      return nil
    }
    return intervals
  }

  private func interval() -> Interval? {
    guard let text = text() else { return nil }
    do {
      return try Interval(parsing: text)
    } catch {
      report(error.phrase.zh, error.phrase.en, "请改写时段", "Write the interval in this form")
      return nil
    }
  }
}
