import TestKit
import Testing
import Web

@Suite struct JointWorkTests {
  @Test("city, county, township, station: each reviews what is below it, none ends after the outer deadline", arguments: TestDatabases.each)
  func threeLevels(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("村口道路塌陷。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "west-hill")
      let outer = try await city.deadline(order, "handling")
      var (above, holder) = (order, "officer-west-hill")
      var tasks: [(number: String, by: String, reviewer: String)] = []
      for (unit, officer) in [("stone-gate", "officer-stone-gate"), ("stone-gate-station", "officer-stone-gate-station")] {
        try await city.sign(above, by: holder)
        try await city.post(holder, "orders/\(above)/delegation", ["unit": .text(unit), "text": "请到现场。"])
        let task = try #require(try await city.get(officer, "orders").items.first { $0["unit"]?.text == unit }).number
        #expect(try await city.deadline(task, "handling") == outer)
        tasks.append((task, officer, holder))
        (above, holder) = (task, officer)
      }
      try await city.sign(above, by: holder)
      let longer = try await city.post(holder, "orders/\(above)/extension", ["days": 5, "reason": "complex"], status: 422)
      #expect(longer["type"]?.text?.contains("beyond-outer-deadline") == true)
      try await city.feedBack(above, by: holder, reply: "材料未到。")
      city.clock.advance(days: 1)
      try await city.post(tasks[1].reviewer, "orders/\(above)/review", ["decision": "reject", "reason": "请今天办。"])
      #expect(try await city.deadline(above, "handling") <= outer)
      for task in tasks.reversed() {
        try await city.feedBack(task.number, by: task.by, reply: "已填平。")
        try await city.post(task.by, "orders/\(task.number)/review", ["decision": "pass"], status: 403)
        #expect(try await city.pass(task.number, by: task.reviewer) == "closed")
      }
      try await city.feedBack(order, by: "officer-west-hill")
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      try await city.verify()
    }
  }

  @Test("a task that is ruled on or whose order becomes urgent ends within the outer deadline", arguments: TestDatabases.each)
  func outerDeadline(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("村口道路塌陷。"))
      try await city.dispatch(order, to: "west-hill")
      try await city.sign(order, by: "officer-west-hill")
      city.clock.advance(days: 2)
      try await city.post("officer-west-hill", "orders/\(order)/delegation", ["unit": "stone-gate", "text": "请到现场。"])
      let task = try #require(try await city.get("officer-stone-gate", "orders").items.first).number
      let outer = try await city.deadline(order, "handling")
      try await city.post("officer-stone-gate", "orders/\(task)/return", ["reason": "not-ours", "basis": "归站所。"])
      let ruling: JSONValue = ["decision": "accept", "unit": "stone-gate-station"]
      try await city.post("officer-west-hill", "orders/\(task)/ruling", ruling)
      #expect(try await city.deadline(task, "handling") == outer)
      try await city.post("dispatcher", "orders/\(order)/category", ["urgency": "urgent"])
      let urgent = try await city.deadline(order, "handling")
      #expect(urgent < outer)
      #expect(try await city.deadline(task, "handling") <= urgent)
      #expect(try await city.get("supervisor", "orders/\(task)")["urgency"]?.text == "urgent")
      try await city.verify()
    }
  }

  @Test("the lead composes one reply of what all units answered, and each keeps its credit", arguments: TestDatabases.each)
  func composed(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("路灯一年没亮。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "urban")
      try await city.sign(order, by: "officer-urban")
      for (unit, officer) in [("power-firm", "officer-power-firm"), ("market", "officer-market")] {
        try await city.post("officer-urban", "orders/\(order)/assistance", ["unit": .text(unit), "text": "请协助。"])
        let task = try #require(try await city.get(officer, "orders").items.first).number
        try await city.sign(task, by: officer)
        if unit == "market" { city.clock.advance(days: 30) }
        try await city.feedBack(task, by: officer, outcome: unit == "market" ? "partial" : "solved", reply: "\(unit)已办。")
        #expect(try await city.pass(task, by: "officer-urban") == "closed")
      }
      let file = try await city.get("officer-urban", "orders/\(order)")
      #expect(file["contributions"]?[0]?["unit"]?.text == "power-firm" && file["contributions"]?[0]?["on_time"] == true)
      #expect(file["contributions"]?[1]?["outcome"]?.text == "partial" && file["contributions"]?[1]?["on_time"] == false)
      let reply = try #require(file["composed_reply"]?.text)
      #expect(reply.hasPrefix("【") && reply.contains("】\npower-firm已办。\n\n【") && reply.hasSuffix("market已办。"))
      try await city.feedBack(order, by: "officer-urban", reply: reply)
      #expect(try await city.pass(order) == "callback")
      try await city.verify()
    }
  }
}
