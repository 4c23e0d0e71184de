import Foundation

/// Why a day works or rests. Names and reasons are codes of `HolidayName` or the calendar's own words.
public enum DayKind: Hashable, Sendable {
  /// A working day by the week's hours.
  case ordinary
  /// A day of a weekend on which people work in exchange for a longer holiday 调休上班.
  case makeUp
  /// A working day with hours of its own.
  case special(String)
  /// A Saturday or Sunday of rest.
  case weekend
  /// Another day of the week without hours.
  case rest
  case holiday(String)
  /// A day that is closed by an override.
  case closed(String)

  public var phrase: Phrase {
    switch self {
    case .ordinary: Phrase("工作日", "working day")
    case .makeUp: Phrase("调休上班", "make-up working day")
    case .special(let reason): DayKind.named(reason, Phrase("特殊工作时间", "special hours"))
    case .weekend: Phrase("周末", "weekend")
    case .rest: Phrase("休息日", "day of rest")
    case .holiday(let name): DayKind.named(name, Phrase("放假", "holiday"))
    case .closed(let reason): DayKind.named(reason, Phrase("停止办公", "closed"))
    }
  }

  private static func named(_ name: String, _ fallback: Phrase) -> Phrase {
    name.isEmpty ? fallback : HolidayName.phrase(name)
  }

  /// The stored code: `weekend`, `holiday:national-day`, `closed:` and the reason.
  var code: String {
    switch self {
    case .ordinary: ""
    case .makeUp: "makeup"
    case .special(let reason): "special:\(reason)"
    case .weekend: "weekend"
    case .rest: "rest"
    case .holiday(let name): "holiday:\(name)"
    case .closed(let reason): "closed:\(reason)"
    }
  }

  init?(code: String) {
    let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    switch (parts.first ?? "", parts.dropFirst().first) {
    case ("", nil): self = .ordinary
    case ("makeup", nil): self = .makeUp
    case ("weekend", nil): self = .weekend
    case ("rest", nil): self = .rest
    case ("special", let reason?): self = .special(reason)
    case ("holiday", let name?): self = .holiday(name)
    case ("closed", let reason?): self = .closed(reason)
    default: return nil
    }
  }
}

/// What a calendar says of one day.
public struct DayHours: Hashable, Sendable {
  public let kind: DayKind
  /// In order and without overlap; none on a day of rest.
  public let intervals: [Interval]

  public var isWorking: Bool { !intervals.isEmpty }
}
