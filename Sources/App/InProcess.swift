import Casework
import Web
import Workdays

/// The programming interface without a network: the same endpoints, the same reading of the input, the same permissions.
/// For rehearsals that run by a clock of their own.
public struct InProcess: Sendable {
  private let hotline: Hotline
  private let posts: [[Substring]: Endpoint]

  public init(_ hotline: Hotline) {
    self.hotline = hotline
    let posts = hotline.endpoints.filter { $0.method == .post && $0.surfaces.contains(.api) }
    self.posts = Dictionary(posts.map { ($0.path.split(separator: "/"), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Does what `POST /api/v1/<path>` would do at this moment.
  @discardableResult
  public func post(_ path: String, _ body: JSONValue, as actor: Actor, at now: Moment) async throws -> JSONValue {
    let segments = path.split(separator: "/")
    guard let (endpoint, parameters) = find(segments) else {
      throw CaseworkProblem.unknown(what: Phrase("接口", "endpoint"), key: path)
    }
    guard endpoint.who.admits(actor) else { throw LifecycleProblem.forbidden(action: endpoint.summary, by: []) }
    let references = hotline.gate.references
    let bytes = body.bytes
    let input = try endpoint.form.read(json: bytes, references: references)
    let call = Call(actor: actor, now: now, input: input, parameters: parameters, references: references, body: bytes)
    return try await endpoint.handle(call).json() ?? .null
  }

  private func find(_ segments: [Substring]) -> (Endpoint, [String: String])? {
    if let endpoint = posts[segments] { return (endpoint, [:]) }
    guard segments.count == 3 else { return nil }
    guard let endpoint = posts[[segments[0], "{number}", segments[2]]] else { return nil }
    return (endpoint, ["number": String(segments[1])])
  }
}
