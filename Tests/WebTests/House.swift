import Casework
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing
import Web
import Workdays

/// A small house with a door: three tokens, two sessions, a handful of endpoints.
enum House {
  static let dispatcher = Actor(account: "wang", name: "王派单", roles: [.dispatcher], unit: "hotline", scope: "root")
  static let officer = Actor(account: "li", name: "李<承办>", roles: [.officer], unit: "light", scope: "light")

  struct Doorman: Gate {
    func actor(bearer: String) async throws -> Actor? { ["disp": dispatcher, "off": officer][bearer] }

    func actor(session: String) async throws -> (actor: Actor, csrf: String)? {
      ["sdisp": (dispatcher, "token-d"), "soff": (officer, "token-o")][session]
    }

    var references: any References { World() }
    func now() -> Moment { Moment(milliseconds: 1_790_000_000_000) }
  }

  struct Wrong: Problem {
    let status = 409
    let code = "wrong-state"
    let sentence = Phrase("此件已签收。", "It is signed already.")
    let possible = ["feedback", "return"]
  }

  struct Locked: Problem {
    let status = 429
    let code = "locked"
    let sentence = Phrase("请稍后再试。", "Try again later.")
    let again: Moment?
  }

  struct Unforeseen: Error { let secret = "SELECT secret" }

  static let reason: Form = [
    .required("reason", .lines(20), Phrase("理由", "Reason")), Field("unit", .reference(.unit), Phrase("单位", "Unit")),
  ]

  static let endpoints: [Endpoint] = [
    .post(
      "orders/{number}/return", .roles([.officer]), Phrase("退单", "Return"), action: "return", form: reason, bodyLimit: 1000,
      creates: true
    ) { call in
      .created(
        .members(("number", .text(call.number)), ("reason", .text(call.input.text("reason"))), ("by", .text(call.actor.name))),
        at: Paths.order(call.number))
    },
    .post("orders/{number}/signature", .roles([.officer, .dispatcher]), Phrase("签收", "Sign")) { _ in throw Wrong() },
    .post(
      "orders/{number}/urging", .signedIn, Phrase("催办", "Urge"),
      form: [Field("seen", .whole(1...99), Phrase("页面版本", "Version seen")), Field("note", .lines(50), Phrase("备注", "Note"))]
    ) { _ in throw Wrong() },
    .post("orders/{number}/closure", .roles([.officer]), Phrase("办结", "Close")) { _ in throw Unforeseen() },
    .post("sessions", .anyone, Phrase("登录", "Sign in")) { _ in
      .ok(.members(("session", .text("s")))).setting(SetCookie(SetCookie.session, "s", lasts: 60))
    },
    .post("tries", .anyone, Phrase("试", "Try")) { call in throw Locked(again: call.now.adding(minutes: 2)) },
    .page("tries", .anyone, Phrase("试", "Try")) { call in .page("<p>later</p>", refusing: Locked(again: call.now.adding(minutes: 1))) },
    .get("orders", .signedIn, Phrase("工单", "Orders"), query: [Field("limit", .whole(1...100), Phrase("数量", "Number"))]) { call in
      .ok(.members(("limit", .whole(call.query.whole("limit") ?? 20))))
    },
    .page("orders/{number}", .signedIn, Phrase("工单", "Order")) { call in
      .page(Layout.page("工单", for: call.visitor, body: ActionForm.render(endpoints[0], call)))
    },
    .page("portal", .citizen, Phrase("首页", "Home")) { call in
      .page(Layout.page("Portal", for: call.visitor, style: .plain, body: "<p>\(call.actor.name)</p>"))
    },
    .post(
      "portal/appeals", .citizen, Phrase("提交诉求", "Send"), form: reason, surfaces: [.page],
      uploads: UploadRule(files: 2, each: 100, total: 150, kinds: [.png])
    ) { call in
      .created(.null, at: "/portal/appeals/\(call.uploads.count)-\(call.uploads.first?.type.count ?? 0)")
    },
  ]

  static func test(_ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void) async throws {
    let router = Router(context: LianxinContext.self)
    mount(endpoints, on: router, gate: Doorman())
    try await Application(router: router).test(.router) { try await body($0) }
  }
}

extension House {
  /// The house on a port of its own.
  static func serve<Value: Sendable>(_ body: @escaping @Sendable (UInt16) async throws -> Value) async throws -> Value {
    let router = Router(context: LianxinContext.self)
    mount(endpoints, on: router, gate: Doorman())
    let application = Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
    return try await application.test(.live) { try await body(UInt16($0.port ?? 0)) }
  }
}

extension TestClientProtocol {
  /// One call of the programming interface.
  func api(
    _ method: HTTPRequest.Method, _ path: String, token: String? = "off", json: String? = nil, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    if let token { headers[.authorization] = "Bearer \(token)" }
    if json != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
    return try await execute(uri: "/api/v1/\(path)", method: method, headers: headers, body: json.map { ByteBuffer(string: $0) })
  }

  /// One request of a browser.
  func page(
    _ method: HTTPRequest.Method, _ path: String, cookie: String? = "lianxin_session=soff", form: String? = nil, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    headers[.cookie] = cookie
    if form != nil, headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
    return try await execute(uri: path, method: method, headers: headers, body: form.map { ByteBuffer(string: $0) })
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }
  var json: JSONValue? { try? JSONParser.parse(Array(body.readableBytesView)) }
}
