import Casework
import Web
import Workdays

/// What the case file's endpoints answer, for the OpenAPI document.
extension AnswerShape {
  private static let place = AnswerShape.object("Place", [.init("address", .text), .maybe("lat", .decimal), .maybe("lon", .decimal)])
  private static let file = AnswerShape.object(
    "File", [.init("id", .whole), .init("path", .text), .maybe("lat", .decimal), .maybe("lon", .decimal)])
  private static let orderStates = AnswerShape.choice(OrderState.allCases.map(\.rawValue))
  private static let urgencies = AnswerShape.choice(Urgency.allCases.map(\.rawValue))
  private static let kinds = AnswerShape.choice(Kind.allCases.map(\.rawValue))

  private static let clock = AnswerShape.object(
    "Clock",
    [
      .init("kind", .choice(ClockKind.allCases.map(\.rawValue))), .init("limit", .text), .init("deadline", .moment), .init("from", .moment),
      .init("explanation", .list(of: .object("ExplanationLine", [.init("kind", .text), .init("zh", .text), .init("en", .text)]))),
      .init("provisional", .flag), .maybe("stopped_at", .moment), .init("paused", .flag), .init("extended", .flag), .init("late", .flag),
      .init("sentence", .object("Sentence", [.init("zh", .text), .init("en", .text)])), .init("rungs", .list(of: .open)),
    ])

  private static let callbackAnswers = AnswerShape.object(
    "CallbackAnswers",
    [
      .init("reached", .flag), .maybe("true", .flag), .maybe("contacted", .flag), .maybe("solved", .flag), .maybe("result_grade", .text),
      .maybe("service_grade", .text), .maybe("reasonable", .flag),
    ])

  private static let participation = AnswerShape.object(
    "Participation",
    [
      .init("appeal", .text), .init("state", .choice(ParticipationState.allCases.map(\.rawValue))), .init("merged", .flag),
      .init("attempts", .whole), .maybe("answers", callbackAnswers), .maybe("answered_at", .moment), .maybe("settled_because", .text),
      .maybe("rating", .text),
    ])

  private static let link = AnswerShape.object(
    "OrderLink",
    [
      .init("number", .text), .init("role", .choice(OrderRole.allCases.map(\.rawValue))), .init("state", orderStates),
      .maybe("unit", .text),
      .maybe("due_at", .moment), .maybe("outcome", .text),
    ])

  private static let feedback = AnswerShape.object(
    "Feedback",
    [
      .init("outcome", .choice(Outcome.allCases.map(\.rawValue))), .init("public_reply", .text), .maybe("report", .text),
      .maybe("internal_note", .text),
      .maybe("contact", .object("ContactProof", [.init("at", .moment), .init("result", .text)])), .init("fields", .open),
    ])

  private static let plan = AnswerShape.object("ReportPlan", [.init("plan", .text), .init("owner", .text), .maybe("next_due", .moment)])
  private static let contribution = AnswerShape.object(
    "Contribution",
    [
      .maybe("task", .text), .init("unit", .text), .init("role", .choice(OrderRole.allCases.map(\.rawValue))),
      .init("outcome", .choice(Outcome.allCases.map(\.rawValue))), .init("at", .moment), .init("on_time", .flag),
      .init("public_reply", .text),
    ])
  private static let handover = AnswerShape.object(
    "HandoverReport",
    [.init("at", .moment), .maybe("reference", .text), .maybe("taken_by", .text), .maybe("text", .text), .init("ended", .flag)])

  static let order = AnswerShape.object(
    "Order",
    [
      .init("number", .text), .init("state", orderStates), .init("version", .whole), .init("kind", kinds), .init("category", .text),
      .init("urgency", urgencies), .init("role", .choice(OrderRole.allCases.map(\.rawValue))), .init("title", .text), .init("text", .text),
      .maybe("unit", .text), .init("unit_path", .list(of: .text)), .init("owner", .text), .maybe("area", .text), .maybe("place", place),
      .init("confidential", .flag), .maybe("against", .text), .maybe("answered_by", .text), .init("raised_at", .moment),
      .maybe("due_at", .moment),
      .maybe("closed_at", .moment), .maybe("ending", .text), .init("clocks", .list(of: clock)),
      .init("participations", .list(of: participation)), .maybe("parent", .text), .init("tasks", .list(of: link)),
      .maybe("feedback", feedback), .maybe("plan", plan), .init("contributions", .list(of: contribution)),
      .maybe("composed_reply", .text), .maybe("handover", .list(of: handover)), .init("redo_rounds", .whole), .init("supervisions", .whole),
      .init("urges", .whole),
      .maybe("card", .open), .init("no_return", .flag), .init("attachments", .list(of: file)), .init("possible", .list(of: .text)),
    ])

  static let appeal = AnswerShape.object(
    "Appeal",
    [
      .init("number", .text), .init("state", .choice(AppealState.allCases.map(\.rawValue) + ["closed"])), .init("version", .whole),
      .init("channel", .choice(Channel.allCases.map(\.rawValue))), .maybe("kind", kinds), .maybe("category", .text), .maybe("area", .text),
      .maybe("place", place), .maybe("title", .text), .init("text", .text),
      .init("additions", .list(of: .object("Addition", [.init("at", .moment), .init("text", .text), .init("corrects", .flag)]))),
      .init("caller", .object("MaskedPerson", [.maybe("name", .text), .maybe("phone", .text)])), .maybe("against", .text),
      .init("confidential", .flag), .init("life_risk", .flag), .init("received_at", .moment), .init("intake", .text),
      .maybe("reply", .text),
      .maybe("refusal", .object("Refusal", [.init("code", .text), .init("matter", .text), .init("route", .text)])),
      .maybe("emergency_line", .text), .maybe("rating", .text), .init("orders", .list(of: link)), .init("attachments", .list(of: file)),
      .init("possible", .list(of: .text)),
    ])

  static let caseEvent = AnswerShape.object(
    "CaseEvent",
    [
      .init("version", .whole), .init("at", .moment), .init("by", .text), .init("name", .text), .maybe("unit", .text), .init("type", .text),
      .init("sentence", .text), .init("internal", .flag),
      .init("facts", .list(of: .object("EventFact", [.init("label", .text), .init("value", .text)]))),
      .init("words", .list(of: .object("EventWords", [.init("label", .text), .init("text", .text), .init("internal", .flag)]))),
      .maybe("attachment", file),
    ])

  static let revealed = AnswerShape.object(
    "RevealedPerson",
    [
      .init("number", .text), .maybe("name", .text), .maybe("phone", .text), .maybe("address", .text), .maybe("against", .text),
    ])
}
