import Casework
import Web
import Workdays

/// The programming interface without a network: the same endpoints, the same reading of the input, the same permissions.
/// For rehearsals that run by a clock of their own.
public struct InProcess: Sendable {
  private let hotline: Hotline
  private let posts: [[Substring]: Endpoint]
  private let gets: [[Substring]: Endpoint]

  public init(_ hotline: Hotline) {
    self.hotline = hotline
    posts = Self.table(.post, hotline)
    gets = Self.table(.get, hotline)
  }

  private static func table(_ method: Endpoint.Method, _ hotline: Hotline) -> [[Substring]: Endpoint] {
    let endpoints = hotline.endpoints.filter { $0.method == method && $0.surfaces.contains(.api) }
    return Dictionary(endpoints.map { ($0.path.split(separator: "/"), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What `GET /api/v1/<path>` would answer at this moment, without any question behind the path.
  public func get(_ path: String, as actor: Actor, at now: Moment) async throws -> JSONValue {
    guard let (endpoint, parameters) = find(path.split(separator: "/"), in: gets) else {
      throw CaseworkProblem.unknown(what: Phrase("接口", "endpoint"), key: path)
    }
    guard endpoint.who.admits(actor) else { throw LifecycleProblem.forbidden(action: endpoint.summary, by: []) }
    let call = Call(actor: actor, now: now, parameters: parameters, references: hotline.gate.references)
    return try await endpoint.handle(call).json() ?? .null
  }

  /// Does what `POST /api/v1/<path>` would do at this moment.
  @discardableResult
  public func post(_ path: String, _ body: JSONValue, as actor: Actor, at now: Moment) async throws -> JSONValue {
    let segments = path.split(separator: "/")
    guard let (endpoint, parameters) = find(segments, in: posts) else {
      throw CaseworkProblem.unknown(what: Phrase("接口", "endpoint"), key: path)
    }
    guard endpoint.who.admits(actor) else { throw LifecycleProblem.forbidden(action: endpoint.summary, by: []) }
    let references = hotline.gate.references
    let bytes = body.bytes
    let input = try endpoint.form.read(json: bytes, references: references)
    let call = Call(actor: actor, now: now, input: input, parameters: parameters, references: references, body: bytes)
    return try await endpoint.handle(call).json() ?? .null
  }

  private func find(_ segments: [Substring], in table: [[Substring]: Endpoint]) -> (Endpoint, [String: String])? {
    if let endpoint = table[segments] { return (endpoint, [:]) }
    guard segments.count == 3 else { return nil }
    guard let endpoint = table[[segments[0], "{number}", segments[2]]] else { return nil }
    return (endpoint, ["number": String(segments[1])])
  }
}
