import Casework
import Ledger
import Web
import Workdays

/// The audit administrator has the books checked and reads what was found; nobody else sees this.
public struct BookDesk: Sendable {
  let checks: BookChecks

  public init(_ checks: BookChecks) { self.checks = checks }

  private static let keepers: Access = .roles(BookCheck.keepers)

  public var endpoints: [Endpoint] {
    [
      .get(
        "admin/book-checks", Self.keepers, Phrase("账本核对", "Checks of the books"), answers: Self.list, surfaces: [.api, .page],
        handle: show),
      .page("admin/book-checks/now", Self.keepers, Phrase("核对的进度", "How far the check is"), handle: part), beginning,
    ]
  }

  private var beginning: Endpoint {
    .post(
      "admin/book-checks", Self.keepers, Phrase("开始核对", "Check the books now"), answers: Self.receipt, creates: true, handle: begin)
  }

  @Sendable private func show(_ call: Call) async throws -> Answer {
    let (found, progress) = try await checks.overview()
    guard call.surface == .page else {
      let running = progress.map { JSONValue.members(("seen", .count($0.seen)), ("of", $0.all.map(JSONValue.count))) }
      return .ok(.members(("items", .list(found.map(Self.json))), ("running", running)))
    }
    return .page(page(call).render(found, progress))
  }

  @Sendable private func part(_ call: Call) async throws -> Answer {
    let (found, progress) = try await checks.overview()
    return .fragment(page(call).part(found, progress))
  }

  private func page(_ call: Call) -> BookCheckPage {
    BookCheckPage(call: call, beginning: beginning, cutOff: checks.cutOff(at: call.now))
  }

  @Sendable private func begin(_ call: Call) async throws -> Answer {
    do {
      let receipt = try await checks.begin(as: call.actor, key: call.requestKey, at: call.now)
      return .created(.members(("id", .whole(receipt.id)), ("state", .text(receipt.state.rawValue))), at: Paths.bookChecks)
    } catch BookCheckProblem.running where call.surface == .page {
      // Whoever presses twice sees the one that runs.
      return .ok(.members(), at: Paths.bookChecks)
    }
  }

  private static let states = AnswerShape.choice(BookCheck.State.allCases.map(\.rawValue))
  private static let receipt = AnswerShape.object("BookCheckReceipt", [.init("id", .whole), .init("state", states)])
  private static let check = AnswerShape.object(
    "BookCheck",
    [
      .init("id", .whole), .init("state", states), .init("begun", .moment), .init("by", .text), .maybe("ended", .moment),
      .maybe("events", .whole), .maybe("differing", .whole), .maybe("erased", .whole), .maybe("breaks", .list(of: .text)),
      .maybe("failure", .text),
    ])
  private static let list = AnswerShape.object(
    "BookChecks",
    [
      .init("items", .list(of: check)),
      .maybe("running", .object("BookCheckProgress", [.init("seen", .whole), .maybe("of", .whole)])),
    ])

  private static func json(_ check: BookCheck) -> JSONValue {
    let found = check.findings
    return .members(
      ("id", .whole(check.id)), ("state", .text(check.state.rawValue)), ("begun", .text(check.begunAt.iso8601)),
      ("by", .text(check.begunBy.value)), ("ended", .optional(check.endedAt?.iso8601)), ("events", found.map { .count($0.events) }),
      ("differing", found.map { .count($0.differing) }), ("erased", found.map { .count($0.erased) }),
      ("breaks", found.map { .texts($0.breaks) }), ("failure", .optional(check.failure)))
  }
}
