import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// Second stage: answered now, refused with the legal route, handed over, merged, or an order raised.
public struct AcceptanceStage: Sendable {
  let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  private static let deciders: Access = .roles([.agent, .dispatcher, .intake, .supervisor, .shiftLeader])

  public var endpoints: [Endpoint] {
    [
      .post(
        "appeals/{number}/answer", Self.deciders, AppealAction.answer.phrase, action: "answer", form: AcceptanceForm.answer,
        answers: .appealReceipt, handle: answer),
      .post(
        "appeals/{number}/orders", Self.deciders, AppealAction.raiseOrder.phrase, action: "orders", form: AcceptanceForm.demand,
        answers: .orderReceipt, handle: raise),
      .post(
        "appeals/{number}/refusal", Self.deciders, AppealAction.refuse.phrase, action: "refusal", form: AcceptanceForm.refusal,
        answers: .appealReceipt, handle: refuse),
      .post(
        "appeals/{number}/handover", Self.deciders, AppealAction.handOver.phrase, action: "handover", form: AcceptanceForm.handover,
        answers: .appealReceipt, handle: handOver),
      .post(
        "appeals/{number}/merger", Self.deciders, AppealAction.merge.phrase, action: "merger", form: AcceptanceForm.merger,
        answers: .appealReceipt, handle: merge),
      .post(
        "appeals/{number}/separation", Self.deciders, AppealAction.separate.phrase, action: "separation", form: AcceptanceForm.separation,
        answers: .appealReceipt, handle: separate),
    ]
  }

  @Sendable private func answer(_ call: Call) async throws -> Answer {
    let verb = AnswerAppeal(
      appeal: call.number, reply: call.input.text("reply"), kind: call.input.word("kind") ?? .consultation,
      category: call.input.optionalText("category").map { CategoryID($0) })
    return try await ledger.done(verb, call)
  }

  @Sendable private func raise(_ call: Call) async throws -> Answer {
    let receipt = try await ledger.perform(RaiseOrder(appeal: call.number, demand: AcceptanceForm.demand(call.input)), for: call)
    return .created(json: receipt, at: Paths.order(receipt.number))
  }

  @Sendable private func refuse(_ call: Call) async throws -> Answer {
    try await ledger.done(RefuseAppeal(appeal: call.number, reason: call.input.text("reason"), note: call.input.optionalText("note")), call)
  }

  @Sendable private func handOver(_ call: Call) async throws -> Answer {
    try await ledger.done(HandOverAppeal(appeal: call.number, line: call.input.text("line"), note: call.input.optionalText("note")), call)
  }

  @Sendable private func merge(_ call: Call) async throws -> Answer {
    try await ledger.done(MergeAppeal(appeal: call.number, into: call.input.text("into")), call)
  }

  @Sendable private func separate(_ call: Call) async throws -> Answer {
    try await ledger.done(
      SeparateAppeal(appeal: call.number, order: call.input.text("order"), reason: call.input.optionalText("reason")), call)
  }
}
