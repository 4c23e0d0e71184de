import Casework
import Workdays

/// The fields of one input.
public struct Form: Sendable, ExpressibleByArrayLiteral {
  public let fields: [Field]

  public init(_ fields: [Field]) { self.fields = fields }

  public init(arrayLiteral fields: Field...) { self.fields = fields }

  public static let empty = Form([])

  /// Reads a JSON object; an empty body counts as `{}`.
  /// - Throws: `JSONProblem` where it is no JSON, `InvalidInput` naming every wrong or unknown field.
  public func read(json bytes: [UInt8], references: any References = NoReferences()) throws -> Input {
    guard bytes.contains(where: { $0 > 0x20 }) else { return try read([], .json, references) }
    guard case .object(let members) = try JSONParser.parse(bytes) else {
      throw JSONProblem(reason: .unexpected, position: 0)
    }
    return try read(members, .json, references)
  }

  /// Reads what a browser's form sent.
  public func read(form: SubmittedForm, references: any References = NoReferences()) throws(InvalidInput) -> Input {
    try read(form.members(by: fields), .form, references)
  }

  private func read(
    _ members: [JSONValue.Member], _ source: InputSource, _ references: any References
  ) throws(InvalidInput) -> Input {
    var reader = InputReader(source: source, references: references)
    let input = reader.read(members, by: fields, prefix: "")
    try reader.finish()
    return input
  }
}
