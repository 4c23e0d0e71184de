import Foundation

/// The hours of a week, from an effective date on. In JSON
/// `{"from":"2026-05-01","week":{"1-5":["08:30-12:00","14:30-18:00"],"6":["09:00-12:00"]}}` with 1 for Monday.
public struct Schedule: Hashable, Sendable {
  /// The first day on which these hours hold; nil: since ever.
  public let from: CivilDay?
  /// Seven lists, Monday first; an empty list is a day of rest.
  public let week: [[Interval]]
  /// The hours of a make-up working day.
  public let makeUp: [Interval]

  /// Monday to Friday, 08:30 to 12:00 and 13:30 to 17:30.
  public static let standard: Schedule = {
    let hours = [Interval(checked: 510, 720), Interval(checked: 810, 1050)]
    return Schedule(checked: nil, week: Array(repeating: hours, count: 5) + [[], []], makeUp: hours)
  }()

  private init(checked from: CivilDay?, week: [[Interval]], makeUp: [Interval]) {
    self.from = from
    self.week = week
    self.makeUp = makeUp
  }

  /// `week` has one list of intervals for each weekday, Monday first.
  /// Without `makeUp`, a make-up day has the hours of the first day of the week that has any.
  /// - Throws: `CalendarError.badHours` for intervals out of order, `noWorkingTime` when the whole week rests.
  public init(from: CivilDay? = nil, week: [[Interval]], makeUp: [Interval]? = nil) throws(CalendarError) {
    guard week.count == 7 else { throw .badHours("week") }
    for day in week { _ = try Interval.inOrder(day) }
    guard let first = week.first(where: { !$0.isEmpty }) else { throw .noWorkingTime }
    let makeUp = try Interval.inOrder(makeUp ?? first)
    self.init(checked: from, week: week, makeUp: makeUp.isEmpty ? first : makeUp)
  }

  /// The same `hours` on each of `weekdays` (1 = Monday), rest on the others.
  public init(from: CivilDay? = nil, weekdays: ClosedRange<Int> = 1...5, hours: [Interval]) throws(CalendarError) {
    let week = (1...7).map { weekdays.contains($0) ? hours : [] }
    try self.init(from: from, week: week)
  }
}

extension Schedule: Codable {
  private enum Key: String, CodingKey { case from, week, makeUp }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var week: [[Interval]] = Array(repeating: [], count: 7)
    do {
      for (days, hours) in try container.decode([String: [Interval]].self, forKey: .week) {
        for day in try Schedule.weekdays(days) { week[day - 1] = hours }
      }
      try self.init(
        from: try container.decodeIfPresent(CivilDay.self, forKey: .from), week: week,
        makeUp: try container.decodeIfPresent([Interval].self, forKey: .makeUp))
    } catch let error as CalendarError {
      throw DecodingError.dataCorruptedError(forKey: .week, in: container, debugDescription: error.phrase.en)
    }
  }

  /// `1-5`, `6` or `1,3,5`.
  private static func weekdays(_ text: String) throws(CalendarError) -> [Int] {
    var days: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last, first >= 1, last <= 7 else {
        throw .badHours(text)
      }
      days += first...last
    }
    return days
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(from, forKey: .from)
    var days: [String: [Interval]] = [:]
    var first = 0
    while first < 7 {
      let last = week[first...].firstIndex { $0 != week[first] }.map { $0 - 1 } ?? 6
      if !week[first].isEmpty { days[first == last ? "\(first + 1)" : "\(first + 1)-\(last + 1)"] = week[first] }
      first = last + 1
    }
    try container.encode(days, forKey: .week)
    if makeUp != week.first(where: { !$0.isEmpty }) { try container.encode(makeUp, forKey: .makeUp) }
  }
}
