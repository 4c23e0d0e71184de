import Workdays

extension HTML {
  /// Collects the parts of one interpolated literal; there is no generic case, so an unforeseen type does not compile.
  public struct Interpolation: StringInterpolationProtocol {
    var text: String

    public init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    public mutating func appendLiteral(_ literal: String) { text += literal }

    public mutating func appendInterpolation(_ html: HTML) { text += html.text }

    public mutating func appendInterpolation(_ html: HTML?) {
      if let html { text += html.text }
    }

    public mutating func appendInterpolation(_ parts: [HTML]) {
      for part in parts { text += part.text }
    }

    public mutating func appendInterpolation(_ words: some StringProtocol) { HTML.escape(words, into: &text) }

    public mutating func appendInterpolation(_ words: String?) {
      if let words { HTML.escape(words, into: &text) }
    }

    public mutating func appendInterpolation(_ number: some BinaryInteger) { text += String(number) }

    public mutating func appendInterpolation(_ phrase: Phrase, _ language: Language) {
      HTML.escape(phrase[language], into: &text)
    }

    public mutating func appendInterpolation(_ phrase: Phrase?, _ language: Language) {
      if let phrase { HTML.escape(phrase[language], into: &text) }
    }

    /// A day in the language's habit; nothing where there is none.
    public mutating func appendInterpolation(_ day: CivilDay?, _ language: Language) { appendInterpolation(day?.phrase, language) }

    /// A day and time in the language's habit; nothing where there is none.
    public mutating func appendInterpolation(_ moment: Moment?, _ language: Language) { appendInterpolation(moment?.phrase, language) }

    /// A time in the cell of a table, as short as may be, that machines can read too.
    public mutating func appendInterpolation(brief moment: Moment?, at now: Moment, _ language: Language) {
      guard let moment else { return }
      text += "<time datetime=\"\(moment.iso8601)\">\(moment.brief(at: now)[language])</time>"
    }

    /// The bare word where the condition holds: `<input\(attribute: "required", if: field.required)>`.
    public mutating func appendInterpolation(attribute word: StaticString, if condition: Bool) {
      if condition { text += " \(word)" }
    }

    /// A whole attribute where there is a value: `<a\(attribute: "title", title)>`.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      guard let value else { return }
      text += " \(name)=\""
      HTML.escape(value, into: &text)
      text += "\""
    }
  }

  /// Appends `words` with the five characters replaced that mean something in markup or in attribute values.
  static func escape(_ words: some StringProtocol, into text: inout String) {
    guard words.utf8.contains(where: needsEscape) else {
      text += words
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(words.utf8.count + 32)
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    text += String(decoding: bytes, as: UTF8.self)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27
  }
}
