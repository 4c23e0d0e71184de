import CaseFile
import Casework
import Suggestions
import Web
import Workdays

/// What the console sent: the statement with its facts and answers, and how the call ends.
struct ConsoleInput {
  let statement: Statement
  let then: TakeDown.Then
  /// Whether the call is over and the console is wanted again.
  let ends: Bool
  /// The call, by somebody who may dispatch where that is about to happen from a duty seat.
  let call: Call

  /// What has just been done, in the address of the console.
  static let done = Field("done", .identifier, Phrase("刚登记的编号", "Number just recorded"))

  init(_ call: Call, _ profile: Profile, _ next: NextSteps?) throws {
    let (input, ending) = (call.input, call.input.word("then", as: Ending.self))
    guard ending == nil || next != nil else { throw CaseworkProblem.field("then", "此处只能登记。", "Here it can only be recorded.") }
    var statement = try StatementForm.statement(call, profile)
    let given = (input.open("answers")?.words ?? []).map { ($0.name, $0.text) }
    let answers = try CategoryAnswers.read(
      Dictionary(given, uniquingKeysWith: { _, last in last }), profile.questions(for: statement.category), isComplete: ending == .order)
    let said = answers.map { ($0.question.label.zh, $0.question.shown($0.value).zh) }
    let words = statement.text
    statement.text = StatementText.composed(words, StatementForm.facts(input) + said)
    let unit = ending == .order ? Self.destination(call, profile) : nil
    then = try Self.then(ending, statement, words, unit, input, profile)
    self.statement = statement
    ends = ending != nil
    let seated = unit != nil && !Self.dispatches(call.actor)
    self.call = seated ? call.acting(as: call.actor.seated) : call
  }

  private static func then(
    _ ending: Ending?, _ statement: Statement, _ words: String, _ unit: UnitID?, _ input: Input, _ profile: Profile
  ) throws -> TakeDown.Then {
    switch ending {
    case nil: return .nothing
    case .answer:
      guard let reply = input.optionalText("reply") else {
        throw CaseworkProblem.field("reply", "请先写答复，再结束。", "Write the reply before you finish.")
      }
      return .answer(reply: reply, statement.kind ?? .consultation, statement.category)
    case .order:
      guard let category = statement.category else {
        throw CaseworkProblem.field("category", "立单要先选分类。", "An order needs a category.")
      }
      let kind = statement.kind ?? KindGuess.kind(of: words, among: profile.kinds)
      let wish = Wish(
        kind: kind, category: category, urgency: input.word("urgency") ?? .normal, title: statement.title ?? StatementText.title(of: words),
        text: statement.text)
      return .order(wish, to: unit, assist: unit == nil ? [] : input.texts("assist").map { UnitID($0) })
    case .join:
      guard let order = input.optionalText("into") else {
        throw CaseworkProblem.field("into", "请选择要并入的工单。", "Choose the order to join.")
      }
      return .join(order: order)
    case .refuse: return try refusal(input, profile)
    }
  }

  /// By the public list only; what needs a second person needs words for that person too.
  private static func refusal(_ input: Input, _ profile: Profile) throws -> TakeDown.Then {
    guard let rule = input.optionalText("refusal").flatMap({ profile.policy.refusals[code: $0] }) else {
      throw CaseworkProblem.field("refusal", "请选择公布的不予受理情形。", "Choose why, from the public list.")
    }
    let note = input.optionalText("reply")
    guard !rule.needsApproval || note != nil else {
      throw CaseworkProblem.field(
        "reply", "此情形须经另一人批准，请写明依据，如原编号和没有新情况的理由。",
        "A second person must agree to this: say why, such as the old number and why nothing is new.")
    }
    return .refuse(reason: rule.code, note: note)
  }

  /// The unit that gets the order at once: the one accepted, where this person may dispatch to it.
  private static func destination(_ call: Call, _ profile: Profile) -> UnitID? {
    guard let unit = call.input.optionalText("unit").map({ UnitID($0) }) else { return nil }
    return dispatches(call.actor) || profile.dutySeats(of: call.actor).contains { $0.unit == unit } ? unit : nil
  }

  static func dispatches(_ actor: Actor) -> Bool {
    Order.lifecycle.line(.pendingDispatch, .dispatch)?.who.roles.isDisjoint(with: actor.roles) == false
  }
}

extension TakenDown {
  static let shape = AnswerShape.object(
    "TakenDown",
    [.init("number", .text), .init("state", .choice(AppealState.allCases.map(\.rawValue))), .maybe("order", .orderReceipt)])
}
