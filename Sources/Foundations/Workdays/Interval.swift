import Foundation

/// A stretch of working time within one day, in minutes since midnight, its end excluded; in JSON `"08:30-12:00"`.
/// A shift over midnight is two intervals: `22:00-24:00` and, on the next day, `00:00-06:00`.
public struct Interval: Hashable, StoredAsText, Sendable {
  public let start: Int
  public let end: Int

  /// - Throws: `CalendarError.badHours` unless 0 ≤ start < end ≤ 1440.
  public init(_ start: Int, _ end: Int) throws(CalendarError) {
    guard start >= 0, start < end, end <= 1440 else { throw .badHours("\(start)-\(end)") }
    self.init(checked: start, end)
  }

  init(checked start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Reads `08:30-12:00`; a dash `–` is as good as a hyphen.
  /// - Throws: `CalendarError.badHours`.
  public init(parsing text: String) throws(CalendarError) {
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }.map { Interval.minute($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { throw .badHours(text) }
    self.init(checked: start, end)
  }

  private static func minute(_ text: Substring) -> Int? {
    var scanner = DigitScanner(text.filter { $0 != " " })
    guard let hour = scanner.digits(2), scanner.skip(":"), let minute = scanner.digits(2), scanner.atEnd,
      minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  public var description: String { "\(clockText(start))-\(clockText(end))" }

  /// Milliseconds since midnight.
  var startTime: Int64 { Int64(start) * 60_000 }
  var endTime: Int64 { Int64(end) * 60_000 }

  /// The same intervals, when each begins no earlier than the one before it ended.
  /// - Throws: `CalendarError.badHours`.
  static func inOrder(_ intervals: [Interval]) throws(CalendarError) -> [Interval] {
    for (one, next) in zip(intervals, intervals.dropFirst()) where next.start < one.end {
      throw .badHours(intervals.map(\.description).joined(separator: ", "))
    }
    return intervals
  }
}
