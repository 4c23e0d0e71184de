import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// First stage: what citizens say is taken in, on every channel and by every unit with an intake right.
public struct IntakeStage: Sendable {
  let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  private static let takers: Access = .roles([.agent, .dispatcher, .intake, .shiftLeader, .supervisor, .followup, .leader])

  public var endpoints: [Endpoint] {
    [
      recording,
      .page("appeals/new", Self.takers, Phrase("登记诉求", "Record an appeal"), handle: newAppeal),
      .post(
        "appeals/{number}/correction", Self.takers, AppealAction.correct.phrase, action: "correction", form: StatementForm.correction,
        answers: .appealReceipt, handle: correct),
      .post(
        "appeals/{number}/withdrawal", Self.takers, AppealAction.withdraw.phrase, action: "withdrawal", form: StatementForm.withdrawal,
        answers: .appealReceipt, handle: withdraw),
      .post(
        "appeals/{number}/rating", .roles([.followup, .agent]), AppealAction.rate.phrase, action: "rating", form: StatementForm.rating,
        answers: .appealReceipt, handle: rate),
      .post(
        "appeals/{number}/attachments", Self.takers, AppealAction.attach.phrase, action: "attachments",
        answers: .appealReceipt, uploads: .pictures, handle: attach),
    ]
  }

  private var recording: Endpoint {
    .post(
      "appeals", Self.takers, Phrase("登记诉求", "Record an appeal"), action: "record", form: StatementForm.staff,
      answers: .appealReceipt, redraw: { call, problem in NewAppealPage.render(self.recording, call, problem) }, handle: record)
  }

  @Sendable private func record(_ call: Call) async throws -> Answer {
    let statement = try StatementForm.statement(call, ledger.profile())
    let receipt = try await ledger.perform(RecordAppeal(statement: statement, intake: call.actor.unit), for: call)
    return .created(json: receipt, at: statement.isKept(from: call.actor) ? Paths.home : Paths.appeal(receipt.number))
  }

  @Sendable private func newAppeal(_ call: Call) async throws -> Answer {
    .page(NewAppealPage.render(recording, call))
  }

  @Sendable private func correct(_ call: Call) async throws -> Answer {
    let verb = CorrectAppeal(appeal: call.number, text: call.input.text("text"), addition: call.input.flag("addition"))
    return try await ledger.done(verb, call)
  }

  @Sendable private func withdraw(_ call: Call) async throws -> Answer {
    try await ledger.done(WithdrawAppeal(appeal: call.number, reason: call.input.optionalText("reason")), call)
  }

  @Sendable private func rate(_ call: Call) async throws -> Answer {
    try await ledger.done(StatementForm.rate(call), call)
  }

  @Sendable private func attach(_ call: Call) async throws -> Answer {
    try await ledger.done(AttachPictures(appeal: call.number, pictures: call.uploads), call)
  }
}
