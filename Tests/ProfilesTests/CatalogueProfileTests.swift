import Casework
import Profiles
import Testing
import Workdays

/// The catalogue as the profiles have it.
@Suite struct CatalogueProfileTests {
  @Test(arguments: ProfileFiles.cities) func everyCityHasALeadForEveryMatter(_ name: String) throws {
    let profile = try ProfileFiles.read(name)
    #expect(profile.catalogue.rules.count > 50)
    for leaf in profile.taxonomy.leaves {
      let proposal = profile.proposal(for: CatalogueQuestion(category: leaf.id, area: profile.areas[1].id), on: profile.effective)
      #expect(proposal.rule != nil && proposal.failure == nil, "\(leaf.id): \(proposal.reason.zh)")
    }
  }

  private func lead(_ profile: Profile, _ category: CategoryID, _ area: AreaID? = nil) -> UnitID? {
    profile.proposal(for: CatalogueQuestion(category: category, area: area), on: profile.effective).lead
  }

  @Test func yunxisLampsGoToTheCityManagementBureauWithThePowerFirm() throws {
    let yunxi = try ProfileFiles.read("yunxi")
    let proposal = yunxi.proposal(for: CatalogueQuestion(category: "城乡建设/公用设施/路灯"), on: yunxi.effective)
    #expect(proposal.reason.zh == "城乡建设 › 公用设施 › 路灯 → 市城管局牵头，云溪供电公司协办；依据：《城市照明管理规定》")
    #expect(lead(yunxi, "城乡建设/供热/室温不达标") == "heat-firm")
    #expect(lead(yunxi, "政法/矛盾纠纷/邻里纠纷", "stone-gate") == "stone-gate" && lead(yunxi, "政法/矛盾纠纷/邻里纠纷", "west-hill") == "west-hill")
    #expect(lead(yunxi, "纪检监察/贪污贿赂/贪污") == nil)
  }

  @Test func aCityWritesOnlyWhereItDiffers() throws {
    #expect(lead(try ProfileFiles.read("jining-2013"), "卫生计生/食品药品监管/其他") == "food")
    #expect(lead(try ProfileFiles.read("zibo-2020"), "卫生计生/食品药品监管/其他") == "market")
    #expect(lead(try ProfileFiles.read("hengshui-2019"), "政法/矛盾纠纷/邻里纠纷", "131102") == "taocheng")
  }

  @Test func dutySeatsNameGroupAndUnit() throws {
    let heze = try ProfileFiles.read("heze-2021")
    #expect(heze.dutySeats.map(\.unit) == ["water-firm", "power-firm", "heat-firm"])
    let agent = Actor(account: "a", name: "a", roles: [.agent], unit: "hotline", scope: "heze", group: "duty-heat")
    #expect(heze.dutySeats(of: agent).map(\.unit) == ["heat-firm"])
    #expect(
      heze.dutySeats(of: Actor(account: "a", name: "a", roles: [.agent], unit: "heat-firm", scope: "heat-firm", group: "duty-heat")).isEmpty
    )
  }

  /// The small profile with these lines of a catalogue; its rules begin at line 30.
  private func problems(_ rules: String...) -> [ProfileProblem] {
    let list = rules.map { "    - \($0)" }.joined(separator: "\n")
    return ProfileFiles.problems(in: "\(ProfileFiles.small)\ncatalogue:\n  rules:\n\(list)\n")
  }

  private static let whole = "{id: all, matter: 道路, lead: roads, basis: 路 | Road}"

  @Test func aWholeCatalogueIsTaken() { #expect(problems(Self.whole) == []) }

  static let broken: [(rule: String, says: String)] = [
    ("{id: b, matter: 道路, lead: lamps, basis: 路}", "contradict each other"),
    ("{id: b, matter: 道路, lead: roads, basis: 路}", "overlap in time"),
    ("{id: b, matter: 道路/路灯, lead: lamp, basis: 路}", "there is no unit “lamp”"),
    ("{id: b, matter: 道路/路灯, lead: small, basis: 路}", "“small” that handles orders"),
    ("{id: b, matter: 道路/路登, lead: lamps, basis: 路}", "there is no category “道路/路登”"),
    ("{id: b, matter: 道路/路灯, lead: \"area:moon\", basis: 路}", "“area:moon” names nobody"),
    ("{id: b, matter: 道路/路灯, lead: \"serving:heat\", basis: 路}", "who provides “heat”"),
    ("{id: b, matter: 道路/路灯, lead: lamps}", "“basis” is missing"), ("{id: all, matter: 道路/路灯, lead: lamps, basis: 路}", "stands here twice"),
    ("{id: b, matter: 道路/路灯, lead: lamps, by-hand: 人, basis: 路}", "exclude each other"),
    ("{id: b, matter: 道路/路灯, lead: lamps, basis: 路, lowest: county}", "below the lowest level"),
    ("{id: b, matter: 道路/路灯, lead: lamps, basis: 路, from: 2026-05-01, until: 2026-04-01}", "ends before it begins"),
    ("{id: b, matter: 道路/路灯, lead: lamps, basis: 路, areas: south}", "there is no area “south”"),
  ]

  @Test(arguments: broken) func aBrokenRuleIsRefusedAtItsLine(_ case: (rule: String, says: String)) throws {
    let problems = problems(Self.whole, `case`.rule)
    let problem = try #require(problems.first { $0.reason.en.contains(`case`.says) }, "\(problems)")
    #expect(problem.line == 31)
  }

  @Test func aMatterWithoutALeadIsRefused() throws {
    let problem = try #require(problems("{id: b, matter: 道路/路灯, lead: lamps, basis: 路}").first)
    #expect(problem.reason.en.contains("“道路/坑洼” has no lead") && problem.line == 28)
  }

  @Test func aContactPointHasNoMiddleLevel() {
    let point = "  - {id: lamps, name: 路灯所 | Lamps, level: contact-point, parent: roads}"
    #expect(ProfileFiles.problems(in: ProfileFiles.small(line: 12, point)).map(\.line) == [12])
  }
}
