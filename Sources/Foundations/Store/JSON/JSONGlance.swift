/// A look at single values of a stored JSON text, for lists that show a few of many. What is missing reads as nil.
public struct JSONGlance {
  private let tape: JSONTape
  private let index: Int

  /// Reads the text and looks at it; the glance must not leave `body`.
  public static func at<Result>(_ text: String, _ body: (JSONGlance) throws -> Result) throws -> Result {
    var text = text
    return try text.withUTF8 { bytes in
      let tape = JSONTape(bytes)
      try tape.read()
      return try body(JSONGlance(tape: tape, index: 0))
    }
  }

  private init(tape: JSONTape, index: Int) {
    self.tape = tape
    self.index = index
  }

  /// A member of an object that is there and not null.
  public subscript(_ name: String) -> JSONGlance? {
    guard tape.nodes[index].kind == .object, let member = tape.member(name, of: index), !tape.isNull(member) else { return nil }
    return JSONGlance(tape: tape, index: member)
  }

  public var text: String? { try? tape.text(index) }
  public var real: Double? { try? tape.real(index) }
  public var int: Int64? { try? tape.integer(index, as: Int64.self) }

  /// The elements of an array; none of anything else.
  public var elements: [JSONGlance] {
    guard tape.nodes[index].kind == .array else { return [] }
    var elements: [JSONGlance] = []
    var next = index + 1
    while next < tape.nodes[index].next {
      elements.append(JSONGlance(tape: tape, index: next))
      next = tape.nodes[next].next
    }
    return elements
  }
}
