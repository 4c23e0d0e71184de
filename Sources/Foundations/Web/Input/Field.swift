import Casework
import Workdays

/// One thing that a caller may say. Validation of JSON and of forms, the HTML control and the OpenAPI schema all come from it.
public struct Field: Sendable {
  public indirect enum Kind: Sendable {
    /// Words; `max` counts characters. Line breaks only where `lines`.
    case text(max: Int, lines: Bool)
    /// Words that no page ever shows again: a password.
    case secret(max: Int)
    /// A telephone number; the value has neither spaces, hyphens nor the prefix of China.
    case phone
    case choice([Choice])
    case flag
    case whole(ClosedRange<Int64>)
    case decimal(ClosedRange<Double>)
    /// An amount in yuan with at most two decimals; range and value are in fen.
    case money(ClosedRange<Int64>)
    /// ISO 8601 with offset; a browser's bare local time counts as UTC+8.
    case moment
    case day
    /// A time limit such as `5wd`.
    case limit
    /// A unit, category, area or account that exists.
    case reference(ReferenceKind)
    /// The number of an appeal or order.
    case identifier
    case list(of: Kind, max: Int)
    case object([Field])
    /// Members that the verb knows: they are read by a form that it makes, see `OpenFields`.
    case open(max: Int)
  }

  /// The name in JSON; in forms the names of nested fields are joined by dots: `caller.phone`.
  public let name: String
  public let kind: Kind
  public let label: Phrase
  public let required: Bool
  /// One line below the control: what is asked, or what happens with it.
  public let help: Phrase?
  /// A flag that is one box to tick, where saying nothing means no.
  public let isTick: Bool

  public init(_ name: String, _ kind: Kind, _ label: Phrase, required: Bool = false, help: Phrase? = nil) {
    self.init(name, kind, label, required: required, help: help, isTick: false)
  }

  private init(_ name: String, _ kind: Kind, _ label: Phrase, required: Bool, help: Phrase?, isTick: Bool) {
    self.name = name
    self.kind = kind
    self.label = label
    self.required = required
    self.help = help
    self.isTick = isTick
  }

  /// One box to tick.
  public static func tick(_ name: String, _ label: Phrase, help: Phrase? = nil) -> Field {
    Field(name, .flag, label, required: false, help: help, isTick: true)
  }

  /// The same field where it may be left out.
  var asOptional: Field { Field(name, kind, label, required: false, help: help, isTick: isTick) }

  /// The same, but it must be given.
  public static func required(_ name: String, _ kind: Kind, _ label: Phrase, help: Phrase? = nil) -> Field {
    Field(name, kind, label, required: true, help: help)
  }
}

/// One of the values that a choice offers.
public struct Choice: Sendable, Hashable {
  public let value: String
  public let label: Phrase

  public init(_ value: String, _ label: Phrase) {
    self.value = value
    self.label = label
  }
}

extension Field.Kind {
  /// A line of words.
  public static func line(_ max: Int = 200) -> Field.Kind { .text(max: max, lines: false) }

  /// Paragraphs of words.
  public static func lines(_ max: Int) -> Field.Kind { .text(max: max, lines: true) }

  /// Every case of an enum whose words people know.
  public static func choice<Word: Worded & CaseIterable & RawRepresentable>(of type: Word.Type) -> Field.Kind
  where Word.RawValue == String {
    .choice(type.allCases.map { Choice($0.rawValue, $0.phrase) })
  }

  /// Numbers of appeals or orders.
  public static func identifiers(max: Int) -> Field.Kind { .list(of: .identifier, max: max) }
}
