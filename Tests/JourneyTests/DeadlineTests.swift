import TestKit
import Testing
import Web

@Suite struct DeadlineStoryTests {
  @Test("the citizen is told about the extension, with the new date and the reason", arguments: TestDatabases.each)
  func extended(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("工地拖欠工资。")
      let order = try await city.raise(appeal, category: "劳动和社会保障/工资拖欠/农民工工资拖欠", kind: "complaint", title: "欠薪")
      try await city.dispatch(order, to: "hr")
      try await city.sign(order, by: "officer-hr")
      let over = try await city.post("officer-hr", "orders/\(order)/extension", ["days": 40, "reason": "complex"], status: 422)
      #expect(over["errors"]?[0]?["field"] == "days" && over["detail"]?.text?.contains("即最晚到2026年") == true, "\(over)")
      let late: JSONValue = ["until": "2027-03-01T09:00:00+08:00", "reason": "complex"]
      #expect(try await city.post("officer-hr", "orders/\(order)/extension", late, status: 422)["errors"]?[0]?["field"] == "until")
      let long = try await city.post(
        "officer-hr", "orders/\(order)/suspension", ["until": "2027-03-01T09:00:00+08:00", "reason": "works"], status: 422)
      #expect(long["detail"]?.text?.hasPrefix("挂起最晚到2026年") == true, "\(long)")
      try await city.post("officer-hr", "orders/\(order)/extension", ["days": 5, "reason": "complex", "text": "需要劳动监察核实。"])
      try await city.post("dispatcher", "orders/\(order)/extension-decision", ["decision": "grant"])
      try await city.hotline.courier.deliverAll()
      let told = try await city.get("supervisor", "orders/\(order)/events")
      #expect(told.words.contains("extensionDecided"))
      let notices = try await city.notices(of: order)
      #expect(notices.contains { $0.contains("新的期限是2026年3月16日") && $0.contains("原因") })
      try await city.verify()
    }
  }

  @Test("not signed in time, the clock signs; suspension stops the handling clock", arguments: TestDatabases.each)
  func clocks(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯不亮。"))
      try await city.dispatch(order, to: "urban")
      city.clock.advance(days: 1)
      try await city.hotline.clocks.keep(at: city.clock.now)
      #expect(try await city.get("officer-urban", "orders/\(order)").state == "handling")
      let before = try await city.deadline(order, "handling")
      try await city.post("officer-urban", "orders/\(order)/suspension", ["reason": "works", "text": "等材料"])
      city.clock.advance(days: 2)
      try await city.post("officer-urban", "orders/\(order)/resumption")
      let after = try await city.deadline(order, "handling")
      #expect(before.hasPrefix("2026-03-09") && after.hasPrefix("2026-03-11"))
      try await city.verify()
    }
  }
}
