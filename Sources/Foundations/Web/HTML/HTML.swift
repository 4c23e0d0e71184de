/// A piece of HTML. Text interpolated into one is escaped, HTML interpolated into one is not, so a page cannot forget it.
///
///     let row: HTML = "<td title=\"\(order.number)\">\(order.title)</td>"
///
/// Attribute values always stand in double quotes; then the escaping holds for them too.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// The markup itself.
  public private(set) var text: String

  public init(stringLiteral text: String) { self.text = text }

  public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Markup that is known to be whole and safe; never the words of a person.
  public init(trusted text: String) { self.text = text }

  /// The words of a person, escaped.
  public init(escaping words: some StringProtocol) {
    text = ""
    HTML.escape(words, into: &text)
  }

  public static let empty: HTML = ""

  public var isEmpty: Bool { text.isEmpty }
  public var description: String { text }

  public static func += (page: inout HTML, more: HTML) { page.text += more.text }

  public static func joined(_ parts: [HTML], separator: HTML = "") -> HTML {
    var text = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { text += separator.text }
      text += part.text
    }
    return HTML(trusted: text)
  }

  /// One piece of HTML for each element, joined.
  @inlinable public static func each<Elements: Sequence>(
    _ elements: Elements, separator: HTML = "", _ body: (Elements.Element) throws -> HTML
  ) rethrows -> HTML {
    joined(try elements.map(body), separator: separator)
  }
}

/// The piece where the condition holds, else nothing.
@inlinable public func when(_ condition: Bool, _ body: () throws -> HTML) rethrows -> HTML {
  condition ? try body() : .empty
}

/// The piece made of a value where there is one, else nothing.
@inlinable public func when<Value>(_ value: Value?, _ body: (Value) throws -> HTML) rethrows -> HTML {
  guard let value else { return .empty }
  return try body(value)
}
