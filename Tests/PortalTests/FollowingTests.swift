import CaseFile
import Casework
import TestKit
import Testing
import Web

@testable import Acceptance
@testable import Intake

@Suite struct FollowingTests {
  @Test(arguments: TestDatabases.each) func aCitizenFollowsTheWholeWay(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let number = try await town.record("小区路灯坏了三天")
      let browser = Browser(client)
      var page = try await browser.follow(number, "5678")
      #expect(page.status == 200 && page.path == "/portal/appeals/\(number)" && page.text.contains("小区路灯坏了三天"))

      page = try await browser.send(["text": "是三号楼前面那盏", "addition": "true"], to: "/portal/appeals/\(number)/correction", on: page)
      #expect(page.text.contains("您补充：") && page.text.contains("是三号楼前面那盏"))

      let order = try await handle(number, town)
      page = try await browser.get("/portal/appeals/\(number)")
      #expect(page.text.contains("市城管局回复了您") && page.text.contains("已更换灯泡，请看看亮不亮"))
      #expect(page.text.contains("因备件未到，延期") && !page.text.contains("内部备注"))
      #expect(!page.text.contains("secret.") && !page.text.contains("某") && !page.text.contains("王小明"))

      let letter = "/portal/appeals/\(number)/letters/answered?order=\(order)"
      #expect(page.text.contains("href=\"\(letter)\"") && page.text.contains("letters/accepted?order=\(order)"))
      let paper = try await browser.get(letter)
      #expect(paper.text.contains("答复书") && paper.text.contains("王**：") && paper.text.contains("已更换灯泡") && paper.text.contains("热线"))
      #expect(!paper.text.contains("王小明") && !paper.text.contains("内部备注"))
      #expect(try await browser.get("/portal/appeals/\(number)/letters/answered").status == 404, "of which order?")
      #expect(try await browser.get("/portal/appeals/\(number)/letters/extended?order=\(order)").status == 404)
      #expect(try await Browser(client, from: "203.0.113.9").get(letter).status == 404, "a stranger reads a letter")

      let opinion = ["grade": "dissatisfied", "solved": "false", "note": "还是不亮"]
      page = try await browser.send(opinion, to: "/portal/appeals/\(number)/rating", on: page)
      #expect(page.status == 200 && page.text.contains("不满意"))
      let part = "SELECT p.fold FROM participations p JOIN orders o ON o.id = p.order_id WHERE o.number = $1"
      let fold = try await town.ledger.look { sql, _ in try sql.first(part, [.text(order)]) { $0.text(0) } }
      #expect(fold?.contains(#""rating":"dissatisfied""#) == true)
    }
  }

  /// From raising the order to the answer, with a note among colleagues on the way.
  private func handle(_ number: String, _ town: PortalTown) async throws -> String {
    let demand = Demand(kind: .help, category: "城乡建设/路灯", urgency: .normal, title: "路灯不亮", text: "请修复路灯")
    let order = try await town.ledger.perform(RaiseOrder(appeal: number, demand: demand), as: PortalTown.dispatcher).number
    try await town.act(order, .dispatch, as: PortalTown.dispatcher) { session, order in
      [.dispatched(to: "urban", note: try session.keep("内部备注：催得急", for: order.matter.citizen), clocks: [])]
    }
    try await town.act(order, .sign, as: PortalTown.officer) { _, _ in [.signed] }
    try await town.act(order, .note, as: PortalTown.dispatcher) { session, order in
      try session.tellCitizens(of: order, about: .extended, "因备件未到，延期至 10 月 12 日。")
      return [.noted(text: try session.keep("内部备注：来电人脾气大", for: order.matter.citizen))]
    }
    try await town.act(order, .feedBack, as: PortalTown.officer) { session, order in
      let reply = try session.keep("已更换灯泡，请看看亮不亮", for: order.matter.citizen)
      let note = try session.keep("内部备注：灯杆老化", for: order.matter.citizen)
      return [.fedBack(feedback: Feedback(outcome: .solved, reply: reply, note: note, contact: nil, fields: [:]))]
    }
    try await town.act(order, .review, as: PortalTown.dispatcher) { _, _ in
      [.reviewed(passed: true, reason: nil, state: .callback, callbacks: 1, clocks: [])]
    }
    try await Courier(ledger: town.ledger).deliver()
    return order
  }

  @Test(arguments: TestDatabases.each) func aCitizenTakesItBack(_ engine: TestEngine) async throws {
    try await PortalTown.run(engine) { town, client in
      let number = try await town.record("路灯坏了")
      let demand = Demand(kind: .help, category: "城乡建设/路灯", urgency: .normal, title: "路灯不亮", text: "请修复路灯")
      let order = try await town.ledger.perform(RaiseOrder(appeal: number, demand: demand), as: PortalTown.dispatcher).number
      let browser = Browser(client)
      let page = try await browser.follow(number, "5678")
      let after = try await browser.send(["reason": "已经自己亮了"], to: "/portal/appeals/\(number)/withdrawal", on: page)
      #expect(after.status == 200 && after.text.contains("您已撤回"))
      let state = try await town.ledger.look { sql, _ in
        try sql.first("SELECT state FROM orders WHERE number = $1", [.text(order)]) { $0.text(0) }
      }
      #expect(state == "withdrawn")
      #expect(!after.text.contains("/withdrawal\""))
    }
  }

  @Test func aRefusalNamesTheLegalWay() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let number = try await town.record("法院判错了")
      _ = try await town.ledger.perform(RefuseAppeal(appeal: number, reason: "litigation", note: "内部备注：老户"), as: PortalTown.dispatcher)
      let page = try await Browser(client).follow(number, "5678")
      #expect(page.text.contains("请向人民法院起诉") && !page.text.contains("内部备注"))
    }
  }

  @Test func aHandOverNamesTheLine() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let number = try await town.record("楼下打架")
      _ = try await town.ledger.perform(HandOverAppeal(appeal: number, line: "110", note: "内部备注：有刀"), as: PortalTown.dispatcher)
      let page = try await Browser(client, language: "en").follow(number, "5678")
      #expect(page.text.contains("Handed over to 110") && !page.text.contains("内部备注"))
    }
  }

  @Test func picturesAreAddedAndChecked() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let number = try await town.record("路灯坏了")
      let browser = Browser(client)
      var page = try await browser.follow(number, "5678")
      let action = "/portal/appeals/\(number)/attachments"
      let fake = Browser.Picture(name: "a.jpg", bytes: Array("GIF".utf8))
      #expect(try await browser.send([:], to: action, on: page, pictures: [fake]).status == 422)
      #expect(try await browser.send([:], to: action, on: page, pictures: []).status == 422)
      page = try await browser.send([:], to: action, on: page, pictures: [Browser.Picture(name: "a.png", bytes: SubmissionTests.png)])
      #expect(page.status == 200 && page.text.contains("图片 1"))
    }
  }

  @Test func aPassEndsByItselfAndByHand() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let number = try await town.record("路灯坏了")
      let browser = Browser(client)
      let before = try await browser.get("/portal/follow").hidden("_csrf", in: "/portal/follow")
      var page = try await browser.follow(number, "5678")
      // A secret that somebody planted in the browser is worth nothing after the proof.
      #expect(page.status == 200 && browser.visit != before)
      page = try await browser.send([:], to: "/portal/leave", on: page)
      #expect(page.path == "/portal")
      #expect(try await browser.get("/portal/appeals/\(number)").status == 404)
      #expect(try await browser.follow(number, "5678").status == 200)
      town.wait(minutes: 30)
      #expect(try await browser.get("/portal/appeals/\(number)").status == 404)
    }
  }

  @Test func oneBrowserFollowsTwoCases() async throws {
    try await PortalTown.run(.sqlite) { town, client in
      let (one, two) = (try await town.record("路灯坏了"), try await town.record("井盖丢了", phone: "05391234321"))
      let browser = Browser(client)
      #expect(try await browser.follow(one, "5678").status == 200)
      #expect(try await browser.get("/portal/appeals/\(two)").status == 404)
      #expect(try await browser.follow(two, "4321").status == 200)
      #expect(try await browser.get("/portal/appeals/\(one)").status == 200)
    }
  }

  @Test func theScopeIsPublic() async throws {
    try await PortalTown.run(.sqlite) { _, client in
      let browser = Browser(client)
      let page = try await browser.get("/portal/scope")
      #expect(page.text.contains("路灯、供热") && page.text.contains("请向人民法院起诉") && page.text.contains("tel:110"))
      let json = try await browser.get("/api/v1/scope")
      #expect(json.status == 200 && json.text.contains(#""route":{"en":"Sue at the court","zh":"请向人民法院起诉"}"#))
    }
  }
}
