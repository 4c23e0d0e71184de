import Casework
import Workdays

/// One thing that can be asked of the program. The programming interface and the page are made from the same value:
/// `POST /api/v1/<path>` with a bearer token and JSON, and `POST /<path>` with a session and a form.
public struct Endpoint: Sendable {
  public enum Method: String, Sendable, Hashable {
    case get = "GET"
    case post = "POST"
    case delete = "DELETE"
  }

  public enum Surface: Sendable, Hashable { case api, page }

  public typealias Handler = @Sendable (Call) async throws -> Answer
  /// Shows the page again on which a form was filled in, with what was wrong.
  public typealias Redraw = @Sendable (Call, any Problem) async throws -> HTML

  public let method: Method
  /// A noun with placeholders: `orders/{number}/signature`. A placeholder `{number}` takes the number of a case.
  public let path: String
  public let who: Access
  public let summary: Phrase
  /// The action of the lifecycle that this performs.
  public var action: String?
  public var query: Form
  public var form: Form
  public var answers: AnswerShape
  public var surfaces: Set<Surface>
  /// The most bytes of a body that is not multipart.
  public var bodyLimit: Int
  /// What may be uploaded; nothing unless it says so.
  public var uploads: UploadRule?
  /// Whether success means that something new came into being (201).
  public var creates: Bool
  /// Shown instead of the generic form page where the input is refused.
  public var redraw: Redraw?
  public let handle: Handler

  public init(
    _ method: Method, _ path: String, _ who: Access, _ summary: Phrase, action: String? = nil, query: Form = .empty,
    form: Form = .empty, answers: AnswerShape = .none, surfaces: Set<Surface> = [.api, .page], bodyLimit: Int = 65_536,
    uploads: UploadRule? = nil, creates: Bool = false, redraw: Redraw? = nil, handle: @escaping Handler
  ) {
    self.method = method
    self.path = path
    self.who = who
    self.summary = summary
    self.action = action
    self.query = query
    self.form = form
    self.answers = answers
    self.surfaces = surfaces
    self.bodyLimit = bodyLimit
    self.uploads = uploads
    self.creates = creates
    self.redraw = redraw
    self.handle = handle
  }

  /// The names in the path's placeholders.
  public var placeholders: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }.map { String($0.dropFirst().dropLast()) }
  }

  /// The last segment that is no placeholder: `signature`.
  public var noun: String {
    path.split(separator: "/").last { !$0.hasPrefix("{") }.map(String.init) ?? ""
  }
}

extension Endpoint {
  /// Changes something.
  public static func post(
    _ path: String, _ who: Access, _ summary: Phrase, action: String? = nil, query: Form = .empty, form: Form = .empty,
    answers: AnswerShape = .none, surfaces: Set<Surface> = [.api, .page], bodyLimit: Int = 65_536, uploads: UploadRule? = nil,
    creates: Bool = false, redraw: Redraw? = nil, handle: @escaping Handler
  ) -> Endpoint {
    Endpoint(
      .post, path, who, summary, action: action, query: query, form: form, answers: answers, surfaces: surfaces,
      bodyLimit: bodyLimit, uploads: uploads, creates: creates, redraw: redraw, handle: handle)
  }

  /// Answers a question in JSON.
  public static func get(
    _ path: String, _ who: Access, _ summary: Phrase, query: Form = .empty, answers: AnswerShape = .none,
    surfaces: Set<Surface> = [.api], handle: @escaping Handler
  ) -> Endpoint {
    Endpoint(.get, path, who, summary, query: query, answers: answers, surfaces: surfaces, handle: handle)
  }

  /// Shows a page or a piece of one.
  public static func page(
    _ path: String, _ who: Access, _ summary: Phrase, query: Form = .empty, handle: @escaping Handler
  ) -> Endpoint {
    Endpoint(.get, path, who, summary, query: query, surfaces: [.page], handle: handle)
  }

  public static func delete(
    _ path: String, _ who: Access, _ summary: Phrase, query: Form = .empty, answers: AnswerShape = .none,
    handle: @escaping Handler
  ) -> Endpoint {
    Endpoint(.delete, path, who, summary, query: query, answers: answers, surfaces: [.api], handle: handle)
  }
}
