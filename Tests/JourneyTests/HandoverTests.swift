import TestKit
import Testing
import Web

@Suite struct HandoverTests {
  @Test("a hand-over is logged on both sides: who took it, their number, what came back", arguments: TestDatabases.each)
  func bothSides(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("化工厂起火了！", more: [.init("life_risk", true)])
      try await city.post("agent", "appeals/\(appeal)/handover", ["line": "119", "taken_by": "接警员老赵", "reference": "XF-0302-7"])
      let shadow = try #require(try await city.get("agent", "orders?state=handed-over").items.first).number
      let taken = try await city.get("agent", "orders/\(shadow)")
      #expect(taken["handover"]?[0]?["reference"]?.text == "XF-0302-7" && taken["handover"]?[0]?["taken_by"]?.text == "接警员老赵")
      city.clock.advance(minutes: 15)
      let path = "orders/\(shadow)/handover-report"
      try await city.post("officer-urban", path, ["text": "x"], status: 403)
      let early = try await city.post("agent", path, ["text": "x", "at": "2026-03-01T09:00:00+08:00"], status: 422)
      #expect(early["errors"]?[0]?["field"]?.text == "at")
      #expect(try await city.post("agent", path, ["text": "两车到场。"]).state == "handed-over")
      #expect(try await city.post("agent", path, ["text": "明火已扑灭，无人受伤。", "ended": true]).state == "closed")
      let said = try await city.get("agent", "appeals/\(appeal)")
      #expect(said.state == "handed-over")
      let file = try await city.get("supervisor", "orders/\(shadow)")
      #expect(file["ending"]?.text == "handed-over" && file.words.contains("明火已扑灭"))
      #expect(try await city.events(shadow) == ["raised", "handoverReported", "handoverReported", "handoverReported"])
      try await city.verify()
    }
  }

  @Test("what cannot wait stands first in every queue", arguments: TestDatabases.each)
  func first(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let calm = try await city.record("路灯不亮。")
      let slow = try await city.raise(calm)
      city.clock.advance(days: 2)
      _ = try await city.record("公园长椅坏了。", caller: "李四", phone: "13800009999")
      let risk = try await city.record("煤气泄漏，有人昏倒！", caller: "赵六", phone: "13800008888", more: [.init("life_risk", true)])
      #expect(try await city.get("agent", "appeals?state=recorded").items.first?.number == risk)
      try await city.post("agent", "appeals/\(risk)/merger", ["into": .text(slow)], status: 422)
      let fast = try await city.raise(risk, title: "煤气泄漏")
      #expect(try await city.get("agent", "orders/\(fast)")["urgency"]?.text == "critical")
      #expect(try await city.get("dispatcher", "orders?sort=due").items.map(\.number) == [fast, slow])
      let page = try await city.get("dispatcher", "orders?sort=due&limit=1")
      let next = try #require(page["next"]?.text)
      #expect(try await city.get("dispatcher", "orders?sort=due&limit=1&after=\(next)").items.map(\.number) == [slow])
      try await city.verify()
    }
  }
}
