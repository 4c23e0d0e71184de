import Casework
import HTTPTypes
import Hummingbird
import NIOCore
import Workdays

/// Endpoints as pages: sessions in cookies, forms with a token, answers in HTML.
struct PageSurface: Sendable {
  let door: Door

  func respond(_ endpoint: Endpoint, _ request: Request, _ context: LianxinContext) async -> Response {
    var guest = Guest.unknown(request)
    var call: Call?
    do {
      guest = try await Guest.arriving(request, door.gate)
      if endpoint.method != .get, !request.isSameSite { throw WebProblem.crossSite }
      guard endpoint.who.isOpen || guest.actor != nil else { return signIn(request, guest) }
      guard endpoint.who.admits(guest.actor) else { throw WebProblem.forbidden(endpoint.who) }
      let arrived = try await read(endpoint, guest, request, context, &call)
      var answer = try await endpoint.handle(arrived)
      if let toast = toast(of: answer, endpoint, arrived) { answer.cookies.append(toast.cookie) }
      return guest.finish(try response(answer, request, context), request)
    } catch {
      let problem = door.problem(for: error, context.logger)
      return guest.finish(await refusal(problem, endpoint, guest, call, request, context), request)
    }
  }

  /// Reads the request; `call` keeps what is known so far, so that a refused form can be shown again.
  private func read(
    _ endpoint: Endpoint, _ guest: Guest, _ request: Request, _ context: LianxinContext, _ call: inout Call?
  ) async throws -> Call {
    let references = door.gate.references
    let parameters = try door.parameters(endpoint, context)
    let query = try endpoint.query.read(form: guest.asked(by: endpoint.query), references: references)
    var sent = Sent()
    func made(_ input: Input) throws -> Call {
      Call(
        actor: endpoint.who == .citizen ? .citizen : guest.actor ?? .citizen, now: door.gate.now(), surface: .page,
        visitor: guest.visitor, input: input, query: query, parameters: parameters, references: references, uploads: sent.uploads,
        submitted: sent.form, idempotencyKey: try door.idempotencyKey(sent.form[SubmittedForm.keyName]),
        body: Fingerprint.bytes(sent.form, sent.uploads), address: address(of: request, context), session: guest.session,
        wantsFragment: request.wantsFragment)
    }
    guard endpoint.method != .get else { return try made(.empty) }
    sent = try await self.sent(endpoint, request)
    let token = sent.form[SubmittedForm.tokenName] ?? request.headers[.csrfToken] ?? ""
    call = try made(.empty)
    guard sameSecret(token, guest.visitor.token), !guest.isNew else { throw WebProblem.staleForm }
    return try made(sent.input(endpoint.form, references))
  }

  private func sent(_ endpoint: Endpoint, _ request: Request) async throws -> Sent {
    let type = request.mediaType
    if type == "multipart/form-data", let rule = endpoint.uploads {
      let form = try await door.multipart(request, rule, readsOn: true)
      return Sent(form: form.submitted, uploads: form.uploads, refused: form.refused)
    }
    guard type == nil || type == "application/x-www-form-urlencoded" else {
      throw WebProblem.badType(expected: "application/x-www-form-urlencoded")
    }
    // One Chinese character is nine bytes in a form and three in JSON.
    let body = try await door.bytes(of: request, limit: endpoint.bodyLimit * 3)
    guard type != nil || body.isEmpty else { throw WebProblem.badType(expected: "application/x-www-form-urlencoded") }
    return Sent(form: try URLEncoded.read(body))
  }

  /// What somebody at work did, for the page that follows; a citizen's pages say it themselves.
  private func toast(of answer: Answer, _ endpoint: Endpoint, _ call: Call) -> Toast? {
    guard endpoint.method == .post, endpoint.who != .citizen, call.visitor.actor?.standing == .staff, answer.at != nil,
      case .json = answer.body
    else { return nil }
    switch answer.told {
    case .nothing: return nil
    case .words(let toast): return toast
    case .usual:
      let number = call.parameters["number"].map { " · \($0)" } ?? ""
      return Toast(.done, Phrase("已办：\(endpoint.summary.zh)\(number)", "Done: \(endpoint.summary.en)\(number)"), call.language)
    }
  }

