import TestKit
import Testing

@testable import Intake

@Suite struct SubmissionTests {
  static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 0, 1, 0, 0, 0, 1]
  private let words = ["text": "小区路灯坏了三天", "place": "柳岸路 5 号", "name": "王小明", "phone": "138 1234 5678"]

  @Test(arguments: TestDatabases.each) func wordsAndPicturesArriveTogether(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      let picture = Browser.Picture(name: "灯.png", bytes: Self.png)
      let receipt = try await browser.send(words, to: "/portal/appeals", on: form, pictures: [picture])
      #expect(receipt.status == 200 && receipt.text.contains("已经收到") && receipt.text.contains("电话的后四位"))
      let number = try number(in: receipt)
      let row = try await town.ledger.look { sql, _ in
        try sql.first("SELECT channel, intake FROM appeals WHERE number = $1", [.text(number)]) { "\($0.text(0)) \($0.text(1))" }
      }
      #expect(row == "mailbox hotline")
      let page = try await browser.get("/portal/appeals/\(number)")
      #expect(page.text.contains("小区路灯坏了三天"))
      let link = try #require(page.text.firstMatch(of: #/href="([^"]*\/attachments\/[0-9]+)"/#)).1
      #expect(try await browser.get(String(link)).bytes == Self.png)
      #expect(try await Browser(client).get(String(link)).status == 404)
    }
  }

  @Test(arguments: TestDatabases.each) func aPageSentTwiceIsOneAppeal(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      var fields = words
      fields["_csrf"] = try form.hidden("_csrf", in: "/portal/appeals")
      fields["_key"] = try form.hidden("_key", in: "/portal/appeals")
      let first = try await browser.post(fields, to: "/portal/appeals")
      let second = try await browser.post(fields, to: "/portal/appeals")
      #expect(try second.status == 200 && number(in: first) == number(in: second))
      #expect(try await town.count("appeals") == 1)
    }
  }

  @Test func whatIsNoPictureIsRefusedByItsContent() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      let fake = Browser.Picture(name: "灯.png", bytes: Array("<script>alert(1)</script>".utf8))
      let answer = try await browser.send(words, to: "/portal/appeals", on: form, pictures: [fake])
      #expect(answer.status == 422 && answer.text.contains("灯.png"))
      #expect(try await town.count("appeals") == 0)
    }
  }

  @Test func aTelephoneIsAskedForUnlessAnonymous() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      let refused = try await browser.send(["text": "井盖丢了"], to: "/portal/appeals", on: form)
      #expect(refused.status == 422 && refused.text.contains("请留电话") && refused.text.contains("井盖丢了"))
      let short = try await browser.send(["text": "井盖丢了", "phone": "5678"], to: "/portal/appeals", on: refused)
      #expect(short.status == 422 && short.text.contains("完整的电话"))
      let receipt = try await browser.send(["text": "井盖丢了", "anonymous": "true", "name": "王"], to: "/portal/appeals", on: short)
      #expect(receipt.status == 200 && receipt.text.contains("您没有留电话"))
      let citizen = try await town.ledger.look { sql, vault in
        try vault.identity(of: try sql.first("SELECT citizen FROM appeals") { $0.int(0) } ?? 0)
      }
      #expect(citizen.isEmpty)
    }
  }

  @Test(arguments: ["zh", "en"]) func thePagesSpeakBothLanguages(_ language: String) async throws {
    try await PortalTown.run(.sqlite) { _, client in
      let browser = Browser(client, language: language)
      for path in ["/portal", "/portal/appeals/new", "/portal/follow", "/portal/scope"] {
        let page = try await browser.get(path)
        #expect(page.status == 200 && page.text.contains("class=\"public"))
        #expect(page.text.contains(language == "zh" ? "查询进度" : "Follow your case"))
      }
    }
  }

  private func number(in page: Browser.Page) throws -> String {
    String(try #require(page.text.firstMatch(of: #/id="number">([A-Z0-9-]+)</#)).1)
  }
}
