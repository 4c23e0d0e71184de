import CaseFile
import Casework
import Ledger
import Search
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
        answers: .orderReceipt, creates: true, handle: raise),
      .post(
        "appeals/{number}/refusal", Self.deciders, AppealAction.refuse.phrase, action: "refusal", form: AcceptanceForm.refusal,
        answers: .appealReceipt, handle: refuse),
      .post(
        "appeals/{number}/refusal-decision", .roles([.shiftLeader, .supervisor]), AppealAction.decideRefusal.phrase,
        action: "refusal-decision", form: AcceptanceForm.decideRefusal, answers: .appealReceipt, handle: decideRefusal),
      .post(
        "appeals/{number}/handover", Self.deciders, AppealAction.handOver.phrase, action: "handover", form: AcceptanceForm.handover,
        answers: .appealReceipt, handle: handOver),
      .post(
        "appeals/{number}/merger", Self.deciders, AppealAction.merge.phrase, action: "merger", form: AcceptanceForm.merger,
        answers: .appealReceipt, handle: merge),
      .post(
        "appeals/{number}/separation", Self.deciders, AppealAction.separate.phrase, action: "separation", form: AcceptanceForm.separation,
        answers: .appealReceipt, handle: separate),
      .post(
        "orders/{number}/handover-report", .roles([.agent, .dispatcher, .supervisor, .shiftLeader, .followup, .intake]),
        OrderAction.reportHandover.phrase, action: "handover-report", form: AcceptanceForm.handoverReport, answers: .orderReceipt,
        handle: reportHandover),
      .get(
        "appeals/{number}/likeness", .roles([.agent, .dispatcher, .intake, .supervisor, .shiftLeader, .followup]),
        Phrase("重复与可并工单", "Repeats, and orders it may join"), answers: Likeness.shape, surfaces: [.api, .page], handle: likeness),
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
    let input = call.input
    let verb = HandOverAppeal(
      appeal: call.number, line: input.text("line"), note: input.optionalText("note"), takenBy: input.optionalText("taken_by"),
      reference: input.optionalText("reference"))
    return try await ledger.done(verb, call)
  }

  @Sendable private func reportHandover(_ call: Call) async throws -> Answer {
    let input = call.input
    let verb = ReportHandover(
      order: call.number, reference: input.optionalText("reference"), takenBy: input.optionalText("taken_by"), text: input.text("text"),
      at: input.moment("at") ?? call.now, ended: input.flag("ended"), seen: input.seen)
    return .ok(json: try await ledger.perform(verb, for: call), at: Paths.order(call.number))
  }

  @Sendable private func merge(_ call: Call) async throws -> Answer {
    try await ledger.done(MergeAppeal(appeal: call.number, into: call.input.text("into")), call)
  }

  @Sendable private func separate(_ call: Call) async throws -> Answer {
    try await ledger.done(
      SeparateAppeal(appeal: call.number, order: call.input.text("order"), reason: call.input.optionalText("reason")), call)
  }

  @Sendable private func decideRefusal(_ call: Call) async throws -> Answer {
    let granted = call.input.text("decision") == "grant"
    return try await ledger.done(DecideRefusal(appeal: call.number, granted: granted, note: call.input.optionalText("note")), call)
  }

  @Sendable private func likeness(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let query = LikenessQuery(profile, for: call.actor, at: call.now)
    let found = try await ledger.look { sql, vault in try query.read(call.number, sql, vault) }
    guard call.surface == .page, let merging = endpoints.first(where: { $0.action == "merger" }) else { return .ok(found.json) }
    let page = LikenessPage(likeness: found, profile: profile, call: call, merging: merging)
    return call.wantsFragment ? .fragment(page.part) : .page(page.render())
  }
}
