import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// What is done from an order: decode, call one verb, answer.
extension SupervisionStage {
  @Sendable func urge(_ call: Call) async throws -> Answer {
    try await ledger.done(UrgeOrder(order: call.number, text: call.input.optionalText("text")), call)
  }

  @Sendable func supervise(_ call: Call) async throws -> Answer {
    let verb = SuperviseOrder(order: call.number, cause: call.input.word("cause") ?? .other, text: call.input.optionalText("text"))
    return .ok(json: try await ledger.perform(verb, for: call), at: Paths.order(call.number))
  }

  @Sendable func coordinate(_ call: Call) async throws -> Answer {
    let unit = UnitID(call.input.text("unit"))
    return try await ledger.done(
      CoordinateOrder(order: call.number, unit: unit, reached: call.input.flag("reached"), text: call.input.text("text")), call)
  }

  @Sendable func submit(_ call: Call) async throws -> Answer {
    var verb = MeasureForm.opened(call.input, .submission)
    verb.orders = [call.number]
    let receipt = try await ledger.perform(verb, for: call)
    return .created(json: receipt, at: Paths.measure(receipt.number))
  }

  @Sendable func instructOrder(_ call: Call) async throws -> Answer {
    let verb = InstructOrder(order: call.number, text: call.input.text("text"), demands: try MeasureForm.demands(call.input))
    let receipt = try await ledger.perform(verb, for: call)
    return .ok(json: receipt, at: Paths.measure(receipt.number))
  }

  @Sendable func urgeMany(_ call: Call) async throws -> Answer {
    let text = call.input.optionalText("text")
    let urges = Set(call.input.texts("orders")).sorted().map { UrgeOrder(order: $0, text: text) }
    let several = try await ledger.several(urges, for: call)
    guard call.surface == .page else { return .ok(Board.urged(several)) }
    // The board shows what was urged; whatever was not is named.
    return SeveralPage(Phrase("批量催办", "Urge several"), several, back: Paths.supervision).answer(call)
  }

  /// The part of an order's page that tells of its measures.
  @Sendable func orderMeasures(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    return try await ledger.look { sql, vault in
      let id = try sql.first("SELECT id FROM orders WHERE number = $1", [.text(call.number)]) { $0.int(0) }
      guard let id else { throw CaseworkProblem.order(call.number) }
      let filter = MeasureFilter(order: OrderID(id))
      let rows = try MeasureList(actor: call.actor, units: profile.units).read(filter, limit: 20, sql).rows
      let titles = try vault.texts(rows.map(\.measure.matter.title.value))
      let instruct = endpoints.first { $0.noun == "instruction" && $0.who.admits(call.actor) }
      return .fragment(
        OrderMeasures(rows: rows.map(\.measure), titles: titles, profile: profile, call: call, instruct: instruct).render())
    }
  }
}
