import Casework
import Foundation

/// What a handler answers; the mount makes of it what the surface needs.
public struct Answer: Sendable {
  enum Body: Sendable {
    case none
    /// Encoded only where somebody reads it: a page that goes on elsewhere does not.
    case json(@Sendable () throws -> [UInt8])
    case html(HTML)
    case fragment(HTML)
    case file([UInt8], type: String, name: String?)
    case live(LiveAnswer)
  }

  let status: Int
  let body: Body
  /// The page to go on with.
  let at: String?
  var cookies: [SetCookie] = []
  /// What the page that follows says was done.
  var told: Told = .usual

  enum Told: Sendable, Hashable {
    /// The summary of the endpoint.
    case usual
    case nothing
    case words(Toast)
  }

  /// What a page refuses, for the headers that go with it.
  var problem: (any Problem)?

  init(status: Int, body: Body, at: String? = nil) {
    self.status = status
    self.body = body
    self.at = at
  }

  /// Something new came into being; its page is `at`.
  public static func created(json: some Encodable & Sendable, at: String) -> Answer {
    Answer(status: 201, body: .json { try Answer.encode(json) }, at: at)
  }

  public static func created(_ json: JSONValue, at: String) -> Answer {
    Answer(status: 201, body: .json { json.bytes }, at: at)
  }

  /// - Parameter at: the page on which a form's sender goes on.
  public static func ok(json: some Encodable & Sendable, at: String? = nil) -> Answer {
    Answer(status: 200, body: .json { try Answer.encode(json) }, at: at)
  }

  public static func ok(_ json: JSONValue, at: String? = nil) -> Answer {
    Answer(status: 200, body: .json { json.bytes }, at: at)
  }

  /// JSON that is encoded already, such as a remembered answer.
  public static func raw(_ bytes: [UInt8], status: Int = 200, at: String? = nil) -> Answer {
    Answer(status: status, body: .json { bytes }, at: at)
  }

  /// A whole page, as `Layout` makes it.
  public static func page(_ html: HTML, status: Int = 200) -> Answer { Answer(status: status, body: .html(html)) }

  /// A page that says what is refused, with the status and the headers of that.
  public static func page(_ html: HTML, refusing problem: any Problem) -> Answer {
    var answer = Answer(status: problem.status, body: .html(html))
    answer.problem = problem
    return answer
  }

  /// A part that a page loads.
  public static func fragment(_ html: HTML) -> Answer { Answer(status: 200, body: .fragment(html)) }

  public static func seeOther(_ path: String) -> Answer { Answer(status: 303, body: .none, at: path) }

  public static let nothing = Answer(status: 204, body: .none)

  /// - Parameter name: the name under which a browser stores it; without one it is shown.
  public static func file(_ bytes: [UInt8], type: String, name: String? = nil) -> Answer {
    Answer(status: 200, body: .file(bytes, type: type, name: name))
  }

  /// The same answer, whose page says this was done; nil where the page has words of its own for it.
  public func telling(_ toast: Toast?) -> Answer {
    var answer = self
    answer.told = toast.map { .words($0) } ?? .nothing
    return answer
  }

  /// The same answer that also sets a cookie.
  public func setting(_ cookie: SetCookie) -> Answer {
    var answer = self
    answer.cookies.append(cookie)
    return answer
  }

  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}
