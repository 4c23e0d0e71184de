/// What everybody may see of personal data: the default on every page and in every answer.
public enum Masking {
  /// `王**`; one character of a Chinese name, one letter of another.
  public static func name(_ name: String?) -> String? {
    guard let name, let first = name.first else { return nil }
    return "\(first)**"
  }

  /// `138****5678`; of a short number only the last two digits.
  public static func phone(_ phone: String?) -> String? {
    guard let phone else { return nil }
    guard phone.count >= 8 else { return "****\(phone.suffix(2))" }
    return "\(phone.prefix(3))****\(phone.suffix(4))"
  }

  /// Hides telephone and identity numbers inside a text: digits in the middle of every run of 7 to 18 digits,
  /// whether written together or with spaces or hyphens, a last X of an identity number included.
  public static func text(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var run: [UInt8] = []
    var digits = 0
    func flush() {
      out.append(contentsOf: (7...20).contains(digits) ? hidden(run, digits) : run)
      run.removeAll(keepingCapacity: true)
      digits = 0
    }
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        run.append(byte)
        digits += 1
      } else if digits == 17, byte == 0x58 || byte == 0x78 {
        run.append(byte)
        digits += 1
      } else if digits > 0, byte == 0x2D || byte == 0x20, run.last != byte {
        run.append(byte)
      } else {
        flush()
        out.append(byte)
      }
    }
    flush()
    return String(decoding: out, as: UTF8.self)
  }

  /// Three digits stay in front and, of eleven or more, four behind.
  private static func hidden(_ run: [UInt8], _ digits: Int) -> [UInt8] {
    let keepEnd = digits >= 11 ? 4 : 2
    var seen = 0
    return run.map { byte in
      guard byte != 0x2D, byte != 0x20 else { return byte }
      seen += 1
      return seen <= 3 || seen > digits - keepEnd ? byte : 0x2A
    }
  }
}