  private func signIn(_ request: Request, _ guest: Guest) -> Response {
    // Back to the page on which something was typed: the browser has kept it there.
    let isPage = request.method == .get && !request.wantsFragment
    let login = Paths.login(next: isPage ? guest.visitor.path : request.pageBefore)
    return guest.finish(goOn(to: login, request), request)
  }

  private func refusal(
    _ problem: any Problem, _ endpoint: Endpoint, _ guest: Guest, _ call: Call?, _ request: Request, _ context: LianxinContext
  ) async -> Response {
    let isStale = problem.code == WebProblem.staleForm.code
    if let call, problem.status == 409, !request.wantsFragment, let page = ConflictPage.render(endpoint, call, problem) {
      return html(page, status: 409, ProblemAnswer.headers(of: problem, at: door.gate.now()))
    }
    if let call, problem.status == 422 || isStale, !request.wantsFragment {
      do {
        let page = try await endpoint.redraw?(call, problem) ?? FormPage.render(endpoint, call, problem)
        return html(page, status: problem.status)
      } catch {
        return html(ErrorPage.render(door.problem(for: error, context.logger), guest.visitor, submitted: true), status: 500)
      }
    }
    let body =
      request.wantsFragment
      ? ErrorPage.fragment(problem, guest.visitor) : ErrorPage.render(problem, guest.visitor, submitted: request.method != .get)
    return html(body, status: problem.status, ProblemAnswer.headers(of: problem, at: door.gate.now()))
  }

  private func response(_ answer: Answer, _ request: Request, _ context: LianxinContext) throws -> Response {
    var response: Response
    switch (answer.body, answer.at) {
    case (.html(let page), _), (.fragment(let page), _):
      let headers = answer.problem.map { ProblemAnswer.headers(of: $0, at: door.gate.now()) }
      response = html(page, status: answer.status, headers ?? [.cacheControl: "no-store"])
    case (.file(let bytes, let type, let name), _):
      let headers: HTTPFields = [.contentType: type, .contentDisposition: disposition(name), .cacheControl: "private, no-cache"]
      response = Response(status: .ok, headers: headers, body: .init(byteBuffer: bytes.buffer))
    case (.live(let live), _): response = live.response(context.channel)
    case (_, let at?): response = goOn(to: at, request)
    case (.json(let encode), nil) where request.method == .get:
      let headers: HTTPFields = [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"]
      response = Response(status: .ok, headers: headers, body: .init(byteBuffer: try encode().buffer))
    case (.json, nil), (.none, nil): response = goOn(to: Paths.home, request)
    }
    for cookie in answer.cookies {
      response.headers.append(HTTPField(name: .setCookie, value: cookie.header(secure: request.isSecure)))
    }
    return response
  }

  /// A browser goes on by itself; htmx is told by a header, since it would follow and swap.
  private func goOn(to path: String, _ request: Request) -> Response {
    if request.wantsFragment { return Response(status: .ok, headers: [.htmxRedirect: path, .cacheControl: "no-store"]) }
    return Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
  }

  private func html(_ html: HTML, status: Int, _ more: HTTPFields = [.cacheControl: "no-store"]) -> Response {
    var headers = more
    headers[.contentType] = "text/html; charset=utf-8"
    return Response(status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: html.text)))
  }
}

/// What a browser sent: words, files, and the files that are not taken.
struct Sent: Sendable {
  var form = SubmittedForm.empty
  var uploads: [Upload] = []
  var refused: [FieldProblem] = []

  /// The input, or everything that is wrong with fields and files together, so that a person corrects once.
  func input(_ fields: Form, _ references: any References) throws(InvalidInput) -> Input {
    var problems: [FieldProblem] = []
    do {
      let input = try fields.read(form: form, references: references)
      if refused.isEmpty { return input }
    } catch {
      problems = error.fields
    }
    throw InvalidInput(problems + refused)
  }
}
