import Workdays

/// The names and texts that a browser's form sent, in their order; kept so that a refused form is shown again as it was.
public struct SubmittedForm: Sendable, Hashable {
  public struct Pair: Sendable, Hashable {
    public let name: String
    public let text: String
  }

  /// Names that belong to the page, not to the input.
  public static let tokenName = "_csrf"
  public static let keyName = "_key"
  /// The version of a case that the page showed.
  public static let seenName = "seen"

  public private(set) var pairs: [Pair]

  public init(_ pairs: [(String, String)] = []) { self.pairs = pairs.map { Pair(name: $0, text: $1) } }

  public static let empty = SubmittedForm()

  public mutating func append(_ name: String, _ text: String) { pairs.append(Pair(name: name, text: text)) }

  /// The first text under a name.
  public subscript(_ name: String) -> String? { pairs.first { $0.name == name }?.text }

  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.text) }

  /// Without what belongs to the page.
  var content: [Pair] { pairs.filter { $0.name != Self.tokenName && $0.name != Self.keyName } }

  /// The pairs as the members of a JSON object, arranged by what the fields expect.
  func members(by fields: [Field]) -> [JSONValue.Member] { Self.members(content, by: fields) }

  private static func members(_ pairs: [Pair], by fields: [Field]) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    var used: Set<String> = []
    for field in fields {
      guard let value = value(pairs, of: field.name, as: field.kind, &used) else { continue }
      members.append(JSONValue.Member(field.name, value))
    }
    for pair in pairs where used.insert(pair.name).inserted {
      members.append(JSONValue.Member(pair.name, .text(pair.text)))
    }
    return members
  }

  private static func value(_ pairs: [Pair], of name: String, as kind: Field.Kind, _ used: inout Set<String>) -> JSONValue? {
    switch kind {
    case .object(let fields):
      return within(pairs, name, &used).map { .object(members($0, by: fields)) }
    case .open:
      return within(pairs, name, &used).map { .object($0.map { JSONValue.Member($0.name, .text($0.text)) }) }
    case .list(let element, _):
      return list(pairs, of: name, as: element, &used)
    default:
      let texts = pairs.filter { $0.name == name }.map(\.text)
      guard let first = texts.first else { return nil }
      used.insert(name)
      return texts.count == 1 ? .text(first) : .texts(texts)
    }
  }

  /// Repeated controls, or one control with the elements separated by spaces, commas or line breaks.
  private static func list(_ pairs: [Pair], of name: String, as element: Field.Kind, _ used: inout Set<String>) -> JSONValue? {
    if case .object(let fields) = element { return objects(pairs, of: name, fields, &used) }
    let texts = pairs.filter { $0.name == name }.map(\.text)
    guard !texts.isEmpty else { return nil }
    used.insert(name)
    if case .text = element {
      return .texts(texts.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }.filter { !trimmed($0).isEmpty })
    }
    let separators: Set<Character> = [" ", ",", "，", "、", ";", "；", "\n", "\r", "\r\n", "\t", "　"]
    return .texts(texts.flatMap { $0.split { separators.contains($0) }.map(String.init) })
  }

  /// `people.0.name`, `people.1.name` …
  private static func objects(_ pairs: [Pair], of name: String, _ fields: [Field], _ used: inout Set<String>) -> JSONValue? {
    guard let inside = within(pairs, name, &used) else { return nil }
    var inner: Set<String> = []
    let indices = Set(inside.compactMap { pair in pair.name.split(separator: ".").first.flatMap { Int($0) } }).sorted()
    let objects = indices.prefix(200).compactMap { within(inside, String($0), &inner) }
    return .list(objects.map { .object(members($0, by: fields)) })
  }

  /// The pairs whose names begin with `name.`, without that; nil where there are none.
  private static func within(_ pairs: [Pair], _ name: String, _ used: inout Set<String>) -> [Pair]? {
    let prefix = "\(name)."
    let inside = pairs.filter { $0.name.hasPrefix(prefix) }
    guard !inside.isEmpty else { return nil }
    for pair in inside { used.insert(pair.name) }
    return inside.map { Pair(name: String($0.name.dropFirst(prefix.count)), text: $0.text) }
  }
}
