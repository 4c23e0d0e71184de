import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// Counts of a desk, and the tabs that people make for themselves.
extension SearchDesk {
  var filtering: [Endpoint] {
    [
      .get(
        "desk/{name}/counts", .signedIn, Phrase("工作台各栏件数", "The counts of a desk"), answers: .deskCounts, surfaces: [.api, .page],
        handle: counts),
      .post(
        "desk/{name}/filters", .signedIn, Phrase("保存为我的分栏", "Keep as a tab of mine"), form: Self.filterForm, answers: .savedFilter,
        creates: true, handle: saveFilter),
      .post(
        "desk/{name}/filters/{id}/removal", .signedIn, Phrase("移除分栏", "Remove the tab"), answers: .open, handle: removeFilter),
    ]
  }

  private static let filterForm = Form(
    [
      .required("name", .line(SavedFilter.longestName), Phrase("分栏名称", "Name of the tab")),
      .required("tab", .line(30), Phrase("在哪一栏中", "Within which tab")),
    ] + Narrowing.fields)

  /// The desk of the path, if it is this person's.
  func role(_ call: Call) throws -> Role {
    guard let role = Role(rawValue: call.parameter("name")) else { throw DeskProblem.unknown(call.parameter("name")) }
    guard call.actor.has(role) else { throw DeskProblem.closed(role) }
    return role
  }

  @Sendable private func counts(_ call: Call) async throws -> Answer {
    let counts = try await counts(on: role(call), for: call.actor, at: call.now)
    return .ok(.members(("items", .list(counts.map(\.json)))))
  }

  @Sendable private func saveFilter(_ call: Call) async throws -> Answer {
    let role = try role(call)
    let desk = Desk(of: role, for: call.actor, at: call.now)
    let tab = call.input.text("tab")
    guard case .orders? = desk.tab(tab)?.content else { throw DeskProblem.unknown(tab) }
    let verb = SaveFilter(desk: role, name: call.input.text("name"), narrowing: Narrowing(call.input, tab: tab))
    let receipt = try await ledger.perform(verb, for: call)
    return .created(json: receipt, at: Paths.desk(role.rawValue, tab: receipt.tab))
  }

  @Sendable private func removeFilter(_ call: Call) async throws -> Answer {
    let role = try role(call)
    guard let id = Int64(call.parameter("id")) else { throw DeskProblem.unknown(call.parameter("id")) }
    _ = try await ledger.perform(RemoveFilter(desk: role, id: id), for: call)
    return .ok(.object([]), at: Paths.desk(role.rawValue))
  }
}

/// How many stand in one tab of a desk, at most `ListLimit.cap`.
public struct DeskCount: Sendable, Hashable {
  /// By which a page knows the number: `desk/dispatcher/pending`.
  public let topic: String
  public let tab: String
  public let label: Phrase
  public let count: Int

  /// As a person reads it: `1,000+` at the cap.
  public var words: String { DeskCount.words(count) }

  static func words(_ count: Int) -> String { count.grouped(cap: ListLimit.cap) }

  var json: JSONValue {
    .members(
      ("tab", .text(tab)), ("topic", .text(topic)), ("label", .members(("zh", .text(label.zh)), ("en", .text(label.en)))),
      ("count", .count(count)), ("more", .flag(count >= ListLimit.cap)))
  }
}

extension AnswerShape {
  static let savedFilter = AnswerShape.object("SavedFilter", [.init("id", .whole), .init("name", .text), .init("tab", .text)])
  static let deskCounts = AnswerShape.object(
    "DeskCounts",
    [
      .init(
        "items",
        .list(
          of: .object(
            "DeskCount",
            [
              .init("tab", .text), .init("topic", .text), .init("label", .object("Sentence", [.init("zh", .text), .init("en", .text)])),
              .init("count", .whole), .init("more", .flag),
            ])))
    ])
}
