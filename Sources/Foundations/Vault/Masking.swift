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

  /// Hides telephone and identity numbers inside a text: the middle of every run of seven digits or more, whether written
  /// together or with spaces or hyphens, in full width too, a last X of an identity number included. Dates written with
  /// hyphens and our own case numbers stay as they are.
  public static func text(_ text: String) -> String {
    guard mayHoldNumber(text) else { return text }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var from = 0
    for number in caseNumbers(in: scalars) {
      cover(scalars[from..<number.lowerBound], into: &out)
      out.append(contentsOf: scalars[number])
      from = number.upperBound
    }
    cover(scalars[from...], into: &out)
    return String(out)
  }

  private static func cover(_ text: ArraySlice<Unicode.Scalar>, into out: inout String.UnicodeScalarView) {
    var run: [Unicode.Scalar] = []
    var digits = 0
    func flush() {
      out.append(contentsOf: digits >= shortest ? hidden(run) : run)
      run.removeAll(keepingCapacity: true)
      digits = 0
    }
    for scalar in text {
      if isDigit(scalar) || digits >= 17 && (scalar == "X" || scalar == "x") {
        run.append(scalar)
        digits += 1
      } else if digits > 0, isSeparator(scalar) {
        run.append(scalar)
      } else {
        if digits > 0 { flush() }
        out.append(scalar)
      }
    }
    flush()
  }

  /// Hides a person's name in what others wrote: every place where it stands whole is shown as its mask. A name of one character
  /// is left, it would tear words apart.
  public static func name(_ name: String?, in text: String) -> String {
    guard let name, name.count > 1, let masked = Masking.name(name) else { return text }
    return text.replacing(name, with: masked)
  }

  static let shortest = 7

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
  }

  /// Space and hyphen, half and full width.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "-" || scalar.value == 0x3000 || scalar.value == 0xFF0D
  }

  /// The run without its numbers; its dates stay, and what stands between them is looked at by itself.
  private static func hidden(_ run: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var from = 0
    for date in dates(in: run) {
      out += covered(run[from..<date.lowerBound]) + run[date]
      from = date.upperBound
    }
    return out + covered(run[from...])
  }

  private static func covered(_ part: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    // A last X counts as a digit of the number that it ends.
    let digits = part.count { !isSeparator($0) }
    return digits >= shortest ? hidden(part, digits) : Array(part)
  }

  /// Three digits stay in front and, of eleven or more, four behind.
  private static func hidden(_ run: ArraySlice<Unicode.Scalar>, _ digits: Int) -> [Unicode.Scalar] {
    let keepEnd = digits >= 11 ? 4 : 2
    var seen = 0
    return run.map { scalar in
      guard !isSeparator(scalar) else { return scalar }
      seen += 1
      return seen <= 3 || seen > digits - keepEnd ? scalar : "*"
    }
  }
}
