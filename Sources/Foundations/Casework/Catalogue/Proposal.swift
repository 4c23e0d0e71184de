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
    proposal(for: question, by: catalogue, passing: [], on: day)
  }

  /// What it proposes next to units that somebody found wrong: the rule that speaks after those that name them.
  /// - Parameter declined: the units that are not proposed again.
  public func proposal(for question: CatalogueQuestion, declined: Set<UnitID>, on day: CivilDay) -> Proposal {
    var passed: Set<String> = []
    var proposal = proposal(for: question, on: day)
    while let lead = proposal.lead, declined.contains(lead), let rule = proposal.rule {
      passed.insert(rule.id)
      proposal = self.proposal(for: question, by: catalogue, passing: passed, on: day)
    }
    guard !passed.isEmpty else { return proposal }
    if proposal.rule == nil { proposal.reason = ProposalWords(profile: self, question: question).nothingElse }
    proposal.assist.removeAll(where: declined.contains)
    return proposal
  }

  /// The rule by which a unit would be proposed at some time; nil where none names it.
  public func rule(naming unit: UnitID, for question: CatalogueQuestion, on day: CivilDay) -> CatalogueRule? {
    var passed: Set<String> = []
    while let rule = catalogue.rule(for: question, in: territory, on: day, passing: passed) {
      if let lead = try? self.unit(rule.lead, question, catalogue, day), lead == unit { return rule }
      passed.insert(rule.id)
    }
    return nil
  }

  private func proposal(
    for question: CatalogueQuestion, by catalogue: Catalogue, passing passed: Set<String>, on day: CivilDay
  ) -> Proposal {
    guard let rule = catalogue.rule(for: question, in: territory, on: day, passing: passed) else {
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
