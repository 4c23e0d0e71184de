import Workdays

/// When a rung is reached, in a profile `-1wd` before the end, `0m` at it, `+3wd` after it, `next-day` when the offices open
/// on the first working day after the day of the end, `start+5m` after the start. Working time is that of the unit.
public enum RungTime: Hashable, Sendable, LosslessStringConvertible {
  case before(Limit)
  case end
  case after(Limit)
  case nextDay
  case sinceStart(Limit)

  public init?(_ text: String) {
    switch text {
    case "0m": self = .end
    case "next-day": self = .nextDay
    default:
      if let limit = Self.limit(text, after: "start+") {
        self = .sinceStart(limit)
      } else if let limit = Self.limit(text, after: "-") {
        self = .before(limit)
      } else if let limit = Self.limit(text, after: "+") {
        self = .after(limit)
      } else {
        return nil
      }
    }
  }

  private static func limit(_ text: String, after sign: String) -> Limit? {
    guard text.hasPrefix(sign), let limit = Limit(String(text.dropFirst(sign.count))), limit.amount > 0 else { return nil }
    return limit
  }

  public var description: String {
    switch self {
    case .before(let limit): "-\(limit)"
    case .end: "0m"
    case .after(let limit): "+\(limit)"
    case .nextDay: "next-day"
    case .sinceStart(let limit): "start+\(limit)"
    }
  }

  /// The moment for a clock with this deadline, by this calendar; beyond its cover as the calendar assumes.
  public func moment(of deadline: Deadline, _ calendar: WorkCalendar) -> Moment {
    switch self {
    case .before(let limit): calendar.provisionalBeginning(of: limit, before: deadline.at).at
    case .end: deadline.at
    case .after(let limit): calendar.provisionalDeadline(from: deadline.at, limit: limit).at
    case .nextDay: calendar.provisionalDeadline(from: deadline.at.day.adding(days: 1).midnight, limit: .workingDays(0)).at
    case .sinceStart(let limit): calendar.provisionalDeadline(from: deadline.from, limit: limit).at
    }
  }

  /// 到期前 1 个工作日, 1 working day before the end.
  public var phrase: Phrase {
    switch self {
    case .before(let limit): Phrase("到期前 \(limit.phrase.zh)", "\(limit.phrase.en) before the end")
    case .end: Phrase("到期时", "at the end")
    case .after(let limit): Phrase("超期 \(limit.phrase.zh)", "\(limit.phrase.en) after the end")
    case .nextDay: Phrase("超期首日", "on the first day overdue")
    case .sinceStart(let limit): Phrase("起算后 \(limit.phrase.zh)", "\(limit.phrase.en) after the start")
    }
  }
}

extension RungTime: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let time = RungTime(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time of a rung")
    }
    self = time
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
