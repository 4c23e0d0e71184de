import Casework
import HTTPTypes
import Hummingbird

/// Puts every endpoint on the router, with the assets and what the pages need themselves.
///
/// Called once, with the endpoints of all modules and before any other route, so that its middleware (security headers,
/// access log, errors in the right form) stands before everything.
/// - Parameters:
///   - tiles: where the ground of maps comes from, if from anywhere.
///   - translate: makes a problem of an error that the gate or the store throws; nil for what nobody foresaw.
public func mount(
  _ endpoints: [Endpoint], on router: Router<LianxinContext>, gate: any Gate, tiles: MapTiles? = nil,
  translate: @escaping @Sendable (any Error) -> (any Problem)? = { _ in nil }
) {
  let door = Door(gate: gate, translate: translate)
  router.add(middleware: FrontMiddleware(door: door, tiles: tiles))
  var table = RouteTable()
  let api = ApiSurface(door: door)
  let pages = PageSurface(door: door)
  for endpoint in endpoints + Preferences.endpoints {
    if endpoint.surfaces.contains(.api) {
      table.add("api/v1/\(endpoint.path)", endpoint.method) { await api.respond(endpoint, $0, $1) }
    }
    if endpoint.surfaces.contains(.page) {
      table.add(endpoint.path, endpoint.method) { await pages.respond(endpoint, $0, $1) }
    }
  }
  table.add("assets/{hash}/{name}", .get) { try AssetAnswer.respond($0, $1) }
  table.add("favicon.ico", .get) { request, _ in try AssetAnswer.mark(request) }
  table.put(on: router)
}

/// The routes by path, so that the methods that a path lacks are refused by name.
private struct RouteTable {
  typealias Handler = @Sendable (Request, LianxinContext) async throws -> Response

  private var paths: [String] = []
  private var routes: [String: [HTTPRequest.Method: Handler]] = [:]

  mutating func add(_ path: String, _ method: Endpoint.Method, _ handler: @escaping Handler) {
    guard let method = HTTPRequest.Method(method.rawValue) else { return }
    if routes[path] == nil { paths.append(path) }
    routes[path, default: [:]][method] = handler
  }

  func put(on router: Router<LianxinContext>) {
    for path in paths {
      var handlers = routes[path] ?? [:]
      if let get = handlers[.get] { handlers[.head] = { try await get($0, $1).createHeadResponse() } }
      let allowed = handlers.keys.map(\.rawValue).sorted()
      for method in [HTTPRequest.Method.get, .head, .post, .put, .patch, .delete] where handlers[method] == nil {
        handlers[method] = { _, _ in throw WebProblem.badMethod(allowed: allowed) }
      }
      for (method, handler) in handlers { router.on(RouterPath(path), method: method, use: handler) }
    }
  }
}
