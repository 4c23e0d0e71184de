import Casework
import Web
import Workdays

/// The OpenAPI 3.1 document, made from the same endpoints that are mounted, so that it cannot tell anything else.
public enum OpenAPI {
  /// - Parameter endpoints: all of the program; those without the programming interface are left out.
  public static func document(_ endpoints: [Endpoint], title: Phrase, version: String) -> [UInt8] {
    let offered = endpoints.filter { $0.surfaces.contains(.api) }
    var schemas = Schemas()
    var paths: [JSONValue.Member] = []
    var order: [String] = []
    for endpoint in offered where !order.contains(endpoint.path) { order.append(endpoint.path) }
    for path in order {
      let operations = offered.filter { $0.path == path }.map { endpoint in
        JSONValue.Member(endpoint.method.rawValue.lowercased(), Operation.render(endpoint, &schemas))
      }
      paths.append(JSONValue.Member("/api/v1/\(path)", .object(operations)))
    }
    return JSONValue.members(
      ("openapi", .text("3.1.0")),
      ("info", .members(("title", .text(title.en)), ("summary", .text(title.zh)), ("version", .text(version)))),
      ("paths", .object(paths)),
      ("components", components(schemas)),
      ("security", .list([.members(("token", .list([])))]))
    ).bytes
  }

  private static func components(_ schemas: Schemas) -> JSONValue {
    .members(
      ("schemas", .object([JSONValue.Member("Problem", problem)] + schemas.named)),
      ("securitySchemes", .members(("token", .members(("type", .text("http")), ("scheme", .text("bearer")))))),
      (
        "responses",
        .members(
          (
            "Problem",
            .members(
              ("description", .text("What went wrong and what to do next (出了什么问题)")),
              ("content", .members(("application/problem+json", .members(("schema", reference("Problem"))))))
            )
          ))
      ))
  }

  static func reference(_ name: String) -> JSONValue { .members(("$ref", .text("#/components/schemas/\(name)"))) }

  /// RFC 9457, with the wrong fields and the actions that are possible.
  private static let problem: JSONValue = {
    let text = JSONValue.members(("type", .text("string")))
    let field = JSONValue.members(
      ("type", .text("object")), ("properties", .members(("field", text), ("reason", text))), ("required", .texts(["field", "reason"])))
    return .members(
      ("type", .text("object")),
      (
        "properties",
        .members(
          ("type", text), ("title", text), ("status", .members(("type", .text("integer")))), ("detail", text),
          ("errors", .members(("type", .text("array")), ("items", field))),
          ("possible", .members(("type", .text("array")), ("items", text))))
      ),
      ("required", .texts(["type", "title", "status", "detail"])))
  }()
}
