import Web

/// The schemas of answers; named objects are gathered once and referred to.
struct Schemas {
  private(set) var named: [JSONValue.Member] = []
  private var names: Set<String> = []

  mutating func schema(_ shape: AnswerShape) -> JSONValue {
    switch shape {
    case .none: .members(("type", .text("null")))
    case .text: .members(("type", .text("string")))
    case .whole: .members(("type", .text("integer")))
    case .decimal: .members(("type", .text("number")))
    case .flag: .members(("type", .text("boolean")))
    case .moment: .members(("type", .text("string")), ("format", .text("date-time")))
    case .day: .members(("type", .text("string")), ("format", .text("date")))
    case .choice(let values): .members(("type", .text("string")), ("enum", .texts(values)))
    case .list(let element): .members(("type", .text("array")), ("items", schema(element)))
    case .object(let name, let members): object(name, members)
    case .page(let element): page(element)
    case .open: .members(("type", .text("object")), ("additionalProperties", .flag(true)))
    case .file: .members(("type", .text("string")), ("format", .text("binary")))
    }
  }

  private mutating func object(_ name: String, _ members: [AnswerShape.Member]) -> JSONValue {
    guard names.insert(name).inserted else { return OpenAPI.reference(name) }
    var properties: [JSONValue.Member] = []
    for member in members { properties.append(JSONValue.Member(member.name, schema(member.shape))) }
    let required = members.filter(\.always).map(\.name)
    named.append(
      JSONValue.Member(
        name,
        .members(
          ("type", .text("object")), ("properties", .object(properties)), ("required", required.isEmpty ? nil : .texts(required)))))
    return OpenAPI.reference(name)
  }

  private mutating func page(_ element: AnswerShape) -> JSONValue {
    let items = JSONValue.members(("type", .text("array")), ("items", schema(element)))
    let next = JSONValue.members(("type", .text("string")), ("description", .text("The cursor `after` of the next page")))
    let total = JSONValue.members(("type", .text("integer")), ("description", .text("Capped at 1000")))
    return .members(
      ("type", .text("object")), ("properties", .members(("items", items), ("next", next), ("total", total))),
      ("required", .texts(["items"])))
  }
}
