import Casework
import Workdays

/// The dispatch catalogue and the duty seats.
extension Reader {
  func catalogue(_ known: Known) -> Catalogue {
    guard let section = field("catalogue"), section.isMap() else { return Catalogue() }
    section.allow(["ruling", "serving", "rules"])
    let rules = section.ruleItems.map { $0.catalogueRule(known) }
    section.field("rules")?.refuseDuplicates(of: "id")
    let services = section.field("serving")?.pairs().map { key, value in
      Catalogue.Service(key.word() ?? "", value.providers(known))
    }
    return Catalogue(rules, services: services ?? [], ruling: section.field("ruling")?.unit(known.units))
  }

  /// The rules as they stand in the file; `Catalogue.rules` has the same order.
  private var ruleItems: [Reader] { field("rules")?.list().filter { $0.isMap() } ?? [] }

  /// A firm alone, or firms with their areas.
  private func providers(_ known: Known) -> [Catalogue.Provider] {
    if case .text = branch.content { return unit(known.units).map { [Catalogue.Provider($0)] } ?? [] }
    return pairs().compactMap { key, value in
      guard let unit = key.unit(known.units) else { return nil }
      return Catalogue.Provider(unit, areas: value.oneOrMore().compactMap { $0.area(known.areas) })
    }
  }

  /// Never nil: a rule with a mistake still stands in its place, so that its matter does not also count as forgotten.
  private func catalogueRule(_ known: Known) -> CatalogueRule {
    allow([
      "id", "matter", "kinds", "words", "areas", "lead", "by-hand", "assist", "basis", "lowest", "ruling", "from", "until", "origin",
      "reference",
    ])
    var rule = CatalogueRule(
      id: required("id")?.word() ?? "", matters: required("matter")?.oneOrMore().compactMap { $0.category(known) } ?? [], lead: .byHand,
      basis: Phrase("", ""))
    rule.kinds = field("kinds")?.words(Kind.self) ?? []
    rule.words = field("words")?.oneOrMore().compactMap { $0.text() } ?? []
    rule.areas = field("areas")?.oneOrMore().compactMap { $0.area(known.areas) } ?? []
    (rule.lead, rule.basis) = lead(known)
    rule.assist = field("assist")?.oneOrMore().compactMap { $0.assignee(known) } ?? []
    rule.lowest = field("lowest")?.word(Unit.Level.self)
    rule.ruling = field("ruling")?.unit(known.units)
    (rule.from, rule.until) = (field("from")?.day(), field("until")?.day())
    let source = field("origin")?.word(CatalogueRule.Origin.Source.self) ?? .profile
    rule.origin = CatalogueRule.Origin(source, field("reference")?.text())
    return rule
  }

  /// `lead` with its `basis`, or `by-hand` with what the person is to do.
  private func lead(_ known: Known) -> (Assignee, Phrase) {
    if let hand = field("by-hand") {
      for key in ["lead", "basis"] {
        field(key)?.report("by-hand 与 \(key) 不能并存", "by-hand and \(key) exclude each other", "请只写其中一个", "Write one of them")
      }
      return (.byHand, hand.phrase() ?? Phrase("", ""))
    }
    return (required("lead")?.assignee(known) ?? .byHand, required("basis")?.phrase() ?? Phrase("", ""))
  }

  /// A unit, `area:county`, `area:township`, or `serving:` and a service.
  private func assignee(_ known: Known) -> Assignee? {
    guard let text = text() else { return nil }
    switch Assignee(text) {
    case .unit: return unit(known.units).map { .unit($0) }
    case .ofArea(let level): return .ofArea(level)
    case .serving(let name): return .serving(name)
    case .byHand, nil:
      report(
        "“\(text)”不是承办方", "“\(text)” names nobody", "请写单位 id、area:county、area:township 或 serving:名称",
        "Write a unit's id, area:county, area:township or serving:name")
      return nil
    }
  }

  /// What is wrong with the catalogue as a whole, each at its rule.
  func checkCatalogue(of profile: Profile) {
    guard let section = field("catalogue"), section.isMap() else { return }
    let items = section.ruleItems
    for fault in CatalogueCheck(profile.catalogue, in: profile, from: profile.effective).faults {
      let place = fault.rule.flatMap { items.indices.contains($0) ? items[$0] : nil } ?? section
      place.report(fault.reason.zh, fault.reason.en, fault.remedy.zh, fault.remedy.en)
    }
  }

  func dutySeats(_ known: Known) -> [DutySeat] {
    field("duty-seats")?.list().compactMap { $0.dutySeat(known) } ?? []
  }

  private func dutySeat(_ known: Known) -> DutySeat? {
    guard isMap() else { return nil }
    allow(["group", "unit", "name"])
    let (group, unit, name) = (required("group")?.word(), required("unit")?.unit(known.units), required("name")?.phrase())
    guard let group, let unit, let name else { return nil }
    return DutySeat(group: group, unit: unit, name: name)
  }
}
