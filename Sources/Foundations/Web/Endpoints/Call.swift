import Casework
import Workdays

/// One valid request, on its way to a verb or a query: the caller is known and allowed, the input read and checked.
public struct Call: Sendable {
  /// Who acts; `Actor.citizen` where nobody is signed in.
  public let actor: Actor
  public let now: Moment
  public let surface: Endpoint.Surface
  public let visitor: Visitor
  public let input: Input
  public let query: Input
  /// The placeholders of the path.
  public let parameters: [String: String]
  public let references: any References
  public let uploads: [Upload]
  /// What the browser's form sent, as it was typed.
  public let submitted: SubmittedForm
  public let idempotencyKey: String?
  /// The bytes that two calls with one key must share: the body, or a form's content without its page's token.
  public let body: [UInt8]
  /// The network address of the caller, where it is known.
  public let address: String?
  /// The token of the session, on pages.
  public let session: String?
  /// A part of a page is wanted, not a page (htmx).
  public let wantsFragment: Bool

  public init(
    actor: Actor, now: Moment, surface: Endpoint.Surface = .api, visitor: Visitor = Visitor(), input: Input = .empty,
    query: Input = .empty, parameters: [String: String] = [:], references: any References = NoReferences(),
    uploads: [Upload] = [], submitted: SubmittedForm = .empty, idempotencyKey: String? = nil, body: [UInt8] = [],
    address: String? = nil, session: String? = nil, wantsFragment: Bool = false
  ) {
    self.actor = actor
    self.now = now
    self.surface = surface
    self.visitor = visitor
    self.input = input
    self.query = query
    self.parameters = parameters
    self.references = references
    self.uploads = uploads
    self.submitted = submitted
    self.idempotencyKey = idempotencyKey
    self.body = body
    self.address = address
    self.session = session
    self.wantsFragment = wantsFragment
  }

  /// The same request by somebody who acts with other rights.
  public func acting(as actor: Actor) -> Call {
    Call(
      actor: actor, now: now, surface: surface, visitor: visitor, input: input, query: query, parameters: parameters,
      references: references, uploads: uploads, submitted: submitted, idempotencyKey: idempotencyKey, body: body, address: address,
      session: session, wantsFragment: wantsFragment)
  }

  public var language: Language { visitor.language }
  /// The token that forms of this page carry.
  public var csrf: String { visitor.token }
  /// The number of the case that the path names; the path's pattern has it, or it is empty.
  public var number: String { parameters["number"] ?? "" }

  public func parameter(_ name: String) -> String { parameters[name] ?? "" }
}
