import Casework
import Profiles
import Web
import Workdays

/// What the endpoints of the catalogue answer.
enum CatalogueAnswer {
  static func json(_ rule: CatalogueRule) -> JSONValue {
    .members(
      ("id", .text(rule.id)), ("matters", .texts(rule.matters.map(\.value))), ("kinds", .texts(rule.kinds.map(\.rawValue))),
      ("words", .texts(rule.words)), ("areas", .texts(rule.areas.map(\.value))), ("lead", .text(rule.lead.description)),
      ("assist", .texts(rule.assist.map(\.description))), ("basis", ProposalAnswer.phrase(rule.basis)),
      ("lowest", .optional(rule.lowest?.rawValue)), ("ruling", .optional(rule.ruling?.value)), ("from", .optional(rule.from?.description)),
      ("until", .optional(rule.until?.description)), ("origin", .text(rule.origin.source.rawValue)),
      ("reference", .optional(rule.origin.reference)))
  }

  static func json(_ item: FailureList.Item, _ profile: Profile) -> JSONValue {
    .members(
      ("rule", .text(item.rule.id)), ("reason", ProposalAnswer.phrase(item.failure.phrase(in: profile))),
      ("areas", .texts(item.areas.map(\.value))), ("waiting", .count(item.waiting)))
  }

  static func json(_ moved: TrialRun.Moved) -> JSONValue {
    .members(
      ("number", .text(moved.number)), ("category", .text(moved.category.value)), ("area", .optional(moved.area?.value)),
      ("unit", .text(moved.unit.value)), ("proposed", .optional(moved.proposed?.value)), ("raised", .text(moved.raisedAt.iso8601)),
      ("changed", .flag(moved.isChanged)))
  }

  static func json(_ figures: CatalogueTrial) -> JSONValue {
    .members(
      ("from", .text(figures.from.description)), ("to", .text(figures.to.description)), ("orders", .count(figures.orders)),
      ("elsewhere", .count(figures.elsewhere)), ("by_hand", .count(figures.byHand)), ("changed", .count(figures.changed)))
  }

  static func json(_ draft: CatalogueRevision?, _ faults: [CatalogueFault], _ catalogue: Catalogue) -> JSONValue {
    let changes = (draft?.amendments ?? []).map { JSONValue.members(("id", .text($0.id)), ("rule", $0.rule.map(json))) }
    let wrong = faults.map { fault in
      JSONValue.members(("rule", .optional(fault.rule.map { catalogue.rules[$0].id })), ("reason", ProposalAnswer.phrase(fault.reason)))
    }
    return .members(
      ("revision", draft.map { .count($0.number) }), ("state", .optional(draft?.state.rawValue)), ("changes", .list(changes)),
      ("faults", .list(wrong)), ("trial", draft?.trial.map(json)))
  }
}

extension AnswerShape {
  static let catalogueReceipt = AnswerShape.object(
    "CatalogueReceipt",
    [.init("revision", .whole), .init("state", .choice(CatalogueRevision.State.allCases.map(\.rawValue))), .maybe("rule", .text)])
  static let catalogueRule = AnswerShape.object(
    "CatalogueRule",
    [
      .init("id", .text), .init("matters", .list(of: .text)), .init("kinds", .list(of: .choice(Kind.allCases.map(\.rawValue)))),
      .init("words", .list(of: .text)), .init("areas", .list(of: .text)), .init("lead", .text), .init("assist", .list(of: .text)),
      .init("basis", .phrase), .maybe("lowest", .text), .maybe("ruling", .text), .maybe("from", .day), .maybe("until", .day),
      .init("origin", .choice(CatalogueRule.Origin.Source.allCases.map(\.rawValue))), .maybe("reference", .text),
    ])
  static let catalogueFailure = AnswerShape.object(
    "CatalogueFailure", [.init("rule", .text), .init("reason", .phrase), .init("areas", .list(of: .text)), .init("waiting", .whole)])
  private static let figures = AnswerShape.object(
    "CatalogueTrialFigures",
    [
      .init("from", .day), .init("to", .day), .init("orders", .whole), .init("elsewhere", .whole), .init("by_hand", .whole),
      .init("changed", .whole),
    ])
  private static let moved = AnswerShape.object(
    "CatalogueTrialOrder",
    [
      .init("number", .text), .init("category", .text), .maybe("area", .text), .init("unit", .text), .maybe("proposed", .text),
      .init("raised", .moment), .init("changed", .flag),
    ])
  static let catalogueTrial = AnswerShape.object(
    "CatalogueTrial", [.init("figures", figures), .init("items", .list(of: moved)), .maybe("next", .text)])
  static let catalogueDraft = AnswerShape.object(
    "CatalogueDraft",
    [
      .maybe("revision", .whole), .maybe("state", .text),
      .init("changes", .list(of: .object("CatalogueChange", [.init("id", .text), .maybe("rule", catalogueRule)]))),
      .init("faults", .list(of: .object("CatalogueFault", [.maybe("rule", .text), .init("reason", .phrase)]))), .maybe("trial", figures),
    ])
}
