import Casework
import Search
import Web
import Workdays

extension Suggestion {
  var json: JSONValue {
    .members(
      ("caller", caller?.json), ("guesses", .list(guesses.map(\.json))), ("category", .optional(category?.value)),
      ("proposal", proposal?.json), ("limits", .list(limits.map(\.json))), ("joinable", .list(joinable.map(\.json))),
      ("answers", .list(answers.map(\.json))), ("area", .optional(place.area?.value)), ("places", .list(place.places.map(\.json))),
      ("questions", .list(questions.map(\.json))))
  }

  private static let phrase = AnswerShape.object("Phrase", [.init("zh", .text), .init("en", .text)])
  private static let confidence = AnswerShape.choice(Sureness.allCases.map(\.rawValue))
  static let shape = AnswerShape.object(
    "Suggestion",
    [
      .maybe("caller", caller), .init("guesses", .list(of: guess)), .maybe("category", .text), .maybe("proposal", proposal),
      .init("limits", .list(of: limit)), .init("joinable", .list(of: joinable)), .init("answers", .list(of: answer)), .maybe("area", .text),
      .init("places", .list(of: place)), .init("questions", .list(of: question)),
    ])
  private static let caller = AnswerShape.object(
    "KnownCaller",
    [
      .init("phone", .text), .init("names", .list(of: .text)), .init("cases", .whole), .maybe("time", .whole), .init("life_risks", .whole),
      .init("open", .whole), .init("earlier", .list(of: .text)),
    ])
  private static let guess = AnswerShape.object(
    "CategoryGuess", [.init("category", .text), .init("confidence", confidence), .init("reasons", .list(of: phrase))])
  private static let proposal = AnswerShape.object(
    "LikelyUnit", [.maybe("lead", .text), .init("assist", .list(of: .text)), .init("confidence", confidence), .init("reason", phrase)])
  private static let limit = AnswerShape.object(
    "PlainLimit",
    [
      .init("clock", .choice(ClockKind.allCases.map(\.rawValue))), .init("limit", .text), .init("at", .moment), .init("provisional", .flag),
      .init("words", phrase),
    ])
  private static let joinable = AnswerShape.object(
    "Joinable", [.init("order", .text), .init("appeals", .whole), .maybe("incident", .text), .init("reasons", .list(of: phrase))])
  private static let answer = AnswerShape.object(
    "AnswerText", [.init("title", phrase), .init("text", .text), .maybe("number", .text)])
  private static let place = AnswerShape.object(
    "KnownPlace", [.init("address", .text), .maybe("area", .text), .maybe("lat", .decimal), .maybe("lon", .decimal)])
  private static let question = AnswerShape.object(
    "CategoryQuestion",
    [
      .init("name", .text), .init("label", phrase), .init("type", .choice(OutcomeField.Form.allCases.map(\.rawValue))),
      .init("options", .list(of: .text)), .init("required", .flag),
    ])
}

extension JSONValue {
  fileprivate static func phrase(_ phrase: Phrase) -> JSONValue { .members(("zh", .text(phrase.zh)), ("en", .text(phrase.en))) }
  fileprivate static func degrees(_ number: Double?) -> JSONValue? { number.map { .number("\($0)") } }
}

extension KnownCaller {
  fileprivate var json: JSONValue {
    .members(
      ("phone", .text(phone)), ("names", .texts(names)), ("cases", .count(cases)), ("time", time.map { JSONValue.count($0) }),
      ("life_risks", .count(lifeRisks)), ("open", .count(open)), ("earlier", .texts(earlier.map(\.number))))
  }
}

extension CategoryGuess {
  fileprivate var json: JSONValue {
    .members(
      ("category", .text(category.value)), ("confidence", .text(confidence.rawValue)),
      ("reasons", .list(reasons.map { JSONValue.phrase($0) })))
  }
}

extension Proposal {
  fileprivate var json: JSONValue {
    .members(
      ("lead", .optional(lead?.value)), ("assist", .texts(assist.map(\.value))),
      ("confidence", .text(Sureness(confidence).rawValue)), ("reason", .phrase(reason)))
  }
}

extension PlainLimit {
  fileprivate var json: JSONValue {
    .members(
      ("clock", .text(clock.rawValue)), ("limit", .text(limit.description)), ("at", .text(at.iso8601)),
      ("provisional", .flag(isProvisional)),
      ("words", .phrase(phrase)))
  }
}

extension Suggestion.Joinable {
  fileprivate var json: JSONValue {
    .members(
      ("order", .text(order.order.number)), ("appeals", .count(order.appeals)), ("incident", .optional(incident)),
      ("reasons", .list(order.reasons.map { JSONValue.phrase($0) })))
  }
}

extension Suggestion.AnswerText {
  fileprivate var json: JSONValue { .members(("title", .phrase(title)), ("text", .text(text)), ("number", .optional(number))) }
}

extension KnownPlace {
  fileprivate var json: JSONValue {
    .members(
      ("address", .text(address)), ("area", .optional(area?.value)), ("lat", .degrees(latitude)), ("lon", .degrees(longitude)))
  }
}

extension OutcomeField {
  fileprivate var json: JSONValue {
    .members(
      ("name", .text(name)), ("label", .phrase(label)), ("type", .text(type.rawValue)), ("options", .texts(options.map(\.code))),
      ("required", .flag(required)))
  }
}
