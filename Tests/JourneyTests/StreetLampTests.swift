import TestKit
import Testing
import Web

@Suite struct AnswerTests {
  @Test("a consultation is answered at once", arguments: TestDatabases.each)
  func consultation(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("小麦补贴什么时候发？")
      let answer = try await city.post("agent", "appeals/\(appeal)/answer", ["reply": "每年六月底前发到一卡通。", "kind": "consultation"])
      #expect(answer.state == "answered")
      #expect(try await city.get("agent", "appeals/\(appeal)").state == "answered")
      let refused = try await city.post(
        "agent", "appeals/\(appeal)/orders",
        [
          "kind": "help", "category": "城乡建设/公用设施/路灯", "title": "x", "text": "y",
        ], status: 409)
      #expect(refused.possible.contains("rating"))
      try await city.verify()
    }
  }

  @Test("the broken street lamp: city management leads, the power firm assists", arguments: TestDatabases.each)
  func streetLamp(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("我家门口的路灯一年没亮了。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "urban")
      try await city.sign(order, by: "officer-urban")
      try await city.post("officer-urban", "orders/\(order)/assistance", ["unit": "power-firm", "text": "请恢复供电线路。"])
      let tooEarly = try await city.post(
        "officer-urban", "orders/\(order)/feedback", ["outcome": "solved", "public_reply": "好了"], status: 409)
      #expect(tooEarly["type"]?.text?.contains("tasks-open") == true)
      let task = try #require(try await city.get("officer-power-firm", "orders").items.first).number
      try await city.sign(task, by: "officer-power-firm")
      try await city.feedBack(task, by: "officer-power-firm", reply: "线路已恢复。")
      #expect(try await city.pass(task, by: "officer-urban") == "closed")
      try await city.feedBack(order, by: "officer-urban")
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      let events = try await city.events(order)
      #expect(
        events == ["raised", "dispatched", "signed", "assisted", "collected", "fedBack", "reviewed", "calledBack"]
          || events.contains("joined"))
      #expect(try await city.get("agent", "appeals/\(appeal)").state == "closed")
      try await city.verify()
    }
  }

  @Test("whoever handled it may not call back", arguments: TestDatabases.each)
  func independent(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("井盖松动。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "urban")
      let body: JSONValue = ["appeal": .text(appeal), "reached": true, "solved": true]
      try await city.post("officer-urban", "orders/\(order)/callback", body, status: 403)
      let wrong = try await city.post("followup", "orders/\(order)/callback", body, status: 409)
      #expect(wrong["possible"] != nil)
    }
  }
}
