import CaseFile
import Casework
import Ledger
import Profiles
import Store
import Vault
import Web
import Workdays

/// The proposal of the catalogue, and the duty seats that go past the transfer step.
extension DispatchStage {
  static let askers: Access = .roles([.agent, .dispatcher, .intake, .officer, .supervisor, .shiftLeader, .staffing])

  var proposing: [Endpoint] {
    [
      .get("orders/{number}/proposal", Self.askers, Phrase("派单建议", "To whom it should go"), answers: .proposal, handle: proposal),
      .post(
        "orders/{number}/direct-dispatch", .roles([.agent]), Phrase("值守直派", "Straight to the firm on duty"), form: DispatchForm.seat,
        answers: .orderReceipt, handle: fromSeat),
      .post(
        "orders/{number}/declined-proposals", Self.owners, Phrase("派单建议有误", "What is proposed is wrong"), form: DispatchForm.decline,
        answers: .declinedReceipt, handle: decline),
    ]
  }

  @Sendable private func proposal(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let offer = try await ledger.look { sql, vault in
      let fold = try sql.first("SELECT fold FROM orders WHERE number = $1", [.text(call.number)]) { $0.text(0) }
      guard let order = try fold.map({ try StoredJSON.decode(Order.self, from: $0) }),
        !order.sides(of: call.actor, in: profile.units).isEmpty
      else { throw CaseworkProblem.order(call.number) }
      return try OrderProposal.read(for: order, sql, vault, profile, on: call.now.day)
    }
    return .ok(ProposalAnswer.json(offer, call.number, profile))
  }

  @Sendable private func decline(_ call: Call) async throws -> Answer {
    let verb = DeclineUnit(order: call.number, unit: UnitID(call.input.text("unit")), back: call.input.flag("back"), seen: call.input.seen)
    return .ok(json: try await ledger.perform(verb, for: call), at: Paths.order(call.number))
  }

  /// The agent at a duty seat dispatches for the firm that sits there, and for no other (source 002).
  @Sendable private func fromSeat(_ call: Call) async throws -> Answer {
    let unit = UnitID(call.input.text("unit"))
    guard ledger.profile().dutySeats(of: call.actor).contains(where: { $0.unit == unit }) else {
      throw CaseworkProblem.field("unit", "您不在该单位的值守席，请交派单员派单。", "You sit at no duty seat of this unit; a dispatcher sends it.")
    }
    let verb = DispatchOrder(order: call.number, unit: unit, assist: [], note: call.input.optionalText("note"), seen: call.input.seen)
    return .ok(json: try await ledger.perform(verb, for: call.acting(as: call.actor.seated)), at: Paths.order(call.number))
  }
}
