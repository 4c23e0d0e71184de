import Foundation

extension Moment: CustomStringConvertible, LosslessStringConvertible {
  /// ISO 8601 with the offset `+08:00`; milliseconds appear only when there are any.
  public var iso8601: String {
    let time = millisecondOfDay
    let millisecond = Int(time % 1000)
    let fraction = millisecond == 0 ? "" : ".\(padded(millisecond, 3))"
    return "\(day)T\(clockText):\(padded(Int(time / 1000 % 60), 2))\(fraction)+08:00"
  }

  public var description: String { iso8601 }

  /// The same as `init(iso8601:)`, with nil for a text that is no moment.
  public init?(_ text: String) {
    guard let moment = try? Moment(iso8601: text) else { return nil }
    self = moment
  }

  /// Reads `2026-09-30T16:10:05.250+08:00`: date, `T` or a space, hours and minutes, seconds and their fraction
  /// if any, and `Z` or an offset (`+08:00`, `+0800`, `+08`). Digits below a millisecond are dropped.
  /// - Throws: `CalendarError.badMoment`.
  public init(iso8601 text: String) throws(CalendarError) {
    var scanner = DigitScanner(text)
    guard let day = scanner.day(), scanner.skip("T", "t", " "), let time = scanner.time(),
      let offset = scanner.offset(), scanner.atEnd
    else { throw .badMoment(text) }
    let utc = Int64(day.ordinal) * Moment.dayLength + time - offset
    self.init(milliseconds: utc)
    guard milliseconds == utc else { throw .badMoment(text) }
  }
}

/// Two digits with a leading zero, as `08:30`; 1440 reads `24:00`.
func clockText(_ minuteOfDay: Int) -> String {
  "\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))"
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}

/// Reads the fixed-width numbers of dates and times, byte by byte; a text of over 64 bytes reads as empty.
struct DigitScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ text: String) {
    let utf8 = text.utf8
    bytes = utf8.count <= 64 ? Array(utf8) : []
  }

  var atEnd: Bool { index == bytes.count }

  mutating func skip(_ characters: Unicode.Scalar...) -> Bool {
    guard index < bytes.count, characters.contains(Unicode.Scalar(bytes[index])) else { return false }
    index += 1
    return true
  }

  mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<(index + count)] {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    index += count
    return value
  }

  mutating func day() -> CivilDay? {
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2) else { return nil }
    return CivilDay(year: year, month: month, day: day)
  }

  /// Milliseconds since midnight of `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff`.
  mutating func time() -> Int64? {
    guard let hour = digits(2), hour < 24, skip(":"), let minute = digits(2), minute < 60 else { return nil }
    var total = Int64(hour * 60 + minute) * 60_000
    guard skip(":") else { return total }
    guard let second = digits(2), second < 60 else { return nil }
    total += Int64(second) * 1000
    guard skip(".", ",") else { return total }
    var (scale, seen) = (100, false)
    while let digit = digits(1) {
      total += Int64(digit * scale)
      (scale, seen) = (scale / 10, true)
    }
    return seen ? total : nil
  }

  /// Milliseconds east of Greenwich.
  mutating func offset() -> Int64? {
    if skip("Z", "z") { return 0 }
    let east = skip("+")
    guard east || skip("-"), let hours = digits(2), hours < 24 else { return nil }
    var minutes = 0
    if skip(":") || !atEnd {
      guard let value = digits(2), value < 60 else { return nil }
      minutes = value
    }
    return Int64(hours * 60 + minutes) * (east ? 60_000 : -60_000)
  }
}
