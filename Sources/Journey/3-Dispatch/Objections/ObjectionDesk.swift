import CaseFile
import Casework
import Ledger
import Profiles
import Store
import Vault
import Web
import Workdays

/// Every contested order on one page 退单裁定: why, by which rule, how often before, until when, and the ruling.
public struct ObjectionDesk: Sendable {
  let ledger: Ledger
  /// The endpoint that rules; its form stands on the page.
  let ruling: Endpoint?

  public init(ledger: Ledger, ruling: Endpoint?) {
    self.ledger = ledger
    self.ruling = ruling
  }

  static let readers: Access = .roles([.dispatcher, .intake, .staffing, .supervisor])
  /// As many as somebody rules on before looking again; each is a tall card.
  private static let cards = 15
  private static let query: Form = [
    Field("ruling", .line(40), Phrase("裁定哪一件", "Which one is to be ruled on")),
    Field("state", .choice([OrderState.objection, .disputed].map { Choice($0.rawValue, $0.phrase) }), Phrase("状态", "State")),
    Field("after", .line(60), Phrase("从此之后", "After")), Field("limit", .whole(1...100), Phrase("条数", "How many")),
  ]

  public var endpoints: [Endpoint] {
    [
      .get(
        "objections", Self.readers, Phrase("退单裁定", "Objections to rule on"), query: Self.query, answers: .page(of: .objection),
        surfaces: [.api, .page], handle: list)
    ]
  }

  @Sendable private func list(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let list = ObjectionList(profile: profile, actor: call.actor, day: call.now.day)
    let states = call.query.word("state", as: OrderState.self).map { [$0] } ?? [.objection, .disputed]
    let limit = call.query.whole("limit").map { Int($0) } ?? (call.surface == .page ? Self.cards : 30)
    let after = call.query.optionalText("after")
    let page = try await ledger.look { sql, vault in try list.page(sql, vault, states, after: after, limit: limit) }
    guard call.surface == .page else {
      return .ok(.members(("items", .list(page.items.map { $0.json(profile) })), ("next", .optional(page.next))))
    }
    return .page(ObjectionPage(profile: profile, call: call, ruling: ruling).render(page))
  }
}

extension DispatchStage {
  /// The catalogue's pages and the objections, beside what happens to single orders.
  public func desks(shelf: ProfileShelf) -> [Endpoint] {
    let ruling = endpoints.first { $0.action == OrderAction.rule.rawValue }
    return CatalogueDesk(ledger: ledger, shelf: shelf).endpoints + ObjectionDesk(ledger: ledger, ruling: ruling).endpoints
  }
}
