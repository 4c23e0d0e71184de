import CaseFile
import Casework
import Web
import Workdays

/// What the endpoints of supervision answer, for the OpenAPI document.
extension AnswerShape {
  private static let kinds = AnswerShape.choice(MeasureKind.allCases.map(\.rawValue))
  private static let states = AnswerShape.choice(MeasureState.allCases.map(\.rawValue))

  static let measureReceipt = AnswerShape.object(
    "MeasureReceipt",
    [
      .init("number", .text), .init("kind", kinds), .init("state", states), .maybe("due", .moment),
      .init("duties", .list(of: .object("DutyReceipt", [.init("unit", .text), .init("due", .moment), .init("answered", .flag)]))),
    ])

  static let measureGlance = AnswerShape.object(
    "MeasureGlance",
    [
      .init("number", .text), .init("kind", kinds), .init("state", states), .init("title", .text), .init("owner", .text),
      .init("units", .list(of: .text)), .init("opened_at", .moment), .maybe("due_at", .moment), .init("late", .flag),
    ])

  private static let clock = AnswerShape.object(
    "MeasureClock",
    [
      .init("limit", .text), .init("from", .moment), .init("deadline", .moment), .maybe("stopped_at", .moment), .init("provisional", .flag),
      .init("late", .flag), .init("explanation", .list(of: .object("Sentence", [.init("zh", .text), .init("en", .text)]))),
    ])

  private static let duty = AnswerShape.object(
    "Duty",
    [
      .init("unit", .text), .init("demand", .text), .init("clock", clock), .maybe("received_at", .moment), .maybe("answer", .text),
      .maybe("answered_at", .moment), .init("rounds", .whole),
    ])

  private static let decision = AnswerShape.object(
    "MeasureDecision",
    [
      .init("result", .choice(MeasureDecision.Result.allCases.map(\.rawValue))), .maybe("unit", .text), .maybe("category", .text),
      .init("text", .text), .init("at", .moment),
    ])

  private static let partyFile = AnswerShape.object(
    "PartyFile",
    [
      .init("party", .choice(MeasureParty.allCases.map(\.rawValue))), .init("opened_at", .moment), .maybe("opinion", .text),
      .maybe("signed_at", .moment), .maybe("signed_by", .text),
    ])

  static let measure = AnswerShape.object(
    "Measure",
    [
      .init("number", .text), .init("kind", kinds), .init("state", states), .init("version", .whole), .init("title", .text),
      .init("demand", .text), .init("owner", .text), .init("units", .list(of: .text)), .maybe("cause", .text), .maybe("reach", .text),
      .maybe("leader", .text), .maybe("place", .text), .init("orders", .list(of: .text)), .init("opened_at", .moment),
      .maybe("due_at", .moment),
      .maybe("closed_at", .moment), .maybe("clock", clock), .init("duties", .list(of: duty)), .maybe("instruction", .text),
      .maybe("instructed_by", .text),
      .init(
        "findings",
        .list(of: .object("Finding", [.init("at", .moment), .maybe("place", .text), .init("text", .text), .init("confirmed", .flag)]))),
      .init("files", .list(of: partyFile)),
      .init(
        "meetings",
        .list(
          of: .object(
            "MatterMeeting",
            [.init("at", .moment), .init("units", .list(of: .text)), .init("agenda", .text), .init("minutes", .text)]))),
      .maybe("decision", decision), .maybe("published_at", .moment), .init("photographs", .list(of: .whole)), .init("urges", .whole),
      .init("events", .list(of: .open)), .init("possible", .list(of: .text)),
    ])
}
