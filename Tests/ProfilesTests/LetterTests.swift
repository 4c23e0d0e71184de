import Casework
import Profiles
import Testing
import Workdays

/// Letters are data of the profile: read, checked, written, compared, and filled in without ever becoming markup.
@Suite struct LetterTests {
  private func read(_ letters: String) throws -> Profile {
    try ProfileReader.read("\(ProfileFiles.small)\nletters:\n\(letters)") { _ in "" }
  }

  private func problems(_ letters: String) -> [String] {
    ProfileFiles.problems(in: "\(ProfileFiles.small)\nletters:\n\(letters)").map(\.reason.en)
  }

  private func accepted(_ zh: String, _ en: String? = nil) -> Letter {
    Letter(.accepted, title: Phrase("受理告知书", "Notice"), text: Phrase(zh, en ?? zh))
  }

  @Test func aLetterIsReadAndComesOutTheSame() throws {
    let profile = try read(
      "  accepted:\n    title: 受理 | Taken\n    text:\n      zh: |-\n        您好：\n        编号 {{number}}。\n      en: Hello {{number}}")
    let letter = try #require(profile.letter(.accepted))
    #expect(letter.title == Phrase("受理", "Taken") && letter.text == Phrase("您好：\n编号 {{number}}。", "Hello {{number}}"))
    let text = ProfileWriter.export(profile)
    #expect(text.contains("zh: |-\n        您好："), "several lines are written as they are read")
    let again = try ProfileReader.read(text) { _ in "" }
    #expect(again == profile && ProfileWriter.export(again) == text)
  }

  @Test func everyTextComesOutTheSame() throws {
    let profile = try ProfileReader.read(ProfileFiles.small) { _ in "" }
    for words in ["一\n二", "一 | 二\n三", "一\n\n二：#三", "- 一\n- 二", "一 \n二", "{{number}}\n'\"|>%@", "一\u{2028}二\n三", "a: b\n? c\n--- d"] {
      for letter in [accepted(words), accepted(words, "one\ntwo"), accepted("一", words)] {
        let edited = profile.edited(by: [.letter(occasion: .accepted, letter: letter)])
        #expect(try ProfileReader.read(ProfileWriter.export(edited)) { _ in "" } == edited, "\(words)")
      }
    }
  }

  @Test func theNationalLettersAreWholeAndACityChangesATitleAlone() throws {
    let city = try ProfileFiles.read("yunxi")
    #expect(Set(city.letters.map(\.occasion)) == Set(LetterOccasion.allCases))
    #expect(city.letter(.accepted)?.title.zh == "诉求受理告知书" && city.letter(.accepted)?.text.zh.contains("{{deadline}}") == true)
    #expect(city.city == Phrase("云溪市", "Yunxi City"))
  }

  @Test func whatIsWrongIsNamedWithItsPlaceAndRemedy() throws {
    #expect(problems("  excepted: {title: A, text: B}") == ["“excepted” is not known here"])
    #expect(problems("  accepted: {title: A}") == ["“text” is missing"])
    #expect(problems("  accepted: {title: A, text: B, tone: C}") == ["unknown key “tone”"])
    #expect(problems("  accepted: {title: A, text: \"{{numbr}}\"}") == ["“Notice of acceptance” has no value “{{numbr}}”"])
    #expect(problems("  accepted: {title: \"{{reply}}\", text: B}") == ["“Notice of acceptance” has no value “{{reply}}”"])
    #expect(problems("  accepted: {title: A, text: \"编号 {{number\"}") == ["“{{number” is not finished"])
    let text = "  accepted:\n    title: A\n    text:\n      zh: B\n      en: \"{{numbr}}\""
    let all = ProfileFiles.problems(in: "\(ProfileFiles.small)\nletters:\n\(text)")
    let lines = ProfileFiles.small.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(all.map(\.line) == [lines + 6] && all[0].remedy.en.hasPrefix("Did you mean {{number}}? Known: {{number}} {{title}}"))
  }

  @Test(
    arguments: [
      ("{{> page}}", "is not for letters"), ("{{{title}}}", "is not for letters"), ("{{&title}}", "is not for letters"),
      ("{{=<% %>=}}", "is not for letters"), ("{{! note}}", "is not for letters"), ("{{$title}}x{{/title}}", "is not for letters"),
      ("{{% CONTENT_TYPE:HTML}}", "is not for letters"), ("{{}}", "has no value"), ("{{.}}", "has no value"),
      ("{{title.count}}", "has no value"),
      ("{{#unit}}x", "is not ended"), ("x{{/unit}}", "ends what was not begun"), ("{{#unit}}{{#line}}x{{/unit}}{{/line}}", "ends what"),
      ("{{title 与 {{number}}", "is not finished"), ("{{#nobody}}x{{/nobody}}", "has no value"),
    ])
  func onlyValuesAndTheirSectionsHaveAPlace(_ text: String, _ reason: String) {
    let faults = LetterFault.all(in: text, of: .accepted)
    #expect(faults.first?.reason.en.contains(reason) == true, "\(text): \(faults)")
    #expect(throws: LetterFault.self) { try accepted(text).written(with: [:], in: .zh) }
  }

