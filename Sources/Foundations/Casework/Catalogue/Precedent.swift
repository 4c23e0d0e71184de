import Workdays

/// A ruling 裁定 that is offered again in the like matter.
public struct Precedent: Hashable, Sendable {
  public let id: Int64
  /// The number of the order that was ruled on.
  public let order: String
  public let category: CategoryID
  public let area: AreaID?
  /// Who was told to do it.
  public let unit: UnitID
  public let at: Moment
  /// The objection was upheld and it went to another unit; else the unit had to keep it.
  public let upheld: Bool
  public let locked: Bool
  public let note: TextID?

  public init(
    id: Int64, order: String, category: CategoryID, area: AreaID?, unit: UnitID, at: Moment, upheld: Bool, locked: Bool = false,
    note: TextID? = nil
  ) {
    (self.id, self.order, self.category, self.area, self.unit) = (id, order, category, area, unit)
    (self.at, self.upheld, self.locked, self.note) = (at, upheld, locked, note)
  }
}

extension Profile {
  /// What rule and precedents together propose. A ruling for the same category and area counts more than a rule that was
  /// there before it; for another area it counts where no rule speaks.
  /// - Parameter declined: the units that somebody found wrong here; they are not proposed again.
  public func proposal(
    for question: CatalogueQuestion, precedents: [Precedent], declined: Set<UnitID> = [], on day: CivilDay
  ) -> Proposal {
    let ruled = proposal(for: question, declined: declined, on: day)
    guard let like = precedents.first(where: { !declined.contains($0.unit) }) else { return ruled }
    if let rule = ruled.rule, ruled.lead != nil {
      let isOlder = (rule.from ?? effective) <= like.at.day
      guard like.area == question.area, isOlder, like.unit != ruled.lead else { return ruled }
    }
    let words = ProposalWords(profile: self, question: question)
    var proposal = Proposal(.precedent, lead: like.unit, rule: ruled.rule, reason: words.ruled(like))
    proposal.failure = ruled.failure
    return proposal
  }
}

extension ProposalWords {
  func ruled(_ precedent: Precedent) -> Phrase {
    let (unit, matter) = (profile.units.name(of: precedent.unit), profile.taxonomy.title(of: question.category))
    return Phrase(
      "\(matter.zh) → \(unit.zh)；先例：工单 \(precedent.order) 于 \(precedent.at.day.phrase.zh) 裁定由其承办",
      "\(matter.en) → \(unit.en); precedent: order \(precedent.order) was ruled its duty on \(precedent.at.day.phrase.en)")
  }
}

extension CatalogueRule {
  /// The rule that a ruling makes. A unit that stands for one place is meant there only.
  public init(from precedent: Precedent, in profile: Profile, basis: Phrase?) {
    let place = profile.units.units[precedent.unit]?.area
    let said = Phrase("裁定：工单 \(precedent.order)（\(precedent.at.day)）", "Ruling on order \(precedent.order) (\(precedent.at.day))")
    self.init(
      id: "", matters: [precedent.category], areas: place.map { [$0] } ?? [], lead: .unit(precedent.unit), basis: basis ?? said,
      origin: Origin(.ruling, precedent.order))
  }
}
