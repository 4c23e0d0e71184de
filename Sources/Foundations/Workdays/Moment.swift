import Foundation

/// A point in time: whole milliseconds since 1970-01-01T00:00:00Z, in JSON a bare integer.
/// Civil time is UTC+8 the whole year, the one zone of China. Every moment lies in the years 1 to 9999:
/// arithmetic that would leave them stops at their end, so that no sum can overflow.
public struct Moment: Hashable, Comparable, Codable, Sendable {
  public let milliseconds: Int64

  static let offset: Int64 = 8 * 3_600_000
  static let dayLength: Int64 = 86_400_000
  /// The first moment of year 1 and the last of year 9999, in civil time.
  public static let earliest = Moment(checked: Int64(CivilDay.earliest.ordinal) * dayLength - offset)
  public static let latest = Moment(checked: Int64(CivilDay.latest.ordinal + 1) * dayLength - offset - 1)

  private init(checked milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The moment `milliseconds` after 1970-01-01T00:00:00Z, held to `earliest ... latest`.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Moment.earliest.milliseconds), Moment.latest.milliseconds)
  }

  /// A bare integer of milliseconds; one outside the years 1 to 9999 is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let value = try container.decode(Int64.self)
    self.init(milliseconds: value)
    guard milliseconds == value else {
      let error = CalendarError.badMoment(String(value))
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.phrase.en)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// The clock of this machine. Rules take their time as an argument; only the edges of the program call this.
  public static func now() -> Moment {
    Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }

  public static func < (left: Moment, right: Moment) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Milliseconds from `right` to `left`.
  public static func - (left: Moment, right: Moment) -> Int64 {
    left.milliseconds - right.milliseconds
  }
}

extension Moment {
  public func adding(milliseconds span: Int64) -> Moment {
    let (sum, overflow) = milliseconds.addingReportingOverflow(span)
    if overflow { return span < 0 ? .earliest : .latest }
    return Moment(milliseconds: sum)
  }

  public func adding(seconds: Int) -> Moment { adding(seconds, of: 1000) }
  public func adding(minutes: Int) -> Moment { adding(minutes, of: 60_000) }
  public func adding(hours: Int) -> Moment { adding(hours, of: 3_600_000) }

  /// `days` × 24 hours later; civil days have no other length in UTC+8.
  public func adding(days: Int) -> Moment { adding(days, of: Moment.dayLength) }

  private func adding(_ count: Int, of unit: Int64) -> Moment {
    let (span, overflow) = Int64(count).multipliedReportingOverflow(by: unit)
    if overflow { return count < 0 ? .earliest : .latest }
    return adding(milliseconds: span)
  }

  /// Whole minutes from `earlier` to this moment, rounded down.
  public func minutes(since earlier: Moment) -> Int {
    Int(floorDivided(self - earlier, 60_000))
  }

  /// The civil day in UTC+8.
  public var day: CivilDay {
    CivilDay(ordinal: Int(floorDivided(milliseconds + Moment.offset, Moment.dayLength)))
  }

  /// Milliseconds since the civil midnight, 0 to 86 399 999.
  public var millisecondOfDay: Int64 {
    let local = milliseconds + Moment.offset
    return local - floorDivided(local, Moment.dayLength) * Moment.dayLength
  }

  /// Whole minutes since the civil midnight, 0 to 1439.
  public var minuteOfDay: Int { Int(millisecondOfDay / 60_000) }
}

/// The quotient rounded towards minus infinity, so that days before 1970 come out right.
func floorDivided<T: BinaryInteger>(_ value: T, _ divisor: T) -> T {
  let quotient = value / divisor
  return value % divisor < 0 ? quotient - 1 : quotient
}
