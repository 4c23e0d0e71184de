import Workdays

/// Something wrong with a catalogue as a whole.
public struct CatalogueFault: Advising, Hashable, Sendable {
  /// The place of the rule in the catalogue; nil where a rule is missing.
  public let rule: Int?
  public let reason: Phrase
  public let remedy: Phrase

  init(_ rule: Int?, _ reason: Phrase, _ remedy: Phrase) {
    (self.rule, self.reason, self.remedy) = (rule, reason, remedy)
  }
}

/// Rules that contradict each other, name nobody or leave a matter without a lead. A catalogue without rules has no faults:
/// a city may do without one.
public struct CatalogueCheck {
  private let catalogue: Catalogue
  private let profile: Profile
  /// The first day that matters: nobody is asked about the past.
  private let day: CivilDay

  public init(_ catalogue: Catalogue, in profile: Profile, from day: CivilDay) {
    (self.catalogue, self.profile, self.day) = (catalogue, profile, day)
  }

  public var faults: [CatalogueFault] {
    guard !catalogue.isEmpty else { return [] }
    return catalogue.rules.indices.flatMap(faults(ofRule:)) + contradictions + gaps
  }

  private func faults(ofRule index: Int) -> [CatalogueFault] {
    let rule = catalogue.rules[index]
    var faults: [CatalogueFault] = []
    func fault(_ zh: String, _ en: String, _ remedyZh: String, _ remedyEn: String) {
      faults.append(CatalogueFault(index, Phrase(zh, en), Phrase(remedyZh, remedyEn)))
    }
    if let from = rule.from, let until = rule.until, until < from {
      fault("规则“\(rule.id)”结束早于开始", "the rule “\(rule.id)” ends before it begins", "请改正 from 和 until", "Correct from and until")
    }
    for matter in rule.matters where !profile.taxonomy.contains(matter) {
      fault("没有类别“\(matter)”", "there is no category “\(matter)”", "请写 categories 中的路径", "Write a path of categories")
    }
    for unit in ([rule.lead] + rule.assist).compactMap(named) where profile.units.units[unit]?.takesOrders != true {
      fault("没有可承办的单位“\(unit)”", "there is no unit “\(unit)” that handles orders", "请写承办单位的 id", "Write the id of a unit that does")
    }
    for unit in ([rule.lead] + rule.assist).compactMap(named) {
      guard let last = profile.units.units[unit]?.until, rule.until.map({ $0 > last }) ?? true else { continue }
      fault(
        "规则“\(rule.id)”所指的单位“\(unit)”\(last) 后撤销", "the unit “\(unit)” of the rule “\(rule.id)” is closed after \(last)",
        "请让规则同日结束（until），并写明此后由谁承办", "End the rule on that day (until) and say who leads afterwards")
    }
    for case .serving(let name) in [rule.lead] + rule.assist where catalogue.service(name) == nil {
      fault("没有写明谁提供“\(name)”", "nobody is named who provides “\(name)”", "请在 serving 中写明", "Name them under serving")
    }
    if let lowest = rule.lowest, let level = level(rule.lead), level.depth > lowest.depth {
      fault(
        "牵头单位在允许的最低层级“\(lowest.phrase.zh)”之下", "the lead stands below the lowest level allowed, \(lowest.rawValue)", "请改正 lowest 或牵头单位",
        "Correct lowest or the lead")
    }
    return faults
  }

  private func named(_ assignee: Assignee) -> UnitID? {
    if case .unit(let unit) = assignee { unit } else { nil }
  }

  private func level(_ assignee: Assignee) -> Unit.Level? {
    switch assignee {
    case .unit(let unit): profile.units.units[unit]?.level
    case .ofArea(let level): level
    case .serving, .byHand: nil
    }
  }

  /// Two rules of the same weight that hold on the same day for the same matter.
  private var contradictions: [CatalogueFault] {
    var faults: [CatalogueFault] = []
    for (matter, indices) in catalogue.byMatter.sorted(by: { $0.key < $1.key }) where indices.count > 1 {
      for (place, second) in indices.enumerated().dropFirst() {
        guard let first = indices[..<place].first(where: { clash(catalogue.rules[$0], catalogue.rules[second]) }) else { continue }
        faults.append(contradiction(matter, first, second))
      }
    }
    return faults
  }

  private func clash(_ one: CatalogueRule, _ other: CatalogueRule) -> Bool {
    meet(one.kinds, other.kinds) && meet(one.words, other.words) && meet(one.areas, other.areas) && one.overlaps(other)
  }

  /// Both without a condition, or with one that both fulfil.
  private func meet<Word: Hashable>(_ one: [Word], _ other: [Word]) -> Bool {
    one.isEmpty && other.isEmpty || one.contains { other.contains($0) }
  }

  private func contradiction(_ matter: CategoryID, _ first: Int, _ second: Int) -> CatalogueFault {
    let (one, other) = (catalogue.rules[first], catalogue.rules[second])
    let remedy = Phrase("请删去其中一条，或用 from、until 分开时间", "Remove one of them, or part them in time by from and until")
    guard one.lead != other.lead else {
      return CatalogueFault(
        second,
        Phrase("规则“\(other.id)”与“\(one.id)”在“\(matter)”上时间重叠", "the rules “\(other.id)” and “\(one.id)” overlap in time for “\(matter)”"),
        remedy)
    }
    return CatalogueFault(
      second,
      Phrase(
        "规则“\(other.id)”与“\(one.id)”对“\(matter)”指定了不同的牵头单位：\(other.lead) 与 \(one.lead)",
        "the rules “\(other.id)” and “\(one.id)” contradict each other: \(other.lead) and \(one.lead) lead in “\(matter)”"), remedy)
  }

  /// Every category of the second level has a lead on every day from `day` on.
  private var gaps: [CatalogueFault] {
    let days = [day] + Set(catalogue.rules.compactMap { $0.until?.adding(days: 1) }.filter { $0 > day }).sorted()
    let seconds = profile.taxonomy.roots.flatMap { $0.children.isEmpty ? [$0] : $0.children }
    return seconds.compactMap { node in
      guard let open = days.first(where: { !isLed(node, on: $0) }) else { return nil }
      return CatalogueFault(
        nil, Phrase("“\(node.id)”自 \(open) 起没有牵头单位", "“\(node.id)” has no lead from \(open) on"),
        Phrase("请加一条不带其他条件的规则", "Add a rule without other conditions"))
    }
  }

  private func isLed(_ node: CategoryNode, on day: CivilDay) -> Bool {
    let own = node.id.path.contains { matter in
      (catalogue.byMatter[matter] ?? []).contains { catalogue.rules[$0].isGeneral && catalogue.rules[$0].holds(on: day) }
    }
    return own || !node.children.isEmpty && node.children.allSatisfy { isLed($0, on: day) }
  }
}
