import CaseFile
import Casework
import Ledger
import Profiles
import Search
import Store
import Web
import Workdays

/// Several orders at once: each to the unit that the catalogue proposes, after its reason was shown; or signed for.
extension DispatchStage {
  private static let dispatchers: Access = .roles([.dispatcher, .intake])
  private static let signers: Access = .roles([.officer, .intake])
  static let mostAtOnce = 60

  var several: [Endpoint] {
    [
      .page(
        "dispatching", Self.dispatchers, Phrase("批量派单", "Dispatch several"),
        query: [Field("orders", .identifiers(max: Self.mostAtOnce), Phrase("工单", "Orders"))], handle: offers),
      .post(
        "dispatching", Self.dispatchers, Phrase("批量派单", "Dispatch several"), form: SeveralForm.dispatch, answers: .several,
        handle: dispatchSeveral),
      .post(
        "signing", Self.signers, Phrase("批量签收", "Sign for several"), form: SeveralForm.sign, answers: .several, handle: signSeveral),
    ]
  }

  /// The orders that were ticked, or whatever waits, each with its proposal.
  @Sendable private func offers(_ call: Call) async throws -> Answer {
    let (profile, chosen) = (ledger.profile(), call.query.texts("orders"))
    var filter = OrderFilter()
    (filter.states, filter.sort) = ([.pendingDispatch], .due)
    let waiting = try await SearchDesk(ledger: ledger).glances(filter, as: call.actor, limit: Self.mostAtOnce)
    let glances = chosen.isEmpty ? waiting : waiting.filter { chosen.contains($0.number) }
    let offers = try await ledger.look { sql, vault in
      try glances.compactMap { glance -> DispatchOffer? in
        let statement = "SELECT version, fold FROM orders WHERE id = $1"
        let row = try sql.first(statement, [.int(glance.id)]) { (version: $0.int(0), fold: $0.text(1)) }
        guard let row else { return nil }
        let order = try StoredJSON.decode(Order.self, from: row.fold)
        let proposal = try OrderProposal.read(for: order, sql, vault, profile, on: call.now.day).proposal
        return DispatchOffer(glance: glance, version: row.version, proposal: proposal)
      }
    }
    return .page(SeveralOffersPage(offers: offers, profile: profile, call: call).render())
  }

  @Sendable private func dispatchSeveral(_ call: Call) async throws -> Answer {
    let verbs = call.input.objects("orders").compactMap { one -> DispatchOrder? in
      guard let order = one.optionalText("order") else { return nil }
      return DispatchOrder(
        order: order, unit: UnitID(one.text("unit")), assist: one.texts("assist").map { UnitID($0) }, note: nil, seen: one.seen)
    }
    guard !verbs.isEmpty else { throw CaseworkProblem.field("orders", "请先勾选要派的工单。", "Tick the orders to dispatch first.") }
    return try await done(Phrase("批量派单", "Dispatch several"), verbs, call)
  }

  @Sendable private func signSeveral(_ call: Call) async throws -> Answer {
    let verbs = Set(call.input.texts("orders")).sorted().map { SignOrder(order: $0, seen: nil) }
    return try await done(Phrase("批量签收", "Sign for several"), verbs, call)
  }

  private func done<V: OrderVerb>(_ title: Phrase, _ verbs: [V], _ call: Call) async throws -> Answer {
    let several = try await ledger.several(verbs, for: call)
    guard call.surface == .page else { return .ok(several.json) }
    return SeveralPage(title, several, back: Paths.home).answer(call)
  }
}

enum SeveralForm {
  static let dispatch: Form = [
    .required(
      "orders",
      .list(
        of: .object([
          Field(
            "order", .identifier, Phrase("工单", "Order"),
            help: Phrase("没有工单编号的一行不办理。", "A row without the number of an order is passed over.")),
          .required("unit", .reference(.unit), Phrase("承办单位", "Unit")),
          Field("assist", .list(of: .reference(.unit), max: 10), Phrase("协办单位", "Assisting units")), .seen,
        ]), max: DispatchStage.mostAtOnce), Phrase("工单和承办单位", "Orders with their units"))
  ]
  static let sign: Form = [.required("orders", .identifiers(max: DispatchStage.mostAtOnce), Phrase("工单", "Orders"))]
}
