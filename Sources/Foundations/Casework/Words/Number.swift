import Workdays

/// Case numbers: `YX261121-10482-K7QM`. The day and the counter tell when; the random end keeps numbers from being guessed.
public enum CaseNumber {
  /// No 0/O, 1/I/L: a number is read out over the phone.
  static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ".utf8)
  public static let checkLength = 4

  /// - Parameter random: any 64 random bits; the check characters come from them.
  public static func issue(prefix: String, day: CivilDay, sequence: Int64, mark: String = "", random: UInt64) -> String {
    var bits = random
    var check: [UInt8] = []
    for _ in 0..<checkLength {
      check.append(alphabet[Int(bits % UInt64(alphabet.count))])
      bits /= UInt64(alphabet.count)
    }
    let date = two(day.year % 100) + two(day.month) + two(day.day)
    return "\(prefix)\(date)-\(mark)\(sequence)-\(String(decoding: check, as: UTF8.self))"
  }

  /// What a person typed, as it stands in the books: upper case, no spaces.
  public static func normalised(_ text: String) -> String { text.filter { !$0.isWhitespace }.uppercased() }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
