import Casework
import Testing
import Workdays

/// The lookup is pure: a small town says everything about it.
@Suite struct CatalogueTests {
  private let day = CivilDay(ordinal: 20_000)

  private func town(_ rules: [CatalogueRule], services: [Catalogue.Service] = [], direct: Bool = true) -> Profile {
    let areas = ["city", "east", "lake", "west"].map { id in
      Area(id: AreaID(id), name: Phrase(id, id), parent: id == "city" ? nil : id == "lake" ? "east" : "city")
    }
    func unit(_ id: String, _ level: Unit.Level, _ parent: String?, area: String? = nil) -> Unit {
      Unit(id: UnitID(id), name: Phrase(id, id), level: level, parent: parent.map { UnitID($0) }, area: area.map { AreaID($0) })
    }
    let units = [
      unit("city", .city, nil, area: "city"), unit("lamps", .bureau, "city"), unit("dogs", .bureau, "city"),
      unit("power", .utility, "city"),
      unit("east", .county, "city", area: "east"), unit("lake", .township, "east", area: "lake"), unit("old-heat", .utility, "city"),
      unit("new-heat", .utility, "city"),
    ]
    func node(_ id: String, _ children: [CategoryNode] = []) -> CategoryNode {
      let id = CategoryID(id)
      return CategoryNode(id: id, name: Phrase(id.lastName, id.lastName), children: children)
    }
    var policy = CasePolicy()
    policy.directToTownship = direct
    return Profile(
      key: "town", name: Phrase("镇", "Town"), effective: day, prefix: "T", units: Organisation(units), areas: areas,
      taxonomy: Taxonomy([node("城", [node("城/灯", [node("城/灯/暗"), node("城/灯/亮")]), node("城/狗", [node("城/狗/叫")])])]),
      calendar: .national(), limits: LimitTable(), policy: policy, catalogue: Catalogue(rules, services: services, ruling: "dogs"))
  }

  private func rule(_ id: String, _ matter: CategoryID, _ lead: Assignee, assist: [Assignee] = []) -> CatalogueRule {
    CatalogueRule(id: id, matters: [matter], lead: lead, assist: assist, basis: Phrase("法", "Law"))
  }

  private func lead(_ town: Profile, _ category: CategoryID, _ area: AreaID? = nil, kind: Kind? = nil, text: String? = nil) -> UnitID? {
    town.proposal(for: CatalogueQuestion(category: category, kind: kind, area: area, text: text), on: day).lead
  }

  @Test func theDeepestMatterWinsThenTheSmallestAreaThenWordsThenKinds() {
    var (small, wide, words, kinds) = (
      rule("small", "城/灯", .unit("lake")), rule("wide", "城/灯", .unit("east")), rule("words", "城/灯", .unit("dogs")),
      rule("kinds", "城/灯", .unit("new-heat"))
    )
    (small.areas, wide.areas, words.words, kinds.kinds) = (["lake"], ["east"], ["电线"], [.complaint])
    let town = town([rule("all", "城", .unit("city")), rule("lamps", "城/灯", .unit("lamps")), wide, small, words, kinds])
    #expect(lead(town, "城/灯/暗") == "lamps")
    #expect(lead(town, "城/灯/暗", "lake") == "lake" && lead(town, "城/灯/暗", "east") == "east" && lead(town, "城/灯/暗", "west") == "lamps")
    #expect(lead(town, "城/灯/暗", text: "电线掉了") == "dogs" && lead(town, "城/灯/暗", kind: .complaint) == "new-heat")
    #expect(lead(town, "城/灯/暗", "lake", kind: .complaint, text: "电线掉了") == "lake")
  }

  @Test func theSentenceNamesMatterUnitsAndBasis() {
    let town = town([rule("lamps", "城/灯", .unit("lamps"), assist: [.unit("power"), .unit("gone")])])
    let proposal = town.proposal(for: CatalogueQuestion(category: "城/灯/暗"), on: day)
    #expect(proposal.reason.zh == "城 › 灯 › 暗 → lamps牵头，power协办；依据：法")
    #expect(proposal.reason.en == "城 › 灯 › 暗 → lamps leads, assisted by power; basis: Law")
    #expect(proposal.confidence == .rule && proposal.assist == ["power"])
  }

