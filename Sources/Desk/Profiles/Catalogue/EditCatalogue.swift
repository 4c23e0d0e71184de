import Casework
import Ledger
import Store
import Workdays

/// What the editor of the catalogue is told.
public struct CatalogueReceipt: Codable, Sendable, Equatable {
  /// The number of the revision.
  public let revision: Int
  public let state: CatalogueRevision.State
  /// The rule that was changed.
  public let rule: String?

  init(_ revision: CatalogueRevision, rule: String? = nil) {
    (self.revision, state, self.rule) = (revision.number, revision.state, rule)
  }
}

extension LedgerSession {
  /// The draft, opened where there is none.
  func catalogueDraft() throws -> CatalogueRevision {
    let revisions = CatalogueRevisions(sql)
    if let draft = try revisions.draft() { return draft }
    return try begin(CatalogueRevision.self, newID(), [.opened(number: try revisions.nextNumber())])
  }

  /// The draft, which must be there.
  func openCatalogueDraft() throws -> CatalogueRevision {
    guard let draft = try CatalogueRevisions(sql).draft() else {
      throw CaseworkProblem.conflict(Phrase("现在没有目录草稿；请先修改一条规则。", "There is no draft of the catalogue; change a rule first."))
    }
    return draft
  }
}

/// Writes a rule into the draft. Where the same matter stands with other rules, it leaves them, so that no two contradict.
public struct SetCatalogueRule: Verb {
  private let rule: CatalogueRule
  /// Takes the matter out of rules that stand in its way.
  private let displaces: Bool

  public init(_ rule: CatalogueRule, displaces: Bool = false) {
    self.rule = rule
    self.displaces = displaces
  }

  public func perform(in session: LedgerSession) throws -> CatalogueReceipt {
    try RuleInput.check(rule, session.profile)
    let draft = try session.catalogueDraft()
    let catalogue = session.profile.catalogue.amended(by: draft.amendments)
    var rule = rule
    if rule.id.isEmpty { rule.id = Self.freshID(in: catalogue, draft.number) }
    let others = displaces ? Self.displaced(by: rule, in: catalogue) : []
    let after = try session.change(CatalogueRevision.self, draft.id, .change) { _ in others + [.set(rule: rule)] }
    return CatalogueReceipt(after, rule: rule.id)
  }

  private static func freshID(in catalogue: Catalogue, _ revision: Int) -> String {
    var number = 1
    while catalogue["r\(revision)-\(number)"] != nil { number += 1 }
    return "r\(revision)-\(number)"
  }

  /// Rules of the same weight lose the matter; a rule that had no other is dropped.
  private static func displaced(by rule: CatalogueRule, in catalogue: Catalogue) -> [CatalogueRevision.Event] {
    catalogue.rules.compactMap { other in
      guard other.id != rule.id, other.kinds == rule.kinds, other.words == rule.words, other.areas == rule.areas else { return nil }
      var rest = other
      rest.matters.removeAll { rule.matters.contains($0) }
      guard rest.matters.count < other.matters.count else { return nil }
      return rest.matters.isEmpty ? .dropped(rule: other.id) : .set(rule: rest)
    }
  }
}

/// Takes a rule out of the catalogue, or takes a change back.
public struct DropCatalogueRule: Verb {
  private let rule: String
  private let undo: Bool

  public init(_ rule: String, undo: Bool = false) {
    self.rule = rule
    self.undo = undo
  }

  public func perform(in session: LedgerSession) throws -> CatalogueReceipt {
    let draft = undo ? try session.openCatalogueDraft() : try session.catalogueDraft()
    let stands = session.profile.catalogue[rule] != nil
    guard stands || draft.amendments.contains(where: { $0.id == rule }) else {
      throw CaseworkProblem.unknown(what: Phrase("规则", "rule"), key: rule)
    }
    // What only the draft has is simply no longer in it.
    let event: CatalogueRevision.Event = undo || !stands ? .undone(rule: rule) : .dropped(rule: rule)
    return CatalogueReceipt(try session.change(CatalogueRevision.self, draft.id, .change) { _ in [event] }, rule: rule)
  }
}

/// Keeps the figures of a trial with the draft.
public struct RecordTrial: Verb {
  private let figures: CatalogueTrial

  public init(_ figures: CatalogueTrial) { self.figures = figures }

  public func perform(in session: LedgerSession) throws -> CatalogueReceipt {
    let draft = try session.openCatalogueDraft()
    return CatalogueReceipt(try session.change(CatalogueRevision.self, draft.id, .try) { _ in [.tried(figures: figures)] })
  }
}

/// Puts the draft into force from a day on; a draft with a fault changes nothing.
public struct ReleaseCatalogue: Verb {
  private let effective: CivilDay?

  public init(effective: CivilDay?) { self.effective = effective }

  public func perform(in session: LedgerSession) throws -> CatalogueReceipt {
    let draft = try session.openCatalogueDraft()
    let day = effective ?? session.now.day
    guard day >= session.now.day else {
      throw CaseworkProblem.field("effective", "生效日期不能早于今天。", "It cannot hold from a day in the past.")
    }
    guard !draft.amendments.isEmpty else {
      throw CaseworkProblem.conflict(Phrase("草稿没有改动，不必发布。", "The draft changes nothing; there is nothing to release."))
    }
    let catalogue = session.profile.catalogue.amended(by: draft.amendments)
    let faults = CatalogueCheck(catalogue, in: session.profile, from: day).faults
    guard faults.isEmpty else { throw CatalogueRefusal(faults, in: catalogue) }
    return CatalogueReceipt(try session.change(CatalogueRevision.self, draft.id, .release) { _ in [.released(effective: day)] })
  }
}

public struct DiscardCatalogue: Verb {
  public init() {}

  public func perform(in session: LedgerSession) throws -> CatalogueReceipt {
    let draft = try session.openCatalogueDraft()
    return CatalogueReceipt(try session.change(CatalogueRevision.self, draft.id, .discard) { _ in [.discarded] })
  }
}
