import TestKit
import Testing
import Web

@Suite struct RepeatTests {
  private func place(_ address: String) -> [JSONValue.Member] {
    [.init("area", "east-lake"), .init("place", ["address": .text(address)])]
  }

  @Test("the same place and matter is offered with its reason, merged with one action and parted again", arguments: TestDatabases.each)
  func offered(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let first = try await city.record("湖滨路1号门口水管爆裂，街上全是水。", more: place("湖滨路1号门口"))
      let order = try await city.raise(first, category: "城乡建设/供水/停水", title: "水管爆裂")
      let secret = try await city.record(
        "湖滨路1号水管爆裂。", caller: "李四", phone: "13800005555", more: place("湖滨路1号") + [.init("confidential", true)])
      try await city.hotline.index.advanceToEnd()
      let second = try await city.record("路上水管爆裂了，没人来修。", caller: "赵六", phone: "13800004444", more: place("湖滨路１号附近"))
      let like = try await city.get("agent", "appeals/\(second)/likeness")
      let offer = try #require(like["candidates"]?[0])
      #expect(offer.number == order && offer["appeals"] == 1)
      #expect(offer.words.contains("同一地址") && offer.words.contains("水管爆裂"))
      #expect(like["cases"] == 0)
      #expect(try await city.get("agent", "appeals/\(secret)/likeness")["candidates"]?[0] == nil)
      #expect(try await city.post("agent", "appeals/\(second)/merger", ["into": .text(order)]).state == "in-hand")
      #expect(try await city.get("agent", "appeals/\(second)/likeness")["candidates"]?[0] == nil)
      #expect(try await city.post("agent", "appeals/\(second)/separation", ["order": .text(order), "reason": "两处爆管。"]).state == "recorded")
      city.clock.advance(days: 20)
      #expect(try await city.get("agent", "appeals/\(second)/likeness")["candidates"]?[0] == nil)
      try await city.verify()
    }
  }

  @Test("the caller's earlier cases are seen by whom they concern, and counted", arguments: TestDatabases.each)
  func earlier(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let first = try await city.record("门口路灯不亮。")
      _ = try await city.raise(first)
      city.clock.advance(days: 3)
      let second = try await city.record("路灯又不亮了。", more: [.init("category", "城乡建设/公用设施/路灯")])
      let other = try await city.record("同一个电话，另一个人。", caller: "王强")
      let like = try await city.get("agent", "appeals/\(second)/likeness")
      #expect(like["cases"] == 1 && like["time"] == 2)
      #expect(like["earlier"]?[0]?.number == first && like["earlier"]?[0]?["order_state"]?.text == "pending-dispatch")
      #expect(try await city.get("agent", "appeals/\(other)/likeness")["cases"] == 2)
      let listed = try await city.get("agent", "appeals").items
      #expect(listed.first { $0.number == second }?["time"] == 2 && listed.first { $0.number == first }?["time"] == 1)
      try await city.get("officer-urban", "appeals/\(second)/likeness", status: 403)
      try await city.get("intake", "appeals/\(second)/likeness", status: 404)
    }
  }

  @Test("a repeat without new facts is refused by two people, not by one", arguments: TestDatabases.each)
  func refused(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("一分钱的事，还要再说一遍。")
      try await city.post("shift-leader", "appeals/\(appeal)/refusal-decision", ["decision": "grant"], status: 409)
      try await city.post("agent", "appeals/\(appeal)/refusal", ["reason": "repeated"], status: 422)
      let asked: JSONValue = ["reason": "repeated", "note": "上月已答复，没有新情况。"]
      #expect(try await city.post("supervisor", "appeals/\(appeal)/refusal", asked).state == "recorded")
      try await city.post("agent", "appeals/\(appeal)/refusal", asked, status: 409)
      try await city.post("agent", "appeals/\(appeal)/refusal-decision", ["decision": "grant"], status: 403)
      let own = try await city.post("supervisor", "appeals/\(appeal)/refusal-decision", ["decision": "grant"], status: 403)
      #expect(own["type"]?.text?.contains("own-request") == true)
      #expect(try await city.get("shift-leader", "appeals/\(appeal)").possible.contains("refusal-decision"))
      #expect(try await city.get("supervisor", "appeals/\(appeal)").possible.contains("refusal-decision") == false)
      #expect(try await city.post("shift-leader", "appeals/\(appeal)/refusal-decision", ["decision": "refuse"]).state == "recorded")
      #expect(try await city.post("agent", "appeals/\(appeal)/refusal", asked).state == "recorded")
      #expect(try await city.post("shift-leader", "appeals/\(appeal)/refusal-decision", ["decision": "grant"]).state == "refused")
      try await city.verify()
    }
  }
}
