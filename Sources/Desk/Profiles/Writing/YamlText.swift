/// YAML as it is written: maps keep their order, short values stand on one line.
indirect enum YamlText {
  case text(String)
  case list([YamlText])
  case map([(String, YamlText)])

  /// The longest line on which a list or map stands in braces.
  private static let width = 130

  /// The whole document, ending with a line break.
  var document: String { lines(indent: "").joined(separator: "\n") + "\n" }

  var isEmpty: Bool {
    switch self {
    case .text: false
    case .list(let items): items.isEmpty
    case .map(let pairs): pairs.isEmpty
    }
  }

  /// Whether a text of several lines stands in it.
  private var hasLines: Bool {
    switch self {
    case .text(let text): text.utf8.contains(10)
    case .list(let items): items.contains(where: \.hasLines)
    case .map(let pairs): pairs.contains { $0.1.hasLines }
    }
  }

  /// On one line, in brackets and braces, however long.
  var line: String { flow }

  private var flow: String {
    switch self {
    case .text(let text): Self.scalar(text)
    case .list(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
    case .map(let pairs): "{\(pairs.map { "\(Self.scalar($0.0)): \($0.1.flow)" }.joined(separator: ", "))}"
    }
  }

  /// One value a line; the top of a document is never in braces.
  private func lines(indent: String) -> [String] {
    switch self {
    case .text: ["\(indent)\(flow)"]
    case .list(let items): items.flatMap { Self.item($0, indent) }
    case .map(let pairs): pairs.flatMap { Self.pair($0.0, $0.1, indent) }
    }
  }

  private static func item(_ value: YamlText, _ indent: String) -> [String] {
    let flow = value.flow
    if isShort(value, flow, indent) { return ["\(indent)- \(flow)"] }
    return ["\(indent)-"] + value.lines(indent: "\(indent)  ")
  }

  private static func pair(_ key: String, _ value: YamlText, _ indent: String) -> [String] {
    if case .text(let text) = value, let lines = block(text, "\(indent)  ") { return ["\(indent)\(scalar(key)): |-"] + lines }
    let flow = value.flow
    if isShort(value, flow, "\(indent)\(key)") { return ["\(indent)\(scalar(key)): \(flow)"] }
    return ["\(indent)\(scalar(key)):"] + value.lines(indent: "\(indent)  ")
  }

  /// A text of several lines as it is read, line by line; nil for one that would come back as another.
  private static func block(_ text: String, _ indent: String) -> [String]? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines.first?.isEmpty == false, lines.last?.isEmpty == false else { return nil }
    let isPlain = lines.allSatisfy { line in
      line.first?.isWhitespace != true && line.last?.isWhitespace != true && line.unicodeScalars.allSatisfy(isPrinted)
    }
    return isPlain ? lines.map { $0.isEmpty ? "" : "\(indent)\($0)" } : nil
  }

  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
    let breaks = "\u{2028}\u{2029}\u{FEFF}"
    return scalar.value >= 32 && scalar.value < 0xFFFE && !(0x7F...0xA0).contains(scalar.value) && !breaks.unicodeScalars.contains(scalar)
  }

  private static func isShort(_ value: YamlText, _ flow: String, _ before: String) -> Bool {
    if case .text = value { return true }
    return value.isEmpty || !value.hasLines && flow.count + before.count <= width
  }

  /// Plain where YAML cannot misread it, else quoted like JSON.
  static func scalar(_ text: String) -> String {
    let begins = text.first?.isLetter == true || text.first?.isNumber == true
    let isPlain = begins && text.last != " " && text.last != "|" && text.unicodeScalars.allSatisfy(isPlain)
    return isPlain ? text : quoted(text)
  }

  /// Whether this never means anything to YAML within a word; the bar of `中文 | English` does not.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " || scalar == "|" { return true }
    let risky = ":,[]{}#&*!>'\"%@`?\\"
    return scalar.value > 32 && scalar.value < 0xFFFE && !scalar.properties.isWhitespace && !(0x7F...0xA0).contains(scalar.value)
      && scalar != "\u{FEFF}" && !risky.unicodeScalars.contains(scalar)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 32 || scalar.value == 127 || (0x80...0xA0).contains(scalar.value): result += "\\x\(hex(scalar.value, 2))"
      case "\u{2028}", "\u{2029}", "\u{FEFF}": result += "\\u\(hex(scalar.value, 4))"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\(result)\""
  }

  private static func hex(_ value: UInt32, _ width: Int) -> String {
    let digits = String(value, radix: 16)
    return "\(String(repeating: "0", count: max(0, width - digits.count)))\(digits)"
  }
}

extension YamlText: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }

  static func number(_ value: Int) -> YamlText { .text(String(value)) }
  static func bool(_ value: Bool) -> YamlText { .text(value ? "true" : "false") }
}

/// A map in the making: what is empty is left out.
struct YamlMap {
  private(set) var pairs: [(String, YamlText)] = []

  mutating func add(_ key: String, _ value: YamlText?) {
    if let value, !value.isEmpty { pairs.append((key, value)) }
  }

  var yaml: YamlText { .map(pairs) }

  /// Each of its entries on one line.
  var written: [WrittenSection] { pairs.map { WrittenSection(key: $0.0, line: $0.1.line) } }
}
