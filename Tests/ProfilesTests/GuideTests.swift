import Casework
import Profiles
import Testing

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

  @Test func whatIsWrongIsNamed() {
    #expect(problems("  道路/路登: {words: 灯}") == ["there is no category “道路/路登”"])
    #expect(problems("  道路/路灯: {wrods: 灯}") == ["unknown key “wrods”"])
    #expect(problems("  道路/路灯: {questions: [{name: a, label: A, type: text, categories: 道路}]}").contains("unknown key “categories”"))
    #expect(problems("  道路/路灯: {templates: [{id: a, title: A, text: x}, {id: a, title: B, text: y}]}").count == 1)
  }
}