  @Test func placesDecideByLevelAndByService() {
    let heat = Catalogue.Service("heat", [Catalogue.Provider("new-heat", areas: ["east"]), Catalogue.Provider("old-heat")])
    let rules = [rule("place", "城/灯", .ofArea(.township)), rule("heat", "城/狗", .serving("heat"))]
    let direct = town(rules, services: [heat])
    #expect(lead(direct, "城/灯/暗", "lake") == "lake" && lead(direct, "城/灯/暗", "east") == "east")
    #expect(
      lead(direct, "城/狗/叫", "lake") == "new-heat" && lead(direct, "城/狗/叫", "west") == "old-heat" && lead(direct, "城/狗/叫") == "old-heat")
    #expect(lead(town(rules, services: [heat], direct: false), "城/灯/暗", "lake") == "east")
  }

  @Test func whatFailsFallsToAPersonAndSaysWhy() {
    let town = town([rule("gone", "城/灯", .unit("gone")), rule("place", "城/狗", .ofArea(.county)), rule("hand", "城", .byHand)])
    let gone = town.proposal(for: CatalogueQuestion(category: "城/灯/暗"), on: day)
    #expect(gone.lead == nil && gone.confidence == .none && gone.failure == .unknownUnit("gone"))
    #expect(gone.reason.zh.contains("规则“gone”无法执行"))
    #expect(town.proposal(for: CatalogueQuestion(category: "城/狗/叫", area: "west"), on: day).failure == .noUnit(.ofArea(.county), "west"))
    #expect(town.proposal(for: CatalogueQuestion(category: "城/狗/叫"), on: day).failure?.isRulesFault == false)
    let hand = town.proposal(for: CatalogueQuestion(category: "城/其他"), on: day)
    #expect(hand.lead == nil && hand.failure == nil && hand.rule?.id == "hand")
  }

  @Test func rulesHoldFromAndUntilTheirDays() {
    var (old, new) = (rule("old", "城", .unit("lamps")), rule("new", "城", .unit("dogs")))
    (old.until, new.from) = (day, day.adding(days: 1))
    let town = town([old, new])
    #expect(town.proposal(for: CatalogueQuestion(category: "城/灯/暗"), on: day).lead == "lamps")
    #expect(town.proposal(for: CatalogueQuestion(category: "城/灯/暗"), on: day.adding(days: 1)).lead == "dogs")
    #expect(CatalogueCheck(town.catalogue, in: town, from: day).faults.isEmpty)
  }

  @Test func nothingMayBePushedBelowTheLowestLevel() throws {
    var high = rule("high", "城", .unit("lamps"))
    high.lowest = .county
    let town = town([high])
    let question = CatalogueQuestion(category: "城/灯/暗")
    for fine in ["lamps", "east", "power"] as [UnitID] { try town.refuseBelowLowest(fine, for: question, on: day) }
    #expect(throws: CatalogueProblem.self) { try town.refuseBelowLowest("lake", for: question, on: day) }
  }

  private func faults(_ rules: [CatalogueRule]) -> [String] {
    let town = town(rules)
    return CatalogueCheck(town.catalogue, in: town, from: day).faults.map(\.reason.en)
  }

  @Test func theCheckFindsWhatCannotBe() {
    let whole = rule("whole", "城", .unit("lamps"))
    #expect(faults([whole]).isEmpty && faults([]).isEmpty)
    #expect(faults([rule("lamps", "城/灯", .unit("lamps"))]) == ["“城/狗” has no lead from \(day) on"])
    #expect(faults([whole, rule("other", "城", .unit("dogs"))]).first?.contains("contradict") == true)
    #expect(faults([whole, rule("same", "城", .unit("lamps"))]).first?.contains("overlap in time") == true)
    #expect(faults([rule("root", "城", .unit("city"))]).first?.contains("no unit “city” that handles orders") == true)
    #expect(faults([rule("heat", "城", .serving("heat"))]).first?.contains("nobody is named") == true)
    var ended = whole
    ended.until = day.adding(days: 5)
    #expect(faults([ended]).count == 2)
    ended.from = day.adding(days: 6)
    #expect(faults([ended]).first?.contains("ends before it begins") == true)
    var low = rule("low", "城", .ofArea(.township))
    low.lowest = .county
    #expect(faults([low]).first?.contains("below the lowest level") == true)
  }

  @Test func amendmentsReplaceAddAndRemove() {
    let catalogue = Catalogue([rule("a", "城/灯", .unit("lamps")), rule("b", "城/狗", .unit("dogs"))])
    let next = catalogue.amended(
      by: [
        CatalogueAmendment(rule("a", "城/灯", .unit("power"))), CatalogueAmendment(without: "b"), CatalogueAmendment(rule("c", "城", .byHand)),
      ], version: 2)
    #expect(next.rules.map(\.id) == ["a", "c"] && next["a"]?.lead == .unit("power") && next.version == 2)
  }

  @Test func assigneesAreOneWord() {
    for word in ["urban", "area:county", "area:township", "serving:heat", "by-hand"] { #expect(Assignee(word)?.description == word) }
    for bad in ["", "area:moon", "area:bureau", "serving:", "a:b"] { #expect(Assignee(bad) == nil) }
  }

  @Test("among five thousand rules the one that fits is found") func many() {
    let rules = (0..<5000).map { index -> CatalogueRule in
      var rule = rule("r\(index)", index % 2 == 0 ? "城/灯/暗" : CategoryID("城/灯/\(index)"), .unit("lamps"))
      rule.areas = [AreaID("a\(index)")]
      return rule
    }
    let town = town(rules + [rule("all", "城", .unit("dogs"))])
    #expect(lead(town, "城/灯/暗", "lake") == "dogs" && lead(town, "城/灯/暗", "a4998") == "lamps")
  }
}
