import TestKit
import Testing
import Web

@Suite struct PeopleAtRiskTests {
  @Test("a life at risk is handed over to 110 and leaves a shadow order", arguments: TestDatabases.each)
  func lifeRisk(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("有人要从桥上跳下去！", more: [.init("life_risk", true)])
      try await city.post("agent", "appeals/\(appeal)/answer", ["reply": "请拨打110"], status: 409)
      try await city.post("agent", "appeals/\(appeal)/handover", ["line": "999"], status: 422)
      #expect(try await city.post("agent", "appeals/\(appeal)/handover", ["line": "110", "note": "已三方通话。"]).state == "handed-over")
      let shadow = try #require(try await city.get("supervisor", "orders?state=handed-over").items.first)
      #expect(shadow.state == "handed-over")
      let closed = try await city.post("supervisor", "orders/\(shadow.number)/closure", ["ending": "solved", "evidence": "110 反馈人员已劝下。"])
      #expect(closed.state == "closed")
      try await city.verify()
    }
  }

  @Test("the whistle-blower whose name the unit never sees", arguments: TestDatabases.each)
  func whistleBlower(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record(
        "我是市场里卖鱼的孙大勇，举报管理所收黑钱。", caller: "孙大勇", phone: "13755556666",
        more: [.init("confidential", true), .init("place", ["address": "云溪水产市场3号摊"])])
      let order = try await city.raise(appeal, category: "商贸旅游/消费维权/预付卡", kind: "report", title: "举报市场管理所")
      try await city.dispatch(order, to: "market")
      try await city.sign(order, by: "officer-market")
      for path in ["orders/\(order)", "orders/\(order)/events", "orders"] {
        let seen = try await city.get("officer-market", path).words
        for secret in ["孙大勇", "孙", "13755556666", "6666", "3号摊", appeal] { #expect(!seen.contains(secret), "\(path) shows \(secret)") }
      }
      try await city.get("officer-market", "appeals/\(appeal)", status: 404)
      try await city.post("officer-market", "appeals/\(appeal)/reveal", ["fields": ["name"], "reason": "想知道"], status: 404)
      let shown = try await city.get("agent", "appeals/\(appeal)").words
      #expect(!shown.contains("13755556666") && shown.contains("137****6666"))
      let revealed = try await city.post("followup", "appeals/\(appeal)/reveal", ["fields": ["name", "phone"], "reason": "回访核实"])
      #expect(revealed["phone"]?.text == "13755556666")
      try await city.verify()
    }
  }
}
