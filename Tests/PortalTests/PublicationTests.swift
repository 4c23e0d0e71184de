import CaseFile
import Casework
import HummingbirdTesting
import Ledger
import TestKit
import Testing
import Workdays

@testable import Acceptance
@testable import FollowUp
@testable import Intake
@testable import Search

/// What was answered to one is found by everybody, in the staff's words; what should not be public never is.
@Suite struct PublicationTests {
  @Test(arguments: TestDatabases.each) func anAnswerIsFoundByTwoCharacters(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let order = try await town.published("柳荫小区的灯坏了三天", title: "路灯不亮找谁修", text: "请打 12345，电话 13899990000。")
      let browser = Browser(client)
      for path in ["/portal/answers", "/portal/answers?q=路灯", "/portal/answers?category=城乡建设"] {
        let page = try await browser.get(path.escaped)
        #expect(page.text.contains("路灯不亮找谁修") && page.text.contains("市城管局") && !page.text.contains("柳荫"), "\(path)")
      }
      #expect(try await browser.get("/portal/answers?q=供热".escaped).text.contains("没有找到"))
      #expect(!(try await browser.get("/portal/answers?category=民政".escaped)).text.contains("路灯不亮找谁修"))
      let list = try await browser.get("/portal/answers")
      let link = try #require(list.text.firstMatch(of: #/href="(\/portal\/answers\/[0-9]+)"/#)).1
      let page = try await browser.get(String(link))
      #expect(page.status == 200 && page.text.contains("138****0000") && !page.text.contains("王小明"))

      let back = WithdrawPublication(order: order, reason: "过时", seen: nil)
      _ = try await town.ledger.perform(back, as: PortalTown.dispatcher)
      // Gone at once, even before the index has followed.
      #expect(try await browser.get(String(link)).status == 404)
      try await town.index()
      #expect(try await browser.get("/portal/answers").text.contains("还没有公开的答复"))
      #expect(
        try await town.ledger.verify([StreamChecker(Appeal.self), StreamChecker(Order.self), StreamChecker(Participation.self)]).isSound)
    }
  }

  @Test func whatIsNotForEverybodyIsNeverPublished() async throws {
    try await PortalTown.run(.sqlite) { town, _ in
      let order = try await town.closed("小区路灯坏了三天没人管")
      func refused(_ title: String, _ text: String) async throws -> (any Problem)? {
        do {
          _ = try await town.ledger.perform(PublishAnswer(order: order, title: title, text: text, seen: nil), as: PortalTown.dispatcher)
          return nil
        } catch let problem as any Problem { return problem }
      }
      #expect(try await refused("王小明家的路灯", "已修")?.fields.map(\.field) == ["title"])
      #expect(try await refused("路灯", "已告知王小明")?.fields.map(\.field) == ["text"])
      #expect(try await refused("小区路灯坏了三天没人管", "已修")?.code == "citizens-words")
      let open = try await town.answered("井盖丢了").order
      let early = PublishAnswer(order: open, title: "井盖丢了找谁", text: "找我们", seen: nil)
      await #expect(throws: LifecycleProblem.self) { try await town.ledger.perform(early, as: PortalTown.dispatcher) }
      await #expect(throws: LifecycleProblem.self) { try await town.ledger.perform(early, as: PortalTown.officer) }
    }
  }

  @Test func whatIsDoneAgainIsHiddenUntilItIsDone() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let order = try await town.published("灯坏了", title: "路灯不亮找谁修", text: "已修复")
      let appeal = try await town.appeal(of: order)
      let browser = Browser(client)
      let page = try await browser.follow(appeal, "5678")
      _ = try await browser.send(["solved": "false", "grade": "dissatisfied"], to: "/portal/appeals/\(appeal)/rating", on: page)
      #expect(try await !browser.get("/portal/answers").text.contains("路灯不亮找谁修"))
    }
  }

  @Test func mutatedQuestionsAreAnswered() async throws {
    try await PortalTown.run(.sqlite) { _, client in
      let browser = Browser(client)
      for query in ["q=%00", "q=%25", "q='\"", "after=-1", "after=9999999999999999999", "category=%2F", "q=%F0%9F%8F%A0", "x=1"] {
        let page = try await browser.get("/portal/answers?\(query)")
        #expect([200, 400, 422].contains(page.status), "\(query): \(page.status)")
      }
      for id in ["0", "-1", "x", "99999999999999999999"] { #expect(try await browser.get("/portal/answers/\(id)").status == 404) }
    }
  }
}

extension PortalTown {
  func closed(_ text: String) async throws -> String {
    let order = try await answered(text).order
    try await close(order)
    return order
  }

  func published(_ said: String, title: String, text: String) async throws -> String {
    let order = try await closed(said)
    _ = try await ledger.perform(PublishAnswer(order: order, title: title, text: text, seen: nil), as: Self.dispatcher)
    try await index()
    return order
  }

  /// Lets the books read on.
  func index() async throws {
    try await ledger.sealNow()
    while try await ledger.advance(AnswerBook(ledger: ledger)) > 0 {}
    while try await ledger.advance(PlaceBook(ledger: ledger)) > 0 {}
  }

  func appeal(of order: String) async throws -> String {
    let statement = """
      SELECT a.number FROM appeals a JOIN participations p ON p.appeal_id = a.id JOIN orders o ON o.id = p.order_id WHERE o.number = $1
      """
    return try #require(try await ledger.look { sql, _ in try sql.first(statement, [.text(order)]) { $0.text(0) } })
  }
}

extension String {
  /// As an address has it.
  fileprivate var escaped: String {
    utf8.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "%\(String($0, radix: 16))" }.joined()
  }
}
