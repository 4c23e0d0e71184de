import Workdays

/// A whole, valid input. Names are those of the form it was read by; asking for another one finds nothing.
public struct Input: Sendable, Hashable {
  private var names: [String] = []
  private var values: [InputValue] = []

  public static let empty = Input()

  public init() {}

  mutating func set(_ name: String, _ value: InputValue) {
    names.append(name)
    values.append(value)
  }

  /// The value as it was read.
  public subscript(_ name: String) -> InputValue? {
    guard let index = names.firstIndex(of: name) else { return nil }
    return values[index]
  }

  public var isEmpty: Bool { names.isEmpty }

  public func has(_ name: String) -> Bool { names.contains(name) }

  /// The text, choice, reference, telephone number or identifier; empty where it is absent.
  public func text(_ name: String) -> String { optionalText(name) ?? "" }

  public func optionalText(_ name: String) -> String? {
    if case .text(let text)? = self[name] { text } else { nil }
  }

  /// The choice as a value of its enum.
  public func word<Word: RawRepresentable>(_ name: String, as type: Word.Type = Word.self) -> Word? where Word.RawValue == String {
    guard let text = optionalText(name) else { return nil }
    return Word(rawValue: text)
  }

  /// A flag that is absent is false.
  public func flag(_ name: String) -> Bool { optionalFlag(name) ?? false }

  public func optionalFlag(_ name: String) -> Bool? {
    if case .flag(let flag)? = self[name] { flag } else { nil }
  }

  /// A whole number, or an amount of money in fen.
  public func whole(_ name: String) -> Int64? {
    if case .whole(let number)? = self[name] { number } else { nil }
  }

  public func decimal(_ name: String) -> Double? {
    if case .decimal(let number)? = self[name] { number } else { nil }
  }

  public func moment(_ name: String) -> Moment? {
    if case .moment(let moment)? = self[name] { moment } else { nil }
  }

  public func day(_ name: String) -> CivilDay? {
    if case .day(let day)? = self[name] { day } else { nil }
  }

  public func limit(_ name: String) -> Limit? {
    if case .limit(let limit)? = self[name] { limit } else { nil }
  }

  /// The values of a list; empty where it is absent.
  public func list(_ name: String) -> [InputValue] {
    if case .list(let values)? = self[name] { values } else { [] }
  }

  /// The texts of a list of texts, choices, references or identifiers.
  public func texts(_ name: String) -> [String] {
    list(name).compactMap { value in
      if case .text(let text) = value { text } else { nil }
    }
  }

  public func object(_ name: String) -> Input? {
    if case .object(let input)? = self[name] { input } else { nil }
  }

  /// The objects of a list of objects.
  public func objects(_ name: String) -> [Input] {
    list(name).compactMap { value in
      if case .object(let input) = value { input } else { nil }
    }
  }

  public func open(_ name: String) -> OpenFields? {
    if case .open(let fields)? = self[name] { fields } else { nil }
  }
}
