import Foundation

/// Hours that replace those of one day; without intervals the day is closed.
public struct Override: Hashable, Sendable {
  public let hours: [Interval]
  /// Why, in the calendar's own words.
  public let reason: String

  /// - Throws: `CalendarError.badHours` for intervals out of order.
  public init(hours: [Interval], reason: String = "") throws(CalendarError) {
    self.hours = try Interval.inOrder(hours)
    self.reason = reason
  }

  var dayHours: DayHours {
    DayHours(kind: hours.isEmpty ? .closed(reason) : .special(reason), intervals: hours)
  }
}

extension Override: Codable {
  private enum Key: String, CodingKey { case hours, reason }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let hours = try container.decodeIfPresent([Interval].self, forKey: .hours) ?? []
    do {
      try self.init(hours: hours, reason: try container.decodeIfPresent(String.self, forKey: .reason) ?? "")
    } catch let error as CalendarError {
      throw DecodingError.dataCorruptedError(forKey: .hours, in: container, debugDescription: error.phrase.en)
    }
  }
}

/// What a unit's calendar, or a newly published year, changes in another calendar.
public struct CalendarOverlay: Hashable, Sendable, Codable {
  /// The days that the overlay adds to the cover; they must touch it.
  public var covers: ClosedRange<CivilDay>?
  /// Days that rest, even where the calendar below makes them up.
  public var holidays: [CivilDay: String]
  /// Days that work, even where the calendar below rests.
  public var makeUpDays: Set<CivilDay>
  /// When there are any, they replace all hours of the calendar below.
  public var hours: [Schedule]
  public var overrides: [CivilDay: Override]

  public init(
    covers: ClosedRange<CivilDay>? = nil, holidays: [CivilDay: String] = [:], makeUpDays: Set<CivilDay> = [],
    hours: [Schedule] = [], overrides: [CivilDay: Override] = [:]
  ) {
    (self.covers, self.holidays, self.makeUpDays) = (covers, holidays, makeUpDays)
    (self.hours, self.overrides) = (hours, overrides)
  }

  private enum CodingKeys: String, CodingKey { case covers, holidays, makeUpDays, hours, overrides }

  /// Every key may be absent.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      covers: try container.decodeIfPresent(ClosedRange<CivilDay>.self, forKey: .covers),
      holidays: try container.decodeIfPresent([CivilDay: String].self, forKey: .holidays) ?? [:],
      makeUpDays: Set(try container.decodeIfPresent([CivilDay].self, forKey: .makeUpDays) ?? []),
      hours: try container.decodeIfPresent([Schedule].self, forKey: .hours) ?? [],
      overrides: try container.decodeIfPresent([CivilDay: Override].self, forKey: .overrides) ?? [:])
  }

  /// What is empty is left out; the make-up days come in order, so that equal overlays have equal texts.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(covers, forKey: .covers)
    if !holidays.isEmpty { try container.encode(holidays, forKey: .holidays) }
    if !makeUpDays.isEmpty { try container.encode(makeUpDays.sorted(), forKey: .makeUpDays) }
    if !hours.isEmpty { try container.encode(hours, forKey: .hours) }
    if !overrides.isEmpty { try container.encode(overrides, forKey: .overrides) }
  }
}

extension WorkCalendar {
  /// This calendar with `overlay` on top. A cover with a gap to this one's is left aside: the days between are not known.
  public func overlaid(with overlay: CalendarOverlay) -> WorkCalendar {
    var holidays = holidays.filter { !overlay.makeUpDays.contains($0.key) }
    holidays.merge(overlay.holidays) { _, new in new }
    let makeUpDays = makeUpDays.filter { overlay.holidays[$0] == nil }.union(overlay.makeUpDays)
    return WorkCalendar(
      covers: covers(and: overlay.covers), holidays: holidays, makeUpDays: makeUpDays,
      hours: overlay.hours.isEmpty ? hours : overlay.hours,
      overrides: overrides.merging(overlay.overrides) { _, new in new })
  }

  private func covers(and other: ClosedRange<CivilDay>?) -> ClosedRange<CivilDay> {
    guard let other, other.lowerBound <= covers.upperBound.adding(days: 1),
      covers.lowerBound <= other.upperBound.adding(days: 1)
    else { return covers }
    return min(covers.lowerBound, other.lowerBound)...max(covers.upperBound, other.upperBound)
  }
}
