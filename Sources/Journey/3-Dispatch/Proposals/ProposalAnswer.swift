import Casework
import Profiles
import Web
import Workdays

/// What the proposal's endpoint answers.
enum ProposalAnswer {
  static func json(_ offer: OrderProposal, _ number: String, _ profile: Profile) -> JSONValue {
    let (proposal, rule) = (offer.proposal, offer.proposal.rule)
    return .members(
      ("number", .text(number)), ("confidence", .text(proposal.confidence.rawValue)), ("lead", .optional(proposal.lead?.value)),
      ("assist", .texts(proposal.assist.map(\.value))), ("reason", phrase(proposal.reason)), ("rule", .optional(rule?.id)),
      ("basis", rule.map { phrase($0.basis) }), ("lowest", .optional(rule?.lowest?.rawValue)),
      ("ruling", .optional((rule?.ruling ?? profile.catalogue.ruling)?.value)),
      ("failure", proposal.failure.map { phrase($0.phrase(in: profile)) }),
      ("precedents", .list(offer.precedents.map(precedent))), ("catalogue", .whole(Int64(profile.catalogue.version))))
  }

  static func precedent(_ precedent: Precedent) -> JSONValue {
    .members(
      ("order", .text(precedent.order)), ("category", .text(precedent.category.value)), ("area", .optional(precedent.area?.value)),
      ("unit", .text(precedent.unit.value)), ("at", .text(precedent.at.iso8601)), ("upheld", .flag(precedent.upheld)),
      ("locked", .flag(precedent.locked)))
  }

  static func phrase(_ phrase: Phrase) -> JSONValue { .members(("zh", .text(phrase.zh)), ("en", .text(phrase.en))) }
}

extension AnswerShape {
  static let phrase = AnswerShape.object("Phrase", [.init("zh", .text), .init("en", .text)])
  static let precedent = AnswerShape.object(
    "Precedent",
    [
      .init("order", .text), .init("category", .text), .maybe("area", .text), .init("unit", .text), .init("at", .moment),
      .init("upheld", .flag), .init("locked", .flag),
    ])
  static let proposal = AnswerShape.object(
    "Proposal",
    [
      .init("number", .text), .init("confidence", .choice(Proposal.Confidence.allCases.map(\.rawValue))), .maybe("lead", .text),
      .init("assist", .list(of: .text)), .init("reason", .phrase), .maybe("rule", .text), .maybe("basis", .phrase), .maybe("lowest", .text),
      .maybe("ruling", .text), .maybe("failure", .phrase), .init("precedents", .list(of: .precedent)), .init("catalogue", .whole),
    ])
}
