import Workdays

/// The days that a figure covers: `2026-10-05`, `2026-W40`, `2026-10`, `2026-Q4`, `2026`, two of them with `..` between, or
/// the last so many days, today among them: `30d`.
struct FigurePeriod: Hashable, Sendable {
  let key: String
  let first: CivilDay
  let last: CivilDay

  static let usual = "30d"

  /// Nil where the words are none of these, or end before they begin.
  init?(_ key: String, today: CivilDay) {
    self.key = key
    if key.hasSuffix("d"), let days = Int(key.dropLast()), (1...3660).contains(days) {
      (first, last) = (today.adding(days: 1 - days), today)
      return
    }
    let ends = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let begin = ends.first.flatMap(Self.span)
    let end = ends.count == 1 ? begin : ends.count == 3 && ends[1].isEmpty ? Self.span(ends[2]) : nil
    guard let begin, let end, begin.lowerBound <= end.upperBound else { return nil }
    (first, last) = (begin.lowerBound, end.upperBound)
  }

  /// From day to day.
  init(_ days: ClosedRange<CivilDay>) {
    self.init(key: "\(days.lowerBound)..\(days.upperBound)", first: days.lowerBound, last: days.upperBound)
  }

  private init(key: String, first: CivilDay, last: CivilDay) { (self.key, self.first, self.last) = (key, first, last) }

  var days: Int { last.ordinal - first.ordinal + 1 }

  /// As long, and directly before it.
  var before: FigurePeriod {
    let (first, last) = (first.adding(days: -days), first.adding(days: -1))
    return FigurePeriod(first...last)
  }

  /// Whether it is shown day by day; longer ones are shown month by month.
  var isShort: Bool { days <= 92 }

  var phrase: Phrase {
    if key.hasSuffix("d") { return Phrase("近 \(days) 天", "last \(days) days") }
    return (first...last).phrase
  }

  /// One day, week, month, quarter or year.
  private static func span(_ text: String) -> ClosedRange<CivilDay>? {
    if let day = try? CivilDay(parsing: text) { return day...day }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ $0.utf8.count == 4 ? Int($0) : nil }), (1...9999).contains(year), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else { return months(year, 1, 12) }
    let part = parts[1]
    if part.hasPrefix("W") { return Int(part.dropFirst()).flatMap { week(year, $0) } }
    if part.hasPrefix("Q"), let quarter = Int(part.dropFirst()), (1...4).contains(quarter) {
      return months(year, quarter * 3 - 2, quarter * 3)
    }
    guard part.utf8.count == 2, let month = Int(part), (1...12).contains(month) else { return nil }
    return months(year, month, month)
  }

  private static func months(_ year: Int, _ from: Int, _ to: Int) -> ClosedRange<CivilDay>? {
    let next = to == 12 ? CivilDay(year: year + 1, month: 1, day: 1) : CivilDay(year: year, month: to + 1, day: 1)
    guard let first = CivilDay(year: year, month: from, day: 1), let next else { return nil }
    return first...next.adding(days: -1)
  }

  /// The first week of a year is the one with its 4 January.
  private static func week(_ year: Int, _ week: Int) -> ClosedRange<CivilDay>? {
    guard (1...53).contains(week), let fourth = CivilDay(year: year, month: 1, day: 4) else { return nil }
    let monday = fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7)
    return monday...monday.adding(days: 6)
  }
}
