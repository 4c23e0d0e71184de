import Casework
import Web
import Workdays

extension Likeness {
  public var json: JSONValue {
    .members(
      ("number", .text(number)), ("cases", .count(cases)), ("category", .optional(category?.value)), ("time", time.map(JSONValue.count)),
      ("earlier", .list(earlier.map(\.json))), ("candidates", .list(candidates.map(\.json))))
  }

  public static let shape = AnswerShape.object(
    "Likeness",
    [
      .init("number", .text), .init("cases", .whole), .maybe("category", .text), .maybe("time", .whole),
      .init("earlier", .list(of: earlierShape)), .init("candidates", .list(of: candidateShape)),
    ])

  private static let phrase = AnswerShape.object("Phrase", [.init("zh", .text), .init("en", .text)])
  private static let earlierShape = AnswerShape.object(
    "EarlierCase",
    [
      .init("number", .text), .init("title", .text), .init("received_at", .moment), .maybe("category", .text),
      .init("state", .choice(AppealState.allCases.map(\.rawValue))), .maybe("order", .text),
      .maybe("order_state", .choice(OrderState.allCases.map(\.rawValue))), .init("same_person", .flag),
    ])
  private static let candidateShape = AnswerShape.object(
    "LikeOrder",
    [
      .init("number", .text), .init("state", .choice(OrderState.allCases.map(\.rawValue))), .init("title", .text),
      .init("category", .text), .maybe("area", .text), .maybe("place", .text), .maybe("unit", .text), .init("raised_at", .moment),
      .init("appeals", .whole), .init("reasons", .list(of: phrase)),
    ])
}

extension Likeness.Earlier {
  var json: JSONValue {
    .members(
      ("number", .text(number)), ("title", .text(title)), ("received_at", .text(receivedAt.iso8601)),
      ("category", .optional(category?.value)), ("state", .text(state.rawValue)), ("order", .optional(order?.number)),
      ("order_state", .optional(order?.state.rawValue)), ("same_person", .flag(isSamePerson)))
  }
}

extension Likeness.Candidate {
  var json: JSONValue {
    .members(
      ("number", .text(order.number)), ("state", .text(order.state.rawValue)), ("title", .text(order.title)),
      ("category", .text(order.category.value)), ("area", .optional(order.area?.value)), ("place", .optional(order.place)),
      ("unit", .optional(order.unit?.value)), ("raised_at", .text(order.raisedAt.iso8601)), ("appeals", .count(appeals)),
      ("reasons", .list(reasons.map { .members(("zh", .text($0.zh)), ("en", .text($0.en))) })))
  }
}
