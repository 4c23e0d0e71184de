import App
import Casework
import TestKit
import Testing
import Web

@Suite struct RuleChangeTests {
  @Test("re-categorised, the clocks follow the new rule from the old start", arguments: TestDatabases.each)
  func recategorised(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("有人违章搭建。"))
      try await city.dispatch(order, to: "urban")
      #expect(try await city.deadline(order, "handling").hasPrefix("2026-03-09"))
      try await city.post("dispatcher", "orders/\(order)/category", ["category": "城乡建设/城乡规划/违章建筑", "reason": "属于违建。"])
      #expect(try await city.deadline(order, "handling").hasPrefix("2026-03-16"))
      try await city.verify()
    }
  }

  @Test("a profile with a later effective day waits for its day; a broken one changes nothing", arguments: TestDatabases.each)
  func effective(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let before = city.hotline.shelf.export()
      let later = before.replacing("effective: 2025-01-01", with: "effective: 2026-04-01").replacing(
        "direct-to-township: true", with: "direct-to-township: false")
      #expect(later != before)
      try await city.hotline.shelf.release(later, file: "later.yaml")
      #expect(city.hotline.ledger.profile().policy.directToTownship)
      city.clock.advance(days: 31)
      try await city.hotline.shelf.refresh()
      #expect(!city.hotline.ledger.profile().policy.directToTownship)
      let another = before.replacing("key: yunxi", with: "key: other-city")
      await #expect(throws: CaseworkProblem.self) { try await city.hotline.shelf.release(another, file: "another.yaml") }
      await #expect(throws: (any Error).self) { try await city.hotline.shelf.release("key: x\nname: [", file: "broken.yaml") }
      #expect(!city.hotline.ledger.profile().policy.directToTownship)
      try await city.verify()
    }
  }

  @Test("lead and assisting unit at once; wrong input is named field by field", arguments: TestDatabases.each)
  func together(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯和井盖都坏了。"))
      let wrong = try await city.post("dispatcher", "orders/\(order)/dispatch", ["unit": "mars", "colour": "red"], status: 422)
      let fields = ["unit", "colour"].filter { field in wrong.words.contains("\"field\":\"\(field)\"") }
      #expect(fields == ["unit", "colour"])
      try await city.dispatch(order, to: "urban", assist: ["power-firm"])
      #expect(try await city.get("officer-power-firm", "orders").items.count == 1)
      try await city.get("agent", "orders/YX260302-W1-AAAA", status: 404)
      try await city.verify()
    }
  }

  @Test("a complaint about our own staff is invisible to that person and the group", arguments: TestDatabases.each)
  func ownStaff(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let about: [JSONValue.Member] = [.init("kind", "staff-complaint"), .init("about_agent", "agent2"), .init("about_group", "night")]
      let appeal = try await city.record("昨晚的话务员态度不好。", more: about)
      try await city.get("agent2", "appeals/\(appeal)", status: 404)
      #expect(try await city.get("shift-leader", "appeals/\(appeal)").number == appeal)
      let order = try await city.raise(appeal, kind: "staff-complaint", title: "服务态度")
      try await city.get("agent2", "orders/\(order)", status: 404)
      try await city.post("agent2", "orders/\(order)/note", ["text": "看看"], status: 404)
      try await city.post("agent2", "appeals/\(appeal)/answer", ["reply": "没有的事", "kind": "staff-complaint"], status: 404)
      // Whoever takes such a call takes it down, and then has no part in it.
      let body: JSONValue = [
        "channel": "phone", "text": "白班有人说话难听。", "kind": "staff-complaint", "about_group": "day", "caller": ["phone": "13800005678"],
      ]
      let own = try await city.post("agent", "appeals", body, status: 201).number
      try await city.get("agent", "appeals/\(own)", status: 404)
      #expect(try await city.get("shift-leader", "appeals/\(own)").number == own)
      try await city.verify()
    }
  }
}
