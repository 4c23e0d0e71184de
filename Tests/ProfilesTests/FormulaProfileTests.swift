import Casework
import Profiles
import Testing
import Workdays

/// How figures are made, as the profile has it.
@Suite struct FormulaProfileTests {
  private func read(_ formulas: String) throws -> Profile {
    try ProfileReader.read("\(ProfileFiles.small)\nformulas:\n\(formulas)") { _ in "" }
  }

  private func problems(_ formulas: String) -> [String] {
    ProfileFiles.problems(in: "\(ProfileFiles.small)\nformulas:\n\(formulas)").map(\.reason.en)
  }

  @Test func withoutAnyEveryCityHasTheUsualOnes() throws {
    let profile = try ProfileReader.read(ProfileFiles.small) { _ in "" }
    #expect(profile.formulas == FigureFormula.standard)
    #expect(!ProfileWriter.export(profile).contains("formulas:"))
  }

  @Test func aCityWritesWhatDiffersAndWhatIsItsOwn() throws {
    let profile = try read(
      """
        satisfied-rate: {formula: satisfied / called-back}
        direct-rate: {name: 直办率 | Answered at once, formula: 直接答复 ÷ 接到诉求, meaning: 当场办结的。 | Ended at once.}
        load: {name: 户均 | Load, formula: "dispatched / (closed + redone)", as: number}
      """)
    #expect(profile.formulas.map(\.key) == FigureFormula.standard.map(\.key) + ["direct-rate", "load"])
    let satisfied = try #require(profile.formulas[key: "satisfied-rate"])
    #expect(satisfied.name.zh == "满意率" && satisfied.measurement == .percent && satisfied.formula.description == "satisfied / called-back")
    #expect(satisfied.meaning.zh == "回访满意 ÷ 有效回访", "the usual meaning does not hold any more")
    #expect(profile.formulas[key: "load"]?.measurement == .number)
    #expect(try ProfileReader.read(ProfileWriter.export(profile)) { _ in "" } == profile)
  }

  @Test func aFormulaIsChangedAddedAndTakenBack() throws {
    let profile = try ProfileReader.read(ProfileFiles.small) { _ in "" }
    var strict = FigureFormula.satisfiedRate
    strict.formula = try FormulaText.formula("satisfied / called-back")
    let own = FigureFormula(
      "direct-rate", Phrase("直办率", "At once"), try FormulaText.formula("answered / received"), as: .percent, meaning: Phrase("当场。", "Now."))
    let edited = profile.edited(by: [.formula(key: strict.key, formula: strict), .formula(key: own.key, formula: own)])
    let changes = ProfileDifference(profile, edited).changes
    #expect(changes.map(\.part) == ["formulas/satisfied-rate", "formulas/direct-rate"])
    #expect(changes.last?.sentence.zh == "新增 统计公式“direct-rate”：直办率 = 直接答复 ÷ 接到诉求，百分比（当场。）")
    #expect(DraftFault.all(in: edited).isEmpty)
    #expect(try ProfileReader.read(ProfileWriter.export(edited)) { _ in "" } == edited)
    // Taken out, the city's own is gone and the usual one is as usual.
    let back = edited.edited(by: [.formula(key: strict.key, formula: nil), .formula(key: own.key, formula: nil)])
    #expect(back.formulas == FigureFormula.standard)
  }

  @Test func whatIsWrongIsNamed() {
    #expect(problems("  satisfied-rate: {formula: satisfied / rated}") == ["there is no count “rated”"])
    #expect(problems("  satisfied-rate: {formla: satisfied / graded}") == ["unknown key “formla”"])
    #expect(problems("  received: {name: A, formula: raised}") == ["“received” is the code of a count"])
    #expect(problems("  own: {name: A}") == ["“formula” is missing"])
    #expect(problems("  own: {formula: raised}") == ["“name” is missing"])
    #expect(problems("  own: {name: A, formula: raised, as: miles}").count == 1)
    #expect(problems("  Own: {name: A, formula: raised}").count == 1)
    let key = FigureFormula("late", Phrase("x", "x"), .count(.closed), as: .count, meaning: Phrase("x", "x"))
    let profile = try? ProfileReader.read(ProfileFiles.small) { _ in "" }.edited(by: [.formula(key: "late", formula: key)])
    #expect(profile.map(DraftFault.all)?.contains { $0.lies(in: ["formulas", "late"]) } == true)
  }
}
