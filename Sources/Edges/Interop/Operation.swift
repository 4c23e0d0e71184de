import Casework
import Web
import Workdays

/// One endpoint as an operation of the document.
enum Operation {
  static func render(_ endpoint: Endpoint, _ schemas: inout Schemas) -> JSONValue {
    .members(
      ("operationId", .text(identifier(endpoint))),
      ("summary", .text(endpoint.summary.en)),
      ("description", .text(description(endpoint))),
      ("tags", .texts([endpoint.path.split(separator: "/").first.map(String.init) ?? "home"])),
      ("security", endpoint.who.isOpen ? .list([]) : nil),
      ("parameters", parameters(endpoint)),
      ("requestBody", body(endpoint)),
      ("responses", responses(endpoint, &schemas)),
      ("x-action", .optional(endpoint.action)),
      ("x-roles", roles(endpoint)))
  }

  /// `postOrdersNumberSignature`
  private static func identifier(_ endpoint: Endpoint) -> String {
    let words = endpoint.path.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return "\(endpoint.method.rawValue.lowercased())\(words.joined())"
  }

  private static func description(_ endpoint: Endpoint) -> String {
    guard case .roles(let allowed) = endpoint.who else { return endpoint.summary.zh }
    let names = Role.allCases.filter(allowed.contains).map(\.phrase.zh).joined(separator: "、")
    return "\(endpoint.summary.zh)（\(names)）"
  }

  private static func roles(_ endpoint: Endpoint) -> JSONValue? {
    guard case .roles(let allowed) = endpoint.who else { return nil }
    return .texts(Role.allCases.filter(allowed.contains).map(\.rawValue))
  }

  private static func parameters(_ endpoint: Endpoint) -> JSONValue? {
    var list = endpoint.placeholders.map { name in
      let pattern: String? = name == "number" ? "^[A-Z0-9-]{1,40}$" : nil
      let schema = JSONValue.members(("type", .text("string")), ("pattern", .optional(pattern)))
      return JSONValue.members(("name", .text(name)), ("in", .text("path")), ("required", .flag(true)), ("schema", schema))
    }
    list += endpoint.query.fields.map { field in
      .members(("name", .text(field.name)), ("in", .text("query")), ("required", .flag(field.required)), ("schema", field.schema))
    }
    if endpoint.method == .post {
      let schema = JSONValue.members(("type", .text("string")), ("maxLength", .count(200)))
      let note = "The same key and body get the same answer; the same key with another body is refused (422)."
      list.append(
        .members(
          ("name", .text("Idempotency-Key")), ("in", .text("header")), ("description", .text(note)), ("schema", schema)))
    }
    return list.isEmpty ? nil : .list(list)
  }

  private static func body(_ endpoint: Endpoint) -> JSONValue? {
    guard endpoint.method == .post, !endpoint.form.fields.isEmpty || endpoint.uploads != nil else { return nil }
    // What takes files cannot do without them, and JSON carries none.
    let (type, schema) =
      endpoint.uploads.map { ("multipart/form-data", upload(endpoint.form, $0)) } ?? ("application/json", endpoint.form.schema)
    let required = endpoint.uploads != nil || endpoint.form.fields.contains(where: \.required)
    return .members(
      ("required", .flag(required)), ("content", .object([JSONValue.Member(type, .members(("schema", schema)))])))
  }

  /// The form's fields with the files beside them.
  private static func upload(_ form: Form, _ rule: UploadRule) -> JSONValue {
    let file = JSONValue.members(("type", .text("string")), ("format", .text("binary")))
    let files = JSONValue.members(
      ("type", .text("array")), ("items", file), ("minItems", .count(1)), ("maxItems", .count(rule.files)))
    var properties = [JSONValue.Member(UploadRule.control, files)]
    if case .object(let own)? = form.schema["properties"] { properties += own }
    let required = [UploadRule.control] + form.fields.filter(\.required).map(\.name)
    return .members(("type", .text("object")), ("properties", .object(properties)), ("required", .texts(required)))
  }

  private static func responses(_ endpoint: Endpoint, _ schemas: inout Schemas) -> JSONValue {
    let problem = JSONValue.members(("$ref", .text("#/components/responses/Problem")))
    let success = endpoint.method == .post && endpoint.creates ? "201" : endpoint.answers == .none ? "204" : "200"
    return .members((success, answer(endpoint, &schemas)), ("default", problem))
  }

  private static func answer(_ endpoint: Endpoint, _ schemas: inout Schemas) -> JSONValue {
    let note = JSONValue.text(endpoint.summary.en)
    switch endpoint.answers {
    case .none: return .members(("description", note))
    case .file(let type):
      let schema = JSONValue.members(("type", .text("string")), ("format", .text("binary")))
      return .members(("description", note), ("content", .object([JSONValue.Member(type, .members(("schema", schema)))])))
    default:
      let schema = schemas.schema(endpoint.answers)
      return .members(("description", note), ("content", .members(("application/json", .members(("schema", schema))))))
    }
  }
}
