import Casework
import Workdays

/// Reads members by fields and collects everything that is wrong, so that a person corrects once.
struct InputReader {
  let source: InputSource
  let references: any References
  private(set) var problems: [FieldProblem] = []
  /// More than this helps nobody.
  private static let mostProblems = 50

  init(source: InputSource, references: any References) {
    self.source = source
    self.references = references
  }

  mutating func read(_ members: [JSONValue.Member], by fields: [Field], prefix: String) -> Input {
    var input = Input()
    for field in fields {
      let value = members.first { $0.name == field.name }?.value ?? .null
      let path = prefix.isEmpty ? field.name : "\(prefix)\(field.name)"
      if let read = read(value, as: field.kind, path) {
        input.set(field.name, read)
      } else if field.required, !problems.contains(where: { $0.field == path || $0.field.hasPrefix("\(path).") }) {
        refuse(path, Reasons.missing)
      }
    }
    for member in members where !fields.contains(where: { $0.name == member.name }) {
      refuse(prefix.isEmpty ? member.name : "\(prefix)\(member.name)", Reasons.unknown)
    }
    return input
  }

  /// Nil where nothing was given, and where it was refused.
  private mutating func read(_ value: JSONValue, as kind: Field.Kind, _ path: String) -> InputValue? {
    switch (kind, value) {
    case (_, .null): nil
    case (.list(let element, let max), .list(let values)): readList(values, of: element, max: max, path)
    case (.list, _): refused(path, Reasons.list)
    case (.object(let fields), .object(let members)): readObject(members, by: fields, path)
    case (.object, _): refused(path, Reasons.object)
    case (.open(let max), .object(let members)): readOpen(members, max: max, path)
    case (.open, _): refused(path, Reasons.object)
    case (_, .list): refused(path, Reasons.single)
    default: readScalar(value, as: kind, path)
    }
  }

  private mutating func readScalar(_ value: JSONValue, as kind: Field.Kind, _ path: String) -> InputValue? {
    if case .text(let text) = value, trimmed(text).isEmpty { return nil }
    switch scalar(value, as: kind) {
    case .success(let read): return read
    case .failure(let reason): return refused(path, reason.phrase)
    }
  }

  private mutating func readList(_ values: [JSONValue], of kind: Field.Kind, max: Int, _ path: String) -> InputValue? {
    guard values.count <= max else { return refused(path, Reasons.tooMany(max)) }
    var read: [InputValue] = []
    for (index, value) in values.enumerated() {
      let before = problems.count
      if let element = self.read(value, as: kind, "\(path).\(index)") {
        read.append(element)
      } else if problems.count == before, source == .json {
        refuse("\(path).\(index)", Reasons.missing)
      }
    }
    return read.isEmpty ? nil : .list(read)
  }

  private mutating func readObject(_ members: [JSONValue.Member], by fields: [Field], _ path: String) -> InputValue? {
    if source == .form, !members.contains(where: { !$0.value.isBlank }) { return nil }
    return .object(read(members, by: fields, prefix: "\(path)."))
  }

  private mutating func readOpen(_ members: [JSONValue.Member], max: Int, _ path: String) -> InputValue? {
    guard members.count <= max else { return refused(path, Reasons.tooMany(max)) }
    let given = members.filter { !$0.value.isBlank }
    return given.isEmpty ? nil : .open(OpenFields(members: given, source: source, prefix: "\(path)."))
  }

  private mutating func refused(_ path: String, _ reason: Phrase) -> InputValue? {
    refuse(path, reason)
    return nil
  }

  private mutating func refuse(_ path: String, _ reason: Phrase) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(FieldProblem(String(path.prefix(120)), reason))
  }

  func finish() throws(InvalidInput) {
    if !problems.isEmpty { throw InvalidInput(problems) }
  }
}

extension JSONValue {
  /// Nothing was said: absent, spaces, or an object or list of nothing.
  var isBlank: Bool {
    switch self {
    case .null: true
    case .text(let text): trimmed(text).isEmpty
    case .list(let values): values.allSatisfy(\.isBlank)
    case .object(let members): members.allSatisfy(\.value.isBlank)
    case .flag, .whole, .number: false
    }
  }
}
