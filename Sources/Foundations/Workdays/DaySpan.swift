import Foundation

/// Days in a row that were counted or skipped for one reason. In JSON one text:
/// `2026-10-01..2026-10-07 holiday:national-day`, `2026-10-10 makeup`, `2026-10-08 4800000` (milliseconds counted).
public struct DaySpan: Hashable, Sendable {
  public internal(set) var first: CivilDay
  public internal(set) var last: CivilDay
  public let kind: DayKind
  /// Working milliseconds that were counted on this one day, for limits in working hours.
  public let milliseconds: Int64?

  public var days: ClosedRange<CivilDay> { first...last }
}

extension DaySpan: Codable {
  var text: String {
    var text = first == last ? "\(first)" : "\(first)..\(last)"
    if let milliseconds { text.append(" \(milliseconds)") }
    let code = kind.code
    if !code.isEmpty { text.append(" \(code)") }
    return text
  }

  init?(text: String) {
    var rest = Substring(text)
    guard let first = CivilDay(String(rest.prefix(10))) else { return nil }
    rest = rest.dropFirst(10)
    var last = first
    if rest.hasPrefix("..") {
      guard let day = CivilDay(String(rest.dropFirst(2).prefix(10))), day >= first else { return nil }
      last = day
      rest = rest.dropFirst(12)
    }
    var milliseconds: Int64?
    if let value = Int64(rest.dropFirst().prefix { $0 != " " }) {
      milliseconds = value
      rest = rest.dropFirst().drop { $0 != " " }
    }
    guard let kind = DayKind(code: String(rest.dropFirst())) else { return nil }
    self.init(first: first, last: last, kind: kind, milliseconds: milliseconds)
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let span = DaySpan(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no span of days")
    }
    self = span
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension [DaySpan] {
  /// Adds `day` at the end (or, walking back, before it), joined to the last span when it continues it.
  mutating func note(_ day: CivilDay, _ kind: DayKind, milliseconds: Int64? = nil) {
    if let open = last, open.days.contains(day) { return }
    if let open = last, open.kind == kind, open.milliseconds == nil, milliseconds == nil {
      if open.last.ordinal + 1 == day.ordinal {
        self[count - 1].last = day
        return
      }
      if open.first.ordinal - 1 == day.ordinal {
        self[count - 1].first = day
        return
      }
    }
    append(DaySpan(first: day, last: day, kind: kind, milliseconds: milliseconds))
  }
}
