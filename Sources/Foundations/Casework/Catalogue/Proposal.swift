import Workdays

/// To whom an order should go, and why: what the dispatcher sees before deciding.
public struct Proposal: Hashable, Sendable {
  public enum Confidence: String, Codable, Sendable, CaseIterable, Worded {
    /// A rule of the catalogue says so.
    case rule
    /// It was ruled so in the like matter.
    case precedent
    /// Nothing says so: a person decides.
    case none

    public var phrase: Phrase {
      switch self {
      case .rule: Phrase("很可能", "Very likely")
      case .precedent: Phrase("可能", "Likely")
      case .none: Phrase("不确定", "Uncertain")
      }
    }
  }

  public var lead: UnitID?
  public var assist: [UnitID] = []
  public var rule: CatalogueRule?
  public var confidence: Confidence
  /// One sentence with the matter, the units and the basis.
  public var reason: Phrase
  /// Why the rule could not be followed, where it could not.
  public var failure: CatalogueFailure?

  public init(_ confidence: Confidence, lead: UnitID? = nil, rule: CatalogueRule? = nil, reason: Phrase) {
    (self.confidence, self.lead, self.rule, self.reason) = (confidence, lead, rule, reason)
  }
}

extension Profile {
  /// What the catalogue in force proposes. Pure and quick; a rule that fails gives no unit but says why.
  public func proposal(for question: CatalogueQuestion, on day: CivilDay) -> Proposal {
    proposal(for: question, by: catalogue, on: day)
  }

  /// The same by another catalogue, such as a draft.
  public func proposal(for question: CatalogueQuestion, by catalogue: Catalogue, on day: CivilDay) -> Proposal {
    guard let rule = catalogue.rule(for: question, in: territory, on: day) else {
      return Proposal(.none, reason: ProposalWords(profile: self, question: question).nothing)
    }
    let words = ProposalWords(profile: self, question: question)
    do {
      guard let lead = try unit(rule.lead, question, catalogue, day) else { return Proposal(.none, rule: rule, reason: words.byHand(rule)) }
      var proposal = Proposal(.rule, lead: lead, rule: rule, reason: Phrase("", ""))
      // An assisting unit that is not there is left out: the lead is what counts.
      proposal.assist = rule.assist.compactMap { try? unit($0, question, catalogue, day) }.filter { $0 != lead }
      proposal.reason = words.led(by: lead, proposal.assist, rule)
      return proposal
    } catch {
      var proposal = Proposal(.none, rule: rule, reason: words.failed(rule, error))
      proposal.failure = error
      return proposal
    }
  }

  private func unit(
    _ assignee: Assignee, _ question: CatalogueQuestion, _ catalogue: Catalogue, _ day: CivilDay
  ) throws(CatalogueFailure) -> UnitID? {
    try catalogue.unit(for: assignee, at: question.area, in: territory, of: units, on: day)
  }
}

extension CatalogueQuestion {
  public init(_ matter: OrderMatter, text: String? = nil) {
    self.init(category: matter.category, kind: matter.kind, area: matter.area, text: text)
  }
}
