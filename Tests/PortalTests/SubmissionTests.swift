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

  /// A picture that is not taken costs nobody the words, whether it is none, too large, or one of too many.
  @Test(arguments: [
    ([Array("%PDF-1.7".utf8)], "灯.png”不是可接受的图片"), ([png + [UInt8](repeating: 0, count: 11 << 20)], "超过 10 MB"),
    ([[UInt8]](repeating: png, count: 10), "最多 9 项"),
    ([[UInt8]](repeating: png + [UInt8](repeating: 0, count: 9 << 20), count: 5), "合计最多 40 MB"),
  ]) func refusedPicturesLeaveTheWords(_ files: [[UInt8]], _ reason: String) async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      let pictures = files.map { Browser.Picture(name: "灯.png", bytes: $0) }
      let answer = try await browser.send(words, to: "/portal/appeals", on: form, pictures: pictures)
      #expect(answer.status == 422 && answer.text.contains(reason) && answer.text.contains("href=\"#f-files\""))
      #expect(answer.text.contains("小区路灯坏了三天</textarea>") && answer.text.contains("value=\"柳岸路 5 号\""))
      #expect(answer.text.contains("图片请重新选择"))
      #expect(try await town.count("appeals") == 0)
      let receipt = try await browser.send(words, to: "/portal/appeals", on: answer, pictures: [])
      #expect(receipt.status == 200 && receipt.text.contains("已经收到"))
    }
  }

  @Test func wordsAndPicturesAreRefusedTogether() async throws {
    try await PortalTown.run(.sqlite) { _, client in
      let browser = Browser(client)
      let form = try await browser.get("/portal/appeals/new")
      let picture = Browser.Picture(name: "a.png", bytes: [1, 2, 3])
      let answer = try await browser.send(
        ["area": "nowhere", "phone": "13812345678"], to: "/portal/appeals", on: form, pictures: [picture])
      #expect(answer.status == 422 && answer.text.contains("有 3 项填写有误"))
      for name in ["text", "area", "files"] { #expect(answer.text.contains("href=\"#f-\(name)\"")) }
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
      let receipt = try await browser.send(["text": "井盖丢了", "who": "anonymous", "name": "王"], to: "/portal/appeals", on: short)
      #expect(receipt.status == 200 && receipt.text.contains("您没有留电话") && receipt.text.contains("id=\"code\""))
      let citizen = try await town.ledger.look { sql, vault in
        try vault.identity(of: try sql.first("SELECT citizen FROM appeals") { $0.int(0) } ?? 0)
      }
      #expect(citizen.isEmpty)
    }
  }

  @Test(arguments: ["zh", "en"]) func thePagesSpeakBothLanguages(_ language: String) async throws {
    try await PortalTown.run(.sqlite) { _, client in
      let browser = Browser(client, language: language)
      for path in ["/portal", "/portal/appeals/new", "/portal/follow", "/portal/scope", "/portal/answers", "/portal/matters"] {
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
