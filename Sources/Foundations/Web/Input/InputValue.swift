import Workdays

/// What was read for one field.
public enum InputValue: Sendable, Hashable {
  case text(String)
  case flag(Bool)
  case whole(Int64)
  case decimal(Double)
  case moment(Moment)
  case day(CivilDay)
  case limit(Limit)
  case list([InputValue])
  case object(Input)
  case open(OpenFields)
}

/// Members that no field describes yet: the verb, which knows the category, reads them by its own form.
public struct OpenFields: Sendable, Hashable {
  let members: [JSONValue.Member]
  let source: InputSource
  /// What stands before the names in problems: `fields.`
  let prefix: String

  public var isEmpty: Bool { members.isEmpty }
  public var names: [String] { members.map(\.name) }

  /// The members as plain words: numbers and flags as they are written in JSON.
  public var words: [(name: String, text: String)] {
    members.compactMap { member in
      switch member.value {
      case .text(let text): (member.name, text)
      case .whole(let number): (member.name, String(number))
      case .number(let number): (member.name, number)
      case .flag(let flag): (member.name, flag ? "true" : "false")
      case .null, .list, .object: nil
      }
    }
  }

  /// Reads the members by a form, as if they had been described from the start.
  public func read(by form: Form, references: any References = NoReferences()) throws(InvalidInput) -> Input {
    var reader = InputReader(source: source, references: references)
    let input = reader.read(members, by: form.fields, prefix: prefix)
    try reader.finish()
    return input
  }
}

/// Where an input came from; a form knows only texts, so its readings are more lenient.
public enum InputSource: Sendable, Hashable { case json, form }
