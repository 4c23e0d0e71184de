import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Workdays

/// Endpoints under `/api/v1`: bearer tokens, JSON in and out, problems after RFC 9457.
struct ApiSurface: Sendable {
  let door: Door

  func respond(_ endpoint: Endpoint, _ request: Request, _ context: LianxinContext) async -> Response {
    let language = acceptedLanguage(request.headers[.acceptLanguage])
    do {
      let actor = try await actor(endpoint, request)
      let call = try await call(endpoint, actor, language, request, context)
      let answer = try await endpoint.handle(call)
      assert((answer.status == 201) == endpoint.creates, "\(endpoint.path) answers \(answer.status), but is described otherwise")
      var response = try response(answer)
      for cookie in answer.cookies {
        response.headers.append(HTTPField(name: .setCookie, value: cookie.header(secure: request.isSecure)))
      }
      return response
    } catch {
      return ProblemAnswer.json(door.problem(for: error, context.logger), language, at: door.gate.now())
    }
  }

  private func actor(_ endpoint: Endpoint, _ request: Request) async throws -> Actor {
    if endpoint.who == .citizen { return .citizen }
    guard let header = request.headers[.authorization] else {
      guard endpoint.who.isOpen else { throw WebProblem.signedOut }
      return .citizen
    }
    let word = header.prefix(7).lowercased()
    guard word == "bearer ", header.utf8.count <= 600 else { throw WebProblem.badToken }
    guard let actor = try await door.gate.actor(bearer: trimmed(String(header.dropFirst(7)))) else { throw WebProblem.badToken }
    guard endpoint.who.admits(actor) else { throw WebProblem.forbidden(endpoint.who) }
    return actor
  }

  private func call(
    _ endpoint: Endpoint, _ actor: Actor, _ language: Language, _ request: Request, _ context: LianxinContext
  ) async throws -> Call {
    let references = door.gate.references
    let parameters = try door.parameters(endpoint, context)
    let asked = try URLEncoded.read((request.uri.query ?? "").utf8)
    let query = try endpoint.query.read(form: asked, references: references)
    let content = try await content(endpoint, request, references)
    return Call(
      actor: actor, now: door.gate.now(), surface: .api, visitor: Visitor(actor: actor, language: language), input: content.input,
      query: query, parameters: parameters, references: references, uploads: content.uploads,
      idempotencyKey: try door.idempotencyKey(request.headers[.idempotencyKey]), body: content.body,
      address: address(of: request, context))
  }

  private func content(_ endpoint: Endpoint, _ request: Request, _ references: any References) async throws -> Content {
    guard endpoint.method == .post else { return Content() }
    let type = request.mediaType
    if type == "multipart/form-data", let rule = endpoint.uploads {
      let form = try await door.multipart(request, rule)
      let input = try endpoint.form.read(form: form.submitted, references: references)
      return Content(input: input, body: Fingerprint.bytes(form.submitted, form.uploads), uploads: form.uploads)
    }
    let isJSON = type == "application/json" || (type?.hasPrefix("application/") == true && type?.hasSuffix("+json") == true)
    guard isJSON || type == nil else { throw WebProblem.badType(expected: "application/json") }
    let body = try await door.bytes(of: request, limit: endpoint.bodyLimit)
    guard isJSON || body.isEmpty else { throw WebProblem.badType(expected: "application/json") }
    return Content(input: try endpoint.form.read(json: body, references: references), body: body)
  }

  private func response(_ answer: Answer) throws -> Response {
    var headers: HTTPFields = [.cacheControl: "no-store"]
    let body: [UInt8]
    switch answer.body {
    case .none, .live: return Response(status: .init(code: answer.status == 303 ? 204 : answer.status), headers: headers)
    case .json(let encode):
      headers[.contentType] = "application/json; charset=utf-8"
      body = try encode()
    case .html(let html), .fragment(let html):
      headers[.contentType] = "text/html; charset=utf-8"
      body = Array(html.text.utf8)
    case .file(let bytes, let type, let name):
      headers[.contentType] = type
      headers[.contentDisposition] = disposition(name)
      body = bytes
    }
    return Response(status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: body.buffer))
  }
}

/// What a caller sent, read.
struct Content: Sendable {
  var input = Input.empty
  var body: [UInt8] = []
  var uploads: [Upload] = []
}

/// How a browser treats a file: stored under its name, or shown.
func disposition(_ name: String?) -> String {
  name.map { "attachment; filename*=UTF-8''\(percentEncoded($0))" } ?? "inline"
}
