/// A JSON document in memory, members in the order in which they were written.
public enum JSONValue: Sendable, Hashable {
  case null
  case flag(Bool)
  /// A number without fraction or exponent that fits.
  case whole(Int64)
  /// Any other number, as it was written, so that money loses no digit.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([Member])

  public struct Member: Sendable, Hashable {
    public let name: String
    public let value: JSONValue

    public init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The members less those that are absent: `.members(("title", .optional(title)), …)`.
  public static func members(_ pairs: (String, JSONValue?)...) -> JSONValue {
    var members: [Member] = []
    members.reserveCapacity(pairs.count)
    for (name, value) in pairs {
      if let value { members.append(Member(name, value)) }
    }
    return .object(members)
  }

  /// The text, or nothing where there is none.
  public static func optional(_ text: String?) -> JSONValue? {
    guard let text else { return nil }
    return .text(text)
  }

  public static func optional(_ number: Int64?) -> JSONValue? {
    guard let number else { return nil }
    return .whole(number)
  }

  public static func texts(_ texts: [String]) -> JSONValue { .list(texts.map { .text($0) }) }

  public static func count(_ number: Int) -> JSONValue { .whole(Int64(number)) }

  /// A member of an object; nil for anything else.
  public subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// An element of a list; nil for anything else.
  public subscript(_ index: Int) -> JSONValue? {
    guard case .list(let values) = self, values.indices.contains(index) else { return nil }
    return values[index]
  }

  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}
