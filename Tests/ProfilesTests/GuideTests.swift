import Casework
import Profiles
import Testing
import Workdays

@Suite struct GuideTests {
  private func problems(_ guides: String) -> [String] {
    ProfileFiles.problems(in: "\(ProfileFiles.small)\nguides:\n\(guides)").map(\.reason.en)
  }

  @Test func aGuideIsReadWithItsWordsQuestionsAndTexts() throws {
    let guides = """
      道路/路灯:
          words: [灯, 黑]
          questions: [{name: pole, label: 灯杆 | Pole, type: text, required: true}]
          templates: [{id: soon, title: 尽快 | Soon, text: 三日内修复。}, {id: no, title: 不受理 | No, text: 不属本市。, use: refusal}]
      """
    let profile = try ProfileReader.read("\(ProfileFiles.small)\nguides:\n  \(guides)") { _ in "" }
    let guide = try #require(profile.guides.first)
    #expect(guide.category == "道路/路灯" && guide.words == ["灯", "黑"] && guide.questions.first?.required == true)
    #expect(guide.templates.map(\.use) == [.answer, .refusal])
    #expect(try ProfileReader.read(ProfileWriter.export(profile)) { _ in "" } == profile)
  }

  @Test func aGuideIsEditedAddedAndTakenOut() throws {
    let pole = OutcomeField(name: "pole", label: Phrase("灯杆", "Pole"), type: .text, required: true)
    let soon = CategoryGuide.Template(id: "soon", title: Phrase("尽快", "Soon"), text: "三日内修复。\n请留意：路面。")
    let profile = try ProfileReader.read("\(ProfileFiles.small)\nguides:\n  道路/路灯: {words: [灯, 黑]}") { _ in "" }
    let lamps = CategoryGuide("道路/路灯", words: ["黑"], questions: [pole], templates: [soon])
    let roads = CategoryGuide("道路", words: ["路"])
    let edits: [ProfileEdit] = [.guide(category: "道路/路灯", guide: lamps), .guide(category: "道路", guide: roads)]
    let edited = profile.edited(by: edits)
    #expect(
      ProfileDifference(profile, edited).changes.map(\.sentence.zh) == [
        "删去 道路 › 路灯：词语（原为 灯）", "新增 道路 › 路灯：问题“灯杆”：文字（必答）：灯杆", "新增 道路 › 路灯：短文“尽快”：答复“尽快”：三日内修复。\n请留意：路面。",
        "新增 道路：词语：路",
      ])
    #expect(Set(ProfileDifference(profile, edited).changes.map(\.part)) == ["guides/道路/路灯", "guides/道路"])
    #expect(DraftFault.all(in: edited).isEmpty)
    #expect(try ProfileReader.read(ProfileWriter.export(edited)) { _ in "" } == edited)
    // Taken out, it is as if it had never been written.
    let back = edited.edited(by: [.guide(category: "道路", guide: nil)] + edits.compactMap { $0.standing(in: profile) })
    #expect(ProfileWriter.export(back) == ProfileWriter.export(profile))
  }

  @Test func aFaultOfAGuideLiesInItsPart() throws {
    let profile = try ProfileReader.read(ProfileFiles.small) { _ in "" }
    let bad = CategoryGuide("道路/路灯", questions: [OutcomeField(name: "灯", label: Phrase("灯", "Lamp"), type: .text)])
    let faults = DraftFault.all(in: profile.edited(by: [.guide(category: "道路/路灯", guide: bad)]))
    #expect(faults.count == 1 && faults.allSatisfy { $0.lies(in: ["guides", "道路/路灯", "questions"]) })
  }

  @Test func whatIsWrongIsNamed() {
    #expect(problems("  道路/路登: {words: 灯}") == ["there is no category “道路/路登”"])
    #expect(problems("  道路/路灯: {wrods: 灯}") == ["unknown key “wrods”"])
    #expect(problems("  道路/路灯: {questions: [{name: a, label: A, type: text, categories: 道路}]}").contains("unknown key “categories”"))
    #expect(problems("  道路/路灯: {templates: [{id: a, title: A, text: x}, {id: a, title: B, text: y}]}").count == 1)
  }
}
