import CaseFile
import Casework
import Foundation
import HummingbirdTesting
import Ledger
import TestKit
import Testing
import Vault
import Workdays

@testable import Acceptance
@testable import Intake
@testable import Search

/// What is being worked on nearby: seen without anybody's words, and "me too" counted once.
@Suite struct MatterTests {
  @Test(arguments: TestDatabases.each) func everybodySeesWhatIsWorkedOn(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      _ = try await town.open("柳荫小区的灯坏了", .help)
      _ = try await town.open("邻居偷排污水", .report)
      _ = try await town.open("保密的事", .help, confidential: true)
      _ = try await town.open("有人要轻生", .help, "政法/生命安全")
      let page = try await Browser(client).get("/portal/matters?area=lakeside")
      #expect(page.status == 200 && page.text.contains("路灯 · 湖滨街道") && page.text.contains("正在安排") && page.text.contains("1 人反映"))
      #expect(!page.text.contains("柳荫") && !page.text.contains("污水") && !page.text.contains("保密的事") && !page.text.contains("生命安全"))
      #expect(page.text.components(separatedBy: "/portal/matters/").count == 2)
      #expect(try await Browser(client).get("/portal/matters?area=east-lake").text.contains("路灯 · 湖滨街道"))
      #expect(!(try await Browser(client).get("/portal/matters?area=west-hill")).text.contains("路灯 · 湖滨街道"))
    }
  }

  @Test(arguments: TestDatabases.each) func meTooCountsOnceForEachBrowser(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let path = try await town.path(town.open("灯坏了", .help))
      for _ in 0..<2 {
        let browser = Browser(client)
        let page = try await browser.get(path)
        let fields = ["_csrf": try page.hidden("_csrf", in: "\(path)/support"), "_key": "k"]
        for _ in 0..<3 { #expect(try await browser.post(fields, to: "\(path)/support").text.contains("已经记下")) }
      }
      #expect(try await Browser(client).get(path).text.contains("3 人反映"))
      #expect(try await town.count("appeals") == 1)
    }
  }

  @Test(arguments: TestDatabases.each) func aFloodFromOneNetworkEnds(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let path = try await town.path(town.open("灯坏了", .help))
      for _ in 0..<20 { #expect(try await Self.support(path, client, from: "203.0.113.9").status == 200) }
      #expect(try await Self.support(path, client, from: "203.0.113.9").status == 429)
      #expect(try await Self.support(path, client, from: "203.0.113.9", ["phone": "13987654321"]).status == 429)
      #expect(try await Self.support(path, client, from: "203.0.113.10").status == 200)
      #expect(try await Browser(client).get(path).text.contains("22 人反映"))
      town.wait(minutes: 24 * 60)
      #expect(try await Self.support(path, client, from: "203.0.113.9").status == 200)
      #expect(try await town.count("appeals") == 1)
    }
  }

  @Test(arguments: TestDatabases.each) func whoLeavesANumberIsPartOfIt(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let order = try await town.open("灯坏了", .help)
      let path = try await town.path(order)
      let receipt = try await Self.support(path, client, from: "203.0.113.1", ["phone": "13987654321", "text": "我家门口也是"])
      #expect(receipt.text.contains("已经收到"))
      let number = String(try #require(receipt.text.firstMatch(of: #/id="number">([A-Z0-9-]+)</#)).1)
      let page = try await Browser(client, from: "203.0.113.2").follow(number, "4321")
      #expect(page.text.contains("我家门口也是") && page.text.contains("已经受理") && !page.text.contains("灯坏了"))
      // The same number once more is an appeal of its own for us, and no other citizen for everybody.
      _ = try await Self.support(path, client, from: "203.0.113.3", ["phone": "13987654321"])
      #expect(try await Browser(client).get(path).text.contains("2 人反映"))
      #expect(try await town.standing(order).0.participants == 3)
      #expect(try await Self.support(path, client, from: "203.0.113.4", ["phone": "12"]).status == 422)
    }
  }

  @Test func whatHasEndedIsNotJoined() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let order = try await town.open("灯坏了", .help)
      let path = try await town.path(order)
      let browser = Browser(client)
      let page = try await browser.get(path)
      try await town.act(order, .withdraw, as: PortalTown.dispatcher) { _, _ in [.withdrawn(reason: nil)] }
      #expect(try await browser.send(["phone": "13987654321"], to: "\(path)/support", on: page).status == 404)
      for id in ["0", "x", "-5"] { #expect(try await browser.get("/portal/matters/\(id)").status == 404) }
    }
  }

  @Test func othersReportsAreShownWhileOneTypes() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      _ = try await town.open("柳荫小区门口的路灯不亮", .help)
      _ = try await town.published("老李家的灯", title: "小区路灯不亮找谁修", text: "请打 12345。")
      let browser = Browser(client)
      let token = try await browser.get("/portal/appeals/new").hidden("_csrf", in: "/portal/appeals")
      let typed = ["_csrf": token, "text": "我们小区的路灯不亮了", "place": "湖滨街道柳荫小区"]
      let piece = try await browser.post(typed, to: "/portal/surroundings")
      #expect(piece.text.contains("路灯 · 湖滨街道") && piece.text.contains("小区路灯不亮找谁修") && !piece.text.contains("老李"))
      let other = try await browser.post(["_csrf": token, "text": "社保卡怎么办理补办", "place": "湖滨街道"], to: "/portal/surroundings")
      #expect(!other.text.contains("/portal/matters/") && !other.text.contains("/portal/answers/"))
    }
  }

  private static func support(
    _ path: String, _ client: any TestClientProtocol, from address: String, _ fields: [String: String] = [:]
  ) async throws -> Browser.Page {
    let browser = Browser(client, from: address)
    return try await browser.send(fields, to: "\(path)/support", on: try await browser.get(path))
  }
}

extension PortalTown {
  /// An order on a street lamp by the lake that nobody has yet.
  func open(_ text: String, _ kind: Kind, _ category: CategoryID = "城乡建设/路灯", confidential: Bool = false) async throws -> String {
    var statement = Statement(channel: .phone, text: text, receivedAt: now)
    statement.caller = Identity(name: "王小明", phone: "13812345678")
    statement.confidential = confidential
    statement.area = "lakeside"
    let appeal = try await ledger.perform(RecordAppeal(statement: statement, intake: "hotline"), as: Self.dispatcher).number
    var demand = Demand(kind: kind, category: category, urgency: .normal, title: text, text: text)
    demand.area = "lakeside"
    let order = try await ledger.perform(RaiseOrder(appeal: appeal, demand: demand), as: Self.dispatcher).number
    try await index()
    return order
  }

  func path(_ order: String) async throws -> String {
    let id = try await ledger.look { sql, _ in try sql.first("SELECT id FROM orders WHERE number = $1", [.text(order)]) { $0.int(0) } }
    return "/portal/matters/\(try #require(id))"
  }
}
