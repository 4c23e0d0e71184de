import Casework
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Stands before everything: gives every answer the headers that protect it, every error a form, every request a line in the log.
struct FrontMiddleware: RouterMiddleware {
  typealias Context = LianxinContext

  let door: Door
  private let protection: HTTPFields

  /// - Parameter tiles: the one place elsewhere from which pictures may come.
  init(door: Door, tiles: MapTiles? = nil) {
    self.door = door
    protection = Self.protection(tiles)
  }

  /// Nothing comes from elsewhere but the ground of maps, nothing inline runs, nobody frames us.
  private static func policy(_ tiles: MapTiles?) -> String {
    [
      "default-src 'self'", "img-src 'self' data: blob:\(tiles.map { " \($0.origin)" } ?? "")", "object-src 'none'", "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].joined(separator: "; ")
  }

  func handle(
    _ request: Request, context: LianxinContext, next: (Request, LianxinContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = refusal(door.problem(for: error, context.logger), request)
    }
    response.headers.append(contentsOf: protection)
    log(request, context, response.status.code, since: start)
    return request.deliver(response, context)
  }

  private func refusal(_ problem: any Problem, _ request: Request) -> Response {
    let now = door.gate.now()
    let isProgram = request.uri.path.hasPrefix("/api/") || request.headers[.authorization] != nil
    guard !isProgram else { return ProblemAnswer.json(problem, acceptedLanguage(request.headers[.acceptLanguage]), at: now) }
    var headers = ProblemAnswer.headers(of: problem, at: now)
    headers[.contentType] = "text/html; charset=utf-8"
    let page = ErrorPage.render(problem, Guest.unknown(request).visitor, submitted: request.method != .get)
    return Response(status: .init(code: problem.status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: page.text)))
  }

  private static func protection(_ tiles: MapTiles?) -> HTTPFields {
    [
      .contentSecurityPolicy: policy(tiles), .xContentTypeOptions: "nosniff", .frameOptions: "DENY", .referrerPolicy: "same-origin",
      .permissionsPolicy: "camera=(self), geolocation=(self), microphone=()",
    ]
  }

  /// The template of the path, never the path: numbers and words of people do not belong in a log.
  private func log(_ request: Request, _ context: LianxinContext, _ status: Int, since start: ContinuousClock.Instant) {
    let level: Logger.Level = status >= 500 ? .warning : .debug
    guard context.logger.logLevel <= level else { return }
    let spent = start.duration(to: .now)
    let milliseconds = spent.components.seconds * 1000 + spent.components.attoseconds / 1_000_000_000_000_000
    context.logger.log(
      level: level, "request",
      metadata: [
        "method": .string(request.method.rawValue), "path": .string(context.endpointPath ?? "-"),
        "status": .stringConvertible(status), "ms": .stringConvertible(milliseconds),
      ])
  }
}
