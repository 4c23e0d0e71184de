import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// Fifth stage: whoever is slow is reminded, whoever fails is supervised.
public struct SupervisionStage: Sendable {
  let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  public var endpoints: [Endpoint] {
    [
      .post(
        "orders/{number}/urging", .roles([.supervisor, .leader, .dispatcher, .intake]), OrderAction.urge.phrase, action: "urge",
        form: [.words("text", Phrase("催办内容", "Words"), max: 500, required: false)], answers: .orderReceipt, handle: urge),
      .post(
        "orders/{number}/supervision", .roles([.supervisor, .leader]), OrderAction.supervise.phrase, action: "supervise",
        form: [
          .required("cause", .choice(of: SuperviseOrder.Cause.self), Phrase("督办原因", "Cause")),
          .words("text", Phrase("要求", "What is asked"), required: false),
        ], answers: .orderReceipt, handle: supervise),
    ]
  }

  @Sendable private func urge(_ call: Call) async throws -> Answer {
    try await ledger.done(UrgeOrder(order: call.number, text: call.input.optionalText("text")), call)
  }

  @Sendable private func supervise(_ call: Call) async throws -> Answer {
    let verb = SuperviseOrder(order: call.number, cause: call.input.word("cause") ?? .other, text: call.input.optionalText("text"))
    return try await ledger.done(verb, call)
  }
}
