import Casework
import Ledger
import Web
import Workdays

/// The administrator sets up displays of the hall and takes them away again.
struct DisplayEndpoints {
  let displays: Displays

  private static let keepers: Access = .roles([.admin])
  private static let form: Form = [
    .required(
      "label", .line(60), Phrase("挂在哪里", "Where it hangs"), help: Phrase("如“话务大厅东墙”。", "For example “east wall of the hall”."))
  ]
  private static let display = AnswerShape.object(
    "Display",
    [
      .init("id", .whole), .init("label", .text), .init("scope", .text), .init("state", .choice(Display.State.allCases.map(\.rawValue))),
      .init("created", .moment), .init("by", .text),
    ])
  private static let receipt = AnswerShape.object(
    "DisplayReceipt", [.init("id", .whole), .init("label", .text), .init("state", .text), .maybe("path", .text)])

  var all: [Endpoint] {
    [
      .get(
        "admin/displays", Self.keepers, Phrase("大屏令牌", "Displays of the hall"), answers: .page(of: Self.display), surfaces: [.api, .page],
        handle: list),
      creation, revocation,
    ]
  }

  private var creation: Endpoint {
    .post(
      "admin/displays", Self.keepers, Phrase("开设大屏", "Set up a display"), form: Self.form, answers: Self.receipt, creates: true,
      handle: create)
  }

  private var revocation: Endpoint {
    .post(
      "admin/displays/{id}/revocation", Self.keepers, Phrase("停用", "Revoke"), answers: Self.receipt, handle: revoke)
  }

  @Sendable private func list(_ call: Call) async throws -> Answer {
    let found = try await displays.list(for: call.actor)
    guard call.surface == .page else { return .ok(.members(("items", .list(found.map(Self.json))))) }
    return .page(DisplayPage(call: call, creation: creation, revocation: revocation).render(found))
  }

  @Sendable private func create(_ call: Call) async throws -> Answer {
    let issued = try await displays.create(call.input.text("label"), as: call.actor, key: call.requestKey, at: call.now)
    guard call.surface == .page else {
      return .created(Self.json(issued.display, path: Paths.display(issued.token)), at: Paths.displays)
    }
    return .page(DisplayPage(call: call, creation: creation, revocation: revocation).issued(issued))
  }

  @Sendable private func revoke(_ call: Call) async throws -> Answer {
    guard let id = Int64(call.parameter("id")) else { throw CaseworkProblem.unknown(what: Display.noun, key: call.parameter("id")) }
    let receipt = try await displays.revoke(id, as: call.actor, key: call.requestKey, at: call.now)
    return .ok(Self.json(receipt, path: nil), at: Paths.displays)
  }

  private static func json(_ receipt: DisplayReceipt, path: String?) -> JSONValue {
    .members(
      ("id", .whole(receipt.id)), ("label", .text(receipt.label)), ("state", .text(receipt.state.rawValue)), ("path", .optional(path)))
  }

  private static func json(_ display: Display) -> JSONValue {
    .members(
      ("id", .whole(display.id)), ("label", .text(display.label)), ("scope", .text(display.scope.value)),
      ("state", .text(display.state.rawValue)), ("created", .text(display.createdAt.iso8601)), ("by", .text(display.createdBy.value)))
  }
}
