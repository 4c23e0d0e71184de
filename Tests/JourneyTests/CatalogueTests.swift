import App
import Casework
import Foundation
import Ledger
import TestKit
import Testing
import Vault
import Web
import Workdays

/// The catalogue proposes, learns from rulings, and never changes without a trial and a release.
@Suite struct CatalogueTests {
  @Test("the proposal names units and law; below the lowest level nothing goes", arguments: TestDatabases.each)
  func proposal(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let lamp = try await city.raise(try await city.record("路灯不亮。"))
      let offer = try await city.get("dispatcher", "orders/\(lamp)/proposal")
      #expect(offer["lead"]?.text == "urban" && offer["assist"]?[0]?.text == "power-firm" && offer["confidence"]?.text == "rule")
      #expect(offer["reason"]?["zh"]?.text == "城乡建设 › 公用设施 › 路灯 → 市城管局牵头，云溪供电公司协办；依据：《城市照明管理规定》")
      try await city.get("officer-urban", "orders/\(lamp)/proposal", status: 404)
      let fumes = try await city.raise(try await city.record("油烟扰民。"), category: "环境保护/大气/餐饮油烟", title: "油烟")
      let low = try await city.post("dispatcher", "orders/\(fumes)/dispatch", ["unit": "stone-gate"], status: 422)
      #expect(low["type"]?.text?.contains("below-lowest-level") == true && low.words.contains("《大气污染防治法》"))
      try await city.dispatch(fumes, to: "urban", assist: ["environment"])
      try await city.verify()
    }
  }

  @Test("a ruling is a precedent, then a draft, then the rule", arguments: TestDatabases.each)
  func learning(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let noise = "环境保护/噪声/工业噪声"
      let order = try await city.raise(try await city.record("工厂噪声。"), category: noise, title: "工厂噪声")
      try await city.dispatch(order, to: "environment")
      try await city.post("officer-environment", "orders/\(order)/return", ["reason": "not-ours", "basis": "属于城管职责。"])
      let listed = try await city.get("staffing", "objections")
      #expect(listed.items.map(\.number) == [order] && listed.items[0]["basis"]?.text == "属于城管职责。")
      try await city.post("dispatcher", "orders/\(order)/ruling", ["decision": "accept", "unit": "urban", "note": "三定方案。"])
      try await city.hotline.index.advanceToEnd()
      let next = try await city.raise(try await city.record("又有工厂噪声。"), category: noise, title: "工厂噪声")
      let offer = try await city.get("dispatcher", "orders/\(next)/proposal")
      #expect(
        offer["lead"]?.text == "urban" && offer["confidence"]?.text == "precedent" && offer["precedents"]?[0]?["order"]?.text == order)
      let made = try await city.post("dispatcher", "precedents/\(order)/rule")
      let rule = try #require(made["rule"]?.text)
      #expect(made.state == "draft")
      try await city.post("dispatcher", "catalogue/draft/release", status: 403)
      #expect(try await city.get("dispatcher", "orders/\(next)/proposal")["catalogue"] == 1)
      #expect(try await city.post("staffing", "catalogue/draft/release", ["effective": "2026-03-02"]).state == "released")
      let learned = try await city.get("dispatcher", "orders/\(next)/proposal")
      #expect(learned["rule"]?.text == rule && learned["confidence"]?.text == "rule" && learned["catalogue"] == 2)
      #expect(city.hotline.shelf.export().contains(rule))
      try await city.verify()
    }
  }

  @Test("a draft is tried on past orders: what would have gone elsewhere", arguments: TestDatabases.each)
  func trial(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let lamp = try await city.raise(try await city.record("路灯不亮。"))
      try await city.dispatch(lamp, to: "urban")
      let cover = try await city.raise(try await city.record("井盖松动。"), category: "城乡建设/公用设施/井盖", title: "井盖")
      try await city.dispatch(cover, to: "housing")
      let change: JSONValue = ["id": "street-lamps", "matters": ["城乡建设/公用设施/路灯"], "lead": "power-firm", "basis": "移交协议"]
      try await city.post("admin", "catalogue/rules", change)
      city.clock.advance(days: 1)
      #expect(try await city.post("admin", "catalogue/draft/trial").state == "tried")
      let trial = try await city.get("admin", "catalogue/draft/trial")
      #expect(trial["figures"]?["orders"] == 2 && trial["figures"]?["elsewhere"] == 2 && trial["figures"]?["changed"] == 1)
      #expect(trial.items.map(\.number) == [cover, lamp])
      let changed = try await city.get("admin", "catalogue/draft/trial?only=changed")
      #expect(changed.items.map { $0["proposed"]?.text } == ["power-firm"] && changed.items.map { $0["unit"]?.text } == ["urban"])
      let first = try await city.get("admin", "catalogue/draft/trial?limit=1")
      let second = try await city.get("admin", "catalogue/draft/trial?limit=1&after=\(try #require(first["next"]?.text))")
      #expect(second.items.map(\.number) == [lamp])
      try await city.post("admin", "catalogue/draft/discard")
      #expect(try await city.get("admin", "catalogue/draft")["changes"] == .list([]))
      try await city.verify()
    }
  }

  @Test("a draft that contradicts or leaves a gap is refused with rule and reason", arguments: TestDatabases.each)
  func refused(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      try await city.post("agent", "catalogue/rules", ["matters": ["城乡建设"], "lead": "urban", "basis": "x"], status: 403)
      let unknown = try await city.post("admin", "catalogue/rules", ["matters": ["城乡建设"], "lead": "nobody", "basis": "x"], status: 422)
      #expect(unknown["errors"]?[0]?["field"]?.text == "lead")
      let clash: JSONValue = ["id": "other-lamps", "matters": ["城乡建设/公用设施/路灯"], "lead": "housing", "basis": "x"]
      try await city.post("admin", "catalogue/rules", clash)
      let refused = try await city.post("admin", "catalogue/draft/release", status: 422)
      #expect(refused["errors"]?[0]?["field"]?.text == "other-lamps" && refused.words.contains("不同的牵头单位"))
      try await city.post("admin", "catalogue/rules/other-lamps/undo")
      try await city.post("admin", "catalogue/rules/civil-affairs/removal")
      #expect(try await city.post("admin", "catalogue/draft/release", status: 422).words.contains("没有牵头单位"))
      #expect(try await city.get("admin", "catalogue/draft")["faults"]?[0] != nil)
      try await city.post("admin", "catalogue/rules/civil-affairs/undo")
      try await city.post("admin", "catalogue/draft/release", status: 409)
      try await city.verify()
    }
  }

  @Test("a release in the future holds from its day on", arguments: TestDatabases.each)
  func later(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      try await city.post(
        "admin", "catalogue/rules", ["id": "street-lamps", "matters": ["城乡建设/公用设施/路灯"], "lead": "power-firm", "basis": "移交协议"])
      try await city.post("admin", "catalogue/draft/release", ["effective": "2026-03-01"], status: 422)
      try await city.post("admin", "catalogue/draft/release", ["effective": "2026-03-05"])
      #expect(try await city.get("admin", "catalogue/rules/street-lamps")["lead"]?.text == "urban")
      city.clock.advance(days: 3)
      try await city.hotline.shelf.refresh()
      #expect(try await city.get("admin", "catalogue/rules/street-lamps")["lead"]?.text == "power-firm")
    }
  }

  @Test("at a duty seat the order goes to the firm at once, and to no other", arguments: TestDatabases.each)
  func dutySeat(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("暖气不热。"), category: "城乡建设/供热/室温不达标", title: "暖气不热")
      try await city.post("agent", "orders/\(order)/direct-dispatch", ["unit": "heat-firm"], status: 422)
      try await city.post("agent-heat", "orders/\(order)/direct-dispatch", ["unit": "water-firm"], status: 422)
      try await city.post("agent-heat", "orders/\(order)/dispatch", ["unit": "heat-firm"], status: 403)
      let sent = try await city.post("agent-heat", "orders/\(order)/direct-dispatch", ["unit": "heat-firm"])
      #expect(sent.state == "pending-signature" && sent["unit"]?.text == "heat-firm")
      #expect(try await city.events(order).suffix(2).contains("dispatched"))
      try await city.verify()
    }
  }

  @Test("straight to the township: its county sees and urges", arguments: TestDatabases.each)
  func township(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let body: [JSONValue.Member] = [.init("area", "lakeside")]
      let appeal = try await city.record("邻居占用楼道。", more: body)
      let order = try await city.post(
        "agent", "appeals/\(appeal)/orders",
        ["kind": "help", "category": "政法/矛盾纠纷/邻里纠纷", "title": "邻里纠纷", "text": "请调解。", "area": "lakeside"], status: 201
      ).number
      #expect(try await city.get("dispatcher", "orders/\(order)/proposal")["lead"]?.text == "lakeside")
      try await city.dispatch(order, to: "lakeside")
      #expect(try await city.get("intake", "orders/\(order)")["unit"]?.text == "lakeside")
      try await city.post("intake", "orders/\(order)/urging", ["text": "请今天上门。"])
      try await city.get("officer-west-hill", "orders/\(order)", status: 404)
      try await city.verify()
    }
  }
}

