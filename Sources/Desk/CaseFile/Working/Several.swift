import Casework
import Ledger
import Web
import Workdays

/// What became of several orders, each done or refused on its own.
public struct Several: Sendable {
  public struct Refusal: Sendable {
    public let order: String
    public let reason: Phrase
  }

  public fileprivate(set) var done: [String] = []
  public fileprivate(set) var refused: [Refusal] = []

  public var json: JSONValue {
    let refusals = refused.map { refusal in
      JSONValue.members(
        ("order", .text(refusal.order)), ("reason", .members(("zh", .text(refusal.reason.zh)), ("en", .text(refusal.reason.en)))))
    }
    return .members(("done", .texts(done)), ("refused", .list(refusals)))
  }
}

extension Ledger {
  /// Does the same with several orders, one transaction each: what one of them lacks holds up no other.
  public func several<V: OrderVerb>(_ verbs: [V], for call: Call) async throws -> Several {
    var several = Several()
    for verb in verbs {
      do {
        _ = try await perform(verb, for: call, part: verb.order)
        several.done.append(verb.order)
      } catch let problem as any Problem {
        several.refused.append(Several.Refusal(order: verb.order, reason: problem.sentence))
      }
    }
    return several
  }
}

extension AnswerShape {
  public static let refusals = AnswerShape.list(
    of: .object(
      "OrderRefusal", [.init("order", .text), .init("reason", .object("Sentence", [.init("zh", .text), .init("en", .text)]))]))
  public static let several = AnswerShape.object("Several", [.init("done", .list(of: .text)), .init("refused", refusals)])
}
