import Casework
import Ledger
import Testing
import Workdays

@testable import CaseFile
@testable import Web

/// Asking the case file's endpoints, as the mount would.
extension CaseTown {
  func desk(_ actions: [Endpoint] = []) -> CaseDesk { CaseDesk(ledger: ledger, actions: { actions }) }

  func ask(
    _ path: String, _ number: String, as actor: Actor, _ surface: Endpoint.Surface = .api, _ language: Language = .zh,
    input: Input = .empty, query: Input = .empty,
    parameters: [String: String] = [:], actions: [Endpoint] = [], at hours: Int = 6
  ) async throws -> String {
    let endpoint = try #require(desk(actions).endpoints.first { $0.path == path })
    let call = Call(
      actor: actor, now: now(hours), surface: surface, visitor: Visitor(actor: actor, language: language, token: "t"), input: input,
      query: query,
      parameters: parameters.isEmpty ? ["number": number] : parameters)
    let answer = try await endpoint.handle(call)
    return switch answer.body {
    case .json(let encode): String(decoding: try encode(), as: UTF8.self)
    case .html(let page), .fragment(let page): page.text
    case .file(let bytes, _, _): String(decoding: bytes, as: UTF8.self)
    case .none, .live: ""
    }
  }

  /// Everything that one person can read of an order, in both languages.
  func everything(_ order: String, as actor: Actor) async throws -> String {
    var texts = [try await ask("orders/{number}", order, as: actor), try await ask("orders/{number}/events", order, as: actor)]
    for language in Language.allCases {
      texts.append(try await ask("orders/{number}", order, as: actor, .page, language))
      texts.append(try await ask("orders/{number}/volume", order, as: actor, .page, language))
      texts.append(try await ask("orders/{number}/sheet", order, as: actor, .page, language))
    }
    return texts.joined(separator: "\n")
  }

  /// The status with which something is refused; nil if it is not.
  func status(_ body: () async throws -> Void) async throws -> Int? {
    do {
      try await body()
      return nil
    } catch let problem as any Problem {
      return problem.status
    }
  }
}
