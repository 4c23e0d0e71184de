import App
import Casework
import Profiles
import TestKit
import Testing
import Web
import Workdays

/// A letter goes from the administrator's form to the citizen's paper.
@Suite struct LetterDraftTests {
  @Test("a letter is changed, previewed, released, printed and taken out", arguments: TestDatabases.each)
  func letters(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let at = "admin/profile/letters/accepted"
      let wrong = try await city.post("admin", at, ["title": "受理 {{reply}}", "text": "{{numbr}} {{#unit}}"], status: 422)
      #expect((0..<3).map { wrong["errors"]?[$0]?["field"]?.text } == ["title", "text", "text"])
      #expect(wrong.words.contains("{{number}}"), "the remedy names what there is")
      try await city.post("admin", "admin/profile/letters/excepted", ["title": "一", "text": "二"], status: 404)
      for name in ["dispatcher", "security-admin"] { try await city.post(name, at, ["title": "一", "text": "二"], status: 403) }
      let letter: JSONValue = [
        "title": "受理函", "title_en": "Taken", "text": "您好：\n编号 {{number}}，{{today}}。", "text_en": "Number {{number}}.",
      ]
      let preview = try await city.post("admin", "\(at)/preview", letter)
      #expect(preview["title"]?["zh"]?.text == "受理函" && preview["text"]?["en"]?.text?.hasPrefix("Number YX") == true)
      try await city.post("admin", "admin/profile/letters/extended/removal")
      try await city.post("admin", "admin/profile/letters/extended/removal", status: 404)
      try await city.post("admin", at, letter)
      let list = try await city.get("audit-admin", "admin/profile/letters")
      #expect(list.items.map { $0["id"]?.text } == ["accepted", "declined", "answered", "supervised"])
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"])
      let released = city.hotline.ledger.profile()
      #expect(released.letter(.accepted)?.text.zh == "您好：\n编号 {{number}}，{{today}}。" && released.letter(.extended) == nil)
      let text = city.hotline.shelf.export()
      let read = try ProfileReader.read(text) { _ in "" }
      #expect(ProfileWriter.export(read) == text && read.letters == released.letters)
      try await city.verify()
    }
  }
}