/// A contact point 联系点 is dealt with directly: Jining of 2013, where seven working days had become five.
@Suite struct ContactPointTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Profiles")

  private func actor(_ name: String, _ roles: Set<Role>, _ unit: UnitID, _ hotline: Hotline) -> Actor {
    let units = hotline.ledger.profile().units
    return Actor(account: AccountID(name), name: name, roles: roles, unit: unit, scope: units.units[unit]?.serves ?? unit)
  }

  @Test("an order reaches it in one step and has five working days", arguments: TestDatabases.each)
  func oneStep(_ engine: TestEngine) async throws {
    try await engine.place { place in
      let now = try Moment(iso8601: "2026-03-02T09:00:00+08:00")
      let keys = try VaultKeys(master: [UInt8](repeating: 7, count: 32))
      let hotline = try await Hotline.open(place.open(), keys: keys, clock: { now }, random: { UInt64.random(in: .min ... .max) })
      let yaml = try String(contentsOf: Self.folder.appending(path: "jining-2013.yaml"), encoding: .utf8)
      try await hotline.shelf.release(yaml, file: "jining-2013.yaml") {
        try String(contentsOf: Self.folder.appending(path: $0), encoding: .utf8)
      }
      let (api, agent) = (InProcess(hotline), actor("agent", [.agent], "hotline", hotline))
      let caller: JSONValue = ["name": "王芳", "phone": "13800001234"]
      let appeal = try await api.post("appeals", ["channel": "phone", "text": "燃气开通等了一个月。", "caller": caller], as: agent, at: now).number
      let demand: JSONValue = ["kind": "complaint", "category": "城乡建设/供气/燃气开通", "title": "燃气开通", "text": "请办理。"]
      let order = try await api.post("appeals/\(appeal)/orders", demand, as: agent, at: now).number
      let profile = hotline.ledger.profile()
      let lead = profile.proposal(for: CatalogueQuestion(category: "城乡建设/供气/燃气开通"), on: now.day).lead
      #expect(lead == "gas-firm" && profile.units.path(to: "gas-firm") == ["jining", "gas-firm"])
      let sent = try await api.post(
        "orders/\(order)/dispatch", ["unit": "gas-firm"], as: actor("dispatcher", [.dispatcher], "hotline", hotline), at: now)
      #expect(sent["unit"]?.text == "gas-firm" && sent.state == "pending-signature")
      guard case .list(let clocks)? = sent["clocks"] else { throw CancellationError() }
      #expect(clocks.first { $0["kind"]?.text == "handling" }?["deadline"]?.text?.hasPrefix("2026-03-09") == true)
      // Nobody between: a bureau may not hand anything down to it.
      let housing = actor("housing", [.officer], "housing", hotline)
      await #expect(throws: (any Error).self) {
        try await api.post("orders/\(order)/delegation", ["unit": "gas-firm", "text": "x"], as: housing, at: now)
      }
      #expect(try await hotline.verify().isSound)
      await hotline.close()
    }
  }
}
