import Casework
import Profiles
import Testing
import Workdays

@Suite struct MergeTests {
  private func read(_ yaml: String, over base: String = ProfileFiles.small) throws -> Profile {
    try ProfileReader.read(yaml, file: "city.yaml") { _ in base }
  }

  @Test func aCityTakesItsBaseAndChangesWhatItNames() throws {
    let profile = try read("extends: base.yaml\nkey: other\npolicy: {returns: {rounds: 3}}")
    #expect(profile.key == "other" && profile.name.en == "Small Town")
    #expect(profile.policy.returns.rounds == 3 && profile.policy.returns.within == .workingDays(2))
  }

  @Test func theCitysRulesStandBeforeThoseOfTheBase() throws {
    let profile = try read("extends: base.yaml\nlimits:\n  - {clock: handling, limit: 2wd}")
    #expect(profile.limits.rules.count == 5)
    let matter = Matter(kind: .complaint, urgency: .normal, day: profile.effective)
    #expect(profile.limits.limit(for: .handling, matter: matter)?.limit == .workingDays(2))
  }

  @Test func anItemOfTheSameIdGivesWay() throws {
    let profile = try read("extends: base.yaml\nunits:\n  - {id: lamps, name: 灯光所 | Lights, level: station, parent: small}")
    #expect(profile.units.units.count == 3 && profile.unit("lamps")?.parent == "small")
  }

  @Test func categoriesGrowByTheirChineseName() throws {
    let profile = try read("extends: base.yaml\ncategories:\n  道路: [井盖 | Covers, 路灯 | Street lamps]")
    #expect(profile.taxonomy.leaves.map(\.name.en) == ["Covers", "Street lamps", "Holes"])
  }

  @Test func replaceKeepsTheBaseOut() throws {
    let profile = try read("extends: base.yaml\noutcomes: !replace []\npolicy: !replace {redo: {rounds: 2}}")
    #expect(profile.outcomes.isEmpty && profile.policy.returnReasons.isEmpty && profile.policy.redo.rounds == 2)
  }

  @Test func aProblemOfTheBaseNamesTheBase() {
    let base = ProfileFiles.small(line: 3, "effective: never")
    let problems = ProfileFiles.problems(in: "extends: base.yaml\nkey: other", bases: ["base.yaml": base])
    #expect(problems.map(\.file) == ["base.yaml"] && problems.map(\.line) == [3])
  }

  @Test func anotherFormThanTheBaseIsAProblem() {
    let problems = ProfileFiles.problems(in: "extends: base.yaml\nlimits: {clock: sign}", bases: ["base.yaml": ProfileFiles.small])
    #expect(problems.contains { $0.file == "city.yaml" && $0.line == 2 && $0.reason.en.contains("another form") })
  }

  @Test func aCircleOfBasesIsAProblem() {
    let problems = ProfileFiles.problems(
      in: "extends: a.yaml\nkey: x", bases: ["a.yaml": "extends: b.yaml\nkey: a", "b.yaml": "extends: a.yaml\nkey: b"])
    #expect(problems.contains { $0.file == "b.yaml" && $0.line == 1 && $0.reason.en.contains("a.yaml → b.yaml → a.yaml") })
  }
}
