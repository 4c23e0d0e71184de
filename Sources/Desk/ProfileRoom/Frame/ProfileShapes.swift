import Casework
import Profiles
import Web
import Workdays

/// The profile in JSON.
enum ProfileShapes {
  static let phrase = AnswerShape.object("Phrase", [.init("zh", .text), .init("en", .text)])

  static func json(_ phrase: Phrase) -> JSONValue { .members(("zh", .text(phrase.zh)), ("en", .text(phrase.en))) }

  static let overview = AnswerShape.object(
    "ProfileOverview",
    [.init("release", .whole), .init("effective", .day), .init("name", phrase), .init("base", .whole), .init("changes", .whole)])

  static func json(_ view: DraftView, inForce: Profile) -> JSONValue {
    .members(
      ("release", .count(inForce.version)), ("effective", .text(inForce.effective.description)), ("name", json(inForce.name)),
      ("base", .count(view.base.version)), ("changes", .count(view.changes.count)))
  }

  static let receipt = AnswerShape.object(
    "ProfileDraftReceipt",
    [
      .init("draft", .whole), .init("state", .choice(ProfileDraft.State.allCases.map(\.rawValue))), .init("parts", .whole),
      .maybe("release", .whole),
    ])

  static let limit = AnswerShape.object(
    "ProfileLimit",
    [
      .init("id", .whole), .init("clock", .choice(ClockKind.allCases.map(\.rawValue))), .init("limit", .text), .init("words", phrase),
      .init("kinds", .list(of: .text)), .init("urgencies", .list(of: .text)), .init("categories", .list(of: .text)),
      .init("units", .list(of: .text)), .init("levels", .list(of: .text)), .maybe("season", .text),
    ])

  static func json(_ rule: LimitRule, _ place: Int, _ words: PolicyWords) -> JSONValue {
    let about = rule.conditions
    return .members(
      ("id", .count(place)), ("clock", .text(rule.clock.rawValue)), ("limit", .text(rule.limit.description)),
      ("words", json(words.conditions(about))), ("kinds", .texts(Kind.allCases.filter(about.kinds.contains).map(\.rawValue))),
      ("urgencies", .texts(Urgency.allCases.filter(about.urgencies.contains).map(\.rawValue))),
      ("categories", .texts(about.categories.map(\.value))), ("units", .texts(about.units.map(\.value))),
      ("levels", .texts(Unit.Level.allCases.filter(about.levels.contains).map(\.rawValue))),
      ("season", .optional(about.season.map { "\($0.from)..\($0.to)" })))
  }

  static let unit = AnswerShape.object(
    "ProfileUnit",
    [
      .init("id", .text), .init("name", phrase), .init("level", .text), .maybe("parent", .text), .init("serves", .text),
      .init("intake", .flag), .init("relay", .flag), .maybe("area", .text), .maybe("until", .day),
    ])

  static func json(_ unit: Unit) -> JSONValue {
    .members(
      ("id", .text(unit.id.value)), ("name", json(unit.name)), ("level", .text(unit.level.rawValue)),
      ("parent", .optional(unit.parent?.value)), ("serves", .text(unit.serves.value)), ("intake", .flag(unit.intake)),
      ("relay", .flag(unit.relay)), ("area", .optional(unit.area?.value)), ("until", .optional(unit.until?.description)))
  }

  static let change = AnswerShape.object(
    "ProfileChange",
    [
      .init("section", .choice(ProfileSection.allCases.map(\.rawValue))),
      .init("what", .choice(ProfileChange.What.allCases.map(\.rawValue))),
      .maybe("part", .text), .init("sentence", phrase),
    ])

  static func json(_ change: ProfileChange) -> JSONValue {
    .members(
      ("section", .text(change.section.rawValue)), ("what", .text(change.what.rawValue)), ("part", .optional(change.part)),
      ("sentence", json(change.sentence)))
  }
}
