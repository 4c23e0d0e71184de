import Casework
import HTTPTypes
import Hummingbird
import Workdays

/// One browser at the door: its session, its language, its token.
struct Guest: Sendable {
  let actor: Actor?
  let session: String?
  let visitor: Visitor
  /// What the address asked for.
  let query: SubmittedForm
  /// Cookies that this answer sets.
  let cookies: [SetCookie]
  /// Nobody has given this browser a token before, so no form of ours can carry it.
  let isNew: Bool

  private static let year = 31_536_000

  /// Before anything is known: enough to say in the right language that something is wrong.
  static func unknown(_ request: Request) -> Guest {
    let visitor = Visitor(language: language(request, .empty), path: Paths.inside(request.uri.path))
    return Guest(actor: nil, session: nil, visitor: visitor, query: .empty, cookies: [], isNew: true)
  }

  static func arriving(_ request: Request, _ gate: any Gate) async throws -> Guest {
    let query = try URLEncoded.read((request.uri.query ?? "").utf8)
    var cookies: [SetCookie] = []
    if let asked = query["lang"].flatMap(Language.init(rawValue:)) {
      cookies.append(SetCookie(SetCookie.language, asked.rawValue, lasts: year))
    }
    let session = request.cookie(SetCookie.session)
    var (actor, token, isNew): (Actor?, String, Bool) = (nil, "", false)
    if let session, session.utf8.count <= 200, let known = try await gate.actor(session: session) {
      (actor, token) = (known.actor, known.csrf)
    } else if let visit = request.cookie(SetCookie.visit), visit.utf8.count == 32 {
      token = visit
    } else {
      (token, isNew) = (randomToken(bytes: 16), true)
      cookies.append(SetCookie(SetCookie.visit, token))
    }
    var visitor = Visitor(
      actor: actor, language: language(request, query), token: token, large: request.cookie(SetCookie.size) == "large",
      contrast: request.cookie(SetCookie.contrast) == "more", path: Paths.inside(request.uri.string),
      surroundings: gate.surroundings(for: actor))
    if actor != nil, request.method == .get, !request.wantsFragment { visitor.told = Toast(cookie: request.cookie(SetCookie.told)) }
    return Guest(actor: actor, session: session, visitor: visitor, query: query, cookies: cookies, isNew: isNew)
  }

  /// The query as far as the endpoint knows it; addresses of pages collect other things on their way.
  func asked(by form: Form) -> SubmittedForm {
    let names = Set(form.fields.map(\.name))
    return SubmittedForm(query.pairs.filter { names.contains($0.name) && !$0.text.isEmpty }.map { ($0.name, $0.text) })
  }

  func finish(_ response: Response, _ request: Request) -> Response {
    var response = response
    // Said once, by the first page that is shown.
    let isShown = visitor.told != nil && response.headers[.contentType]?.hasPrefix("text/html") == true
    for cookie in cookies + (isShown ? [.removed(SetCookie.told)] : []) {
      response.headers.append(HTTPField(name: .setCookie, value: cookie.header(secure: request.isSecure)))
    }
    return response
  }

  private static func language(_ request: Request, _ query: SubmittedForm) -> Language {
    query["lang"].flatMap(Language.init(rawValue:)) ?? request.cookie(SetCookie.language).flatMap(Language.init(rawValue:))
      ?? acceptedLanguage(request.headers[.acceptLanguage])
  }
}