  @Test func valuesStandInTheirPlacesAndNothingMoreHappens() throws {
    let letter = accepted(
      "{{#caller}}{{caller}}：{{/caller}}{{^caller}}反映人：{{/caller}}\n\n“{{ title }}” <b>{{number}}</b>\r\n{{#unit}}{{unit}}{{/unit}}")
    let said = Phrase("<script>alert(1)</script> {{number}} {{> x}} &amp;", "")
    let one = try letter.written(with: [.title: said, .number: Phrase("YX1", "YX1"), .caller: Phrase("王**", "王**")], in: .zh)
    #expect(one.paragraphs == ["王**：", "“<script>alert(1)</script> {{number}} {{> x}} &amp;” <b>YX1</b>"])
    // What is not given is empty, not an error.
    #expect(try letter.written(with: [:], in: .en).paragraphs == ["反映人：", "“” <b></b>"])
    for words in ["{", "一{", "}}", "{ {number}", "一\n{\n", "}{", "{x}"] {
      #expect(LetterFault.all(in: words, of: .accepted).isEmpty)
      let lines = words.split(whereSeparator: \.isNewline).map(String.init)
      #expect(try accepted(words).written(with: [:], in: .zh).paragraphs == lines, "\(words)")
    }
  }

  @Test func aNoticeToUnitsSpeaksOfNoCitizen() throws {
    #expect(LetterFault.all(in: "{{unit}} {{deadline}} {{reason}}", of: .supervised).isEmpty)
    for value in [LetterValue.caller, .received, .reply] { #expect(!LetterFault.all(in: value.tag, of: .supervised).isEmpty) }
    let notice = try #require(try ProfileFiles.read("yunxi").letter(.supervised))
    #expect(try notice.written(with: [.deadline: Phrase("三日", "Friday")], in: .zh).paragraphs[0].hasSuffix("，并于三日前书面回复办理情况。"))
    #expect(try notice.written(with: [:], in: .en).paragraphs[0] == "Please see to the following as asked.")
  }

  @Test func aReplyOfSeveralParagraphsStaysOne() throws {
    let letter = Letter(.answered, title: Phrase("答复 {{number}}", "Reply"), text: Phrase("答复如下。\n{{reply}}\n完。", "{{reply}}"))
    let written = try letter.written(with: [.reply: Phrase("一。\n二。", "一。\n二。"), .number: Phrase("7", "7")], in: .zh)
    #expect(written.title == "答复 7" && written.paragraphs == ["答复如下。", "一。", "二。", "完。"])
  }

  @Test func aLetterIsEditedTakenOutAndCompared() throws {
    let profile = try read("  accepted: {title: 受理 | Taken, text: \"一\\n二\"}")
    let changed = profile.edited(by: [.letter(occasion: .accepted, letter: accepted("一\n三 {{number}}", "one"))])
    let told = ProfileDifference(profile, changed).changes
    #expect(
      told.map(\.sentence.zh) == [
        "受理告知书：标题：受理 → 受理告知书", "新增 受理告知书：中文正文：三 {{number}}", "删去 受理告知书：中文正文（原为 二）", "新增 受理告知书：英文正文：one",
        "删去 受理告知书：英文正文（原为 一）", "删去 受理告知书：英文正文（原为 二）",
      ])
    #expect(Set(told.map(\.part)) == ["letters/accepted"] && told.allSatisfy { $0.section == .letters })
    let moved = profile.edited(by: [
      .letter(occasion: .accepted, letter: Letter(.accepted, title: Phrase("受理", "Taken"), text: Phrase("二\n一", "二\n一")))
    ])
    #expect(ProfileDifference(profile, moved).changes.count == 2)
    let out = changed.edited(by: [.letter(occasion: .accepted, letter: nil)])
    #expect(ProfileDifference(changed, out).changes.map(\.sentence.zh) == ["删去 受理告知书（原为 《受理告知书》，2 段）"])
    #expect(
      out.letters.isEmpty
        && ProfileEdit.letter(occasion: .accepted, letter: nil).standing(in: out) == .letter(occasion: .accepted, letter: nil))
    #expect(DraftFault.all(in: changed).isEmpty)
    let bad = DraftFault.all(
      in: profile.edited(by: [
        .letter(occasion: .answered, letter: Letter(.answered, title: Phrase("A", "A"), text: Phrase("{{route}}", "B")))
      ]))
    #expect(bad.count == 1 && bad.allSatisfy { $0.lies(in: ["letters", "answered", "text"]) })
  }
}
