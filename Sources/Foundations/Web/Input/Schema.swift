import Workdays

extension Form {
  /// The JSON schema (draft 2020-12, as OpenAPI 3.1 wants it) of this input.
  public var schema: JSONValue { Form.schema(of: fields) }

  static func schema(of fields: [Field]) -> JSONValue {
    let required = fields.filter(\.required).map(\.name)
    return .members(
      ("type", .text("object")),
      ("properties", .object(fields.map { JSONValue.Member($0.name, $0.schema) })),
      ("required", required.isEmpty ? nil : .texts(required)),
      ("additionalProperties", .flag(false)))
  }
}

extension Field {
  /// The JSON schema of this field, its label and help as description.
  public var schema: JSONValue {
    guard case .object(var members) = kind.schema else { return kind.schema }
    let note = help.map { "\(label.en) (\(label.zh)). \($0.en)" } ?? "\(label.en) (\(label.zh))"
    members.append(JSONValue.Member("description", .text(note)))
    return .object(members)
  }
}

extension Field.Kind {
  var schema: JSONValue {
    switch self {
    case .text(let max, _), .secret(let max): .members(("type", .text("string")), ("maxLength", .count(max)))
    case .phone: .members(("type", .text("string")), ("maxLength", .count(30)), ("examples", .texts(["13800005678"])))
    case .choice(let choices): .members(("type", .text("string")), ("enum", .texts(choices.map(\.value))))
    case .flag: .members(("type", .text("boolean")))
    case .whole(let range):
      .members(("type", .text("integer")), ("minimum", .whole(range.lowerBound)), ("maximum", .whole(range.upperBound)))
    case .decimal(let range):
      .members(
        ("type", .text("number")), ("minimum", .number("\(range.lowerBound)")), ("maximum", .number("\(range.upperBound)")))
    case .money(let range):
      .members(
        ("type", .text("number")), ("multipleOf", .number("0.01")), ("minimum", .number(yuan(range.lowerBound))),
        ("maximum", .number(yuan(range.upperBound))))
    case .moment: .members(("type", .text("string")), ("format", .text("date-time")))
    case .day: .members(("type", .text("string")), ("format", .text("date")))
    case .limit: .members(("type", .text("string")), ("pattern", .text("^[0-9]{1,5}(wd|wh|h|m|d)$")))
    case .reference(let kind): .members(("type", .text("string")), ("x-reference", .text(kind.rawValue)))
    case .identifier: .members(("type", .text("string")), ("pattern", .text("^[A-Z0-9-]{1,40}$")))
    case .list(let element, let max):
      .members(("type", .text("array")), ("items", element.schema), ("maxItems", .count(max)))
    case .object(let fields): Form.schema(of: fields)
    case .open(let max):
      .members(("type", .text("object")), ("maxProperties", .count(max)), ("additionalProperties", .flag(true)))
    }
  }
}
