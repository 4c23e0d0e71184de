import CaseFile
import Casework
import Ledger
import Suggestions
import Web
import Workdays

/// First stage: what citizens say is taken in, on every channel and by every unit with an intake right.
public struct IntakeStage: Sendable {
  let ledger: Ledger
  let next: NextSteps?

  /// - Parameter next: what the stages after this one can do at once with what is taken down.
  public init(ledger: Ledger, next: NextSteps? = nil) {
    self.ledger = ledger
    self.next = next
  }

  private static let takers: Access = .roles([.agent, .dispatcher, .intake, .shiftLeader, .supervisor, .followup, .leader])

  public var endpoints: [Endpoint] {
    [
      recording,
      .page("appeals/new", Self.takers, Phrase("登记诉求", "Record an appeal"), query: [ConsoleInput.done], handle: newAppeal),
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
      answers: TakenDown.shape, bodyLimit: 131_072, creates: true, redraw: { call, problem in page(call, problem) }, handle: record)
  }

  @Sendable private func record(_ call: Call) async throws -> Answer {
    let asked = try ConsoleInput(call, ledger.profile(), next)
    var verb = TakeDown(statement: asked.statement, intake: call.actor.unit, then: asked.then, steps: next)
    verb.declined = SuggestionForm.declined(call.input)
    let taken = try await ledger.perform(verb, for: asked.call)
    if asked.statement.isKept(from: call.actor) { return .created(json: taken, at: Paths.home) }
    // The console says by itself how the call ended.
    guard !asked.ends else { return Answer.created(json: taken, at: Paths.newAppeal(after: taken.number)).telling(nil) }
    return .created(json: taken, at: Paths.appeal(taken.number))
  }

  @Sendable private func newAppeal(_ call: Call) async throws -> Answer {
    let (profile, actor) = (ledger.profile(), call.actor)
    guard let number = call.query.optionalText("done") else { return .page(page(call)) }
    let done = try await ledger.look { sql, _ in try DoneNote.read(number, for: actor, profile, sql) }
    return .page(page(call, done: done))
  }

  private func page(_ call: Call, _ problem: (any Problem)? = nil, done: DoneNote? = nil) -> HTML {
    let key = ledger.keys.browserKey(of: call.actor.account.value)
    return ConsolePage(endpoint: recording, call: call, profile: ledger.profile(), draftKey: key, canFinish: next != nil)
      .render(problem, done)
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
