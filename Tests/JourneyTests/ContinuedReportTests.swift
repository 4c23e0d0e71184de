import TestKit
import Testing
import Web

@Suite struct ContinuedReportTests {
  private func unfinished(_ city: City) async throws -> (appeal: String, order: String) {
    let appeal = try await city.record("停机后还在扣有线电视费。")
    let order = try await city.raise(appeal, category: "科技与信息产业/广播电视/有线电视收费", kind: "complaint", title: "有线电视费")
    try await city.dispatch(order, to: "cable-tv")
    try await city.sign(order, by: "officer-cable-tv")
    try await city.feedBack(order, by: "officer-cable-tv", outcome: "unresolved", reply: "系统升级后退费。")
    _ = try await city.pass(order)
    #expect(try await city.callBack(order, appeal, solved: false) == "continued-report")
    return (appeal, order)
  }

  private func report(_ due: String, plan: String? = nil, owner: String? = nil) -> JSONValue {
    .members(
      ("public_reply", .text("正在对账。")), ("next_due", .text(due)), ("plan", .optional(plan)), ("owner", .optional(owner)))
  }

  @Test("a plan with a date and an owner, again and again until the citizen confirms", arguments: TestDatabases.each)
  func plan(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let (appeal, order) = try await unfinished(city)
      let (path, soon) = ("orders/\(order)/continued-report", city.clock.now.adding(days: 10).iso8601)
      let late = try await city.post("officer-cable-tv", path, report(city.clock.now.adding(days: 60).iso8601), status: 422)
      #expect(late["errors"]?[0]?["field"]?.text == "next_due")
      try await city.post("officer-cable-tv", path, report(soon, owner: "officer-urban"), status: 422)
      try await city.post("officer-cable-tv", path, report(soon, plan: "本月底前退费。", owner: "officer-cable-tv"))
      let file = try await city.get("supervisor", "orders/\(order)")
      #expect(file["plan"]?["plan"]?.text == "本月底前退费。" && file["plan"]?["owner"]?.text == "officer-cable-tv")
      #expect(try await city.deadline(order, "continued-report") == soon)
      try await city.hotline.courier.deliverAll()
      #expect(try await city.notices(of: order).contains { $0.contains("本月底前退费") && $0.contains("3月12日前") })
      city.clock.advance(days: 9)
      #expect(try await city.post("officer-cable-tv", path, report(city.clock.now.adding(days: 5).iso8601)).state == "continued-report")
      #expect(try await city.get("supervisor", "orders/\(order)")["plan"]?["owner"]?.text == "officer-cable-tv")
      city.clock.advance(days: 4)
      #expect(try await city.post("officer-cable-tv", path, ["public_reply": "已退费。", "finished": true]).state == "callback")
      #expect(try await city.callBack(order, appeal, solved: false) == "continued-report")
      #expect(try await city.post("officer-cable-tv", path, ["public_reply": "已补退。", "finished": true]).state == "callback")
      let unreached: JSONValue = ["appeal": .text(appeal), "reached": false]
      for _ in 1...2 { #expect(try await city.post("followup", "orders/\(order)/callback", unreached).state == "callback") }
      #expect(try await city.post("followup", "orders/\(order)/callback", unreached).state == "continued-report")
      #expect(try await city.post("officer-cable-tv", path, ["public_reply": "已补退。", "finished": true]).state == "callback")
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      try await city.verify()
    }
  }
}
