import TestKit
import Testing
import Web

@Suite struct UnreasonableTests {
  /// An order that was answered and passed, so that its citizen is to be called back.
  private func answered(_ city: City) async throws -> (appeal: String, order: String) {
    let appeal = try await city.record("青蛙叫得太响，要求政府让它们闭嘴。")
    let order = try await city.raise(appeal, title: "蛙鸣扰民")
    try await city.dispatch(order, to: "urban")
    try await city.sign(order, by: "officer-urban")
    try await city.feedBack(order, by: "officer-urban", outcome: "explained", reply: "已解释。")
    #expect(try await city.pass(order) == "callback")
    return (appeal, order)
  }

  private func call(_ appeal: String, evidence: String? = nil) -> JSONValue {
    .members(
      ("appeal", .text(appeal)), ("reached", true), ("solved", false), ("reasonable", false), ("evidence", .optional(evidence)))
  }

  @Test("an unreasonable demand leaves the base only once a second person agrees", arguments: TestDatabases.each)
  func agreed(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let (appeal, order) = try await answered(city)
      try await city.post("followup", "orders/\(order)/unreasonable", ["appeal": .text(appeal), "evidence": "x"], status: 409)
      #expect(try await city.post("followup", "orders/\(order)/callback", call(appeal)).state == "callback")
      try await city.post("followup", "orders/\(order)/unreasonable", ["appeal": .text(appeal)], status: 422)
      let asked = try await city.post("followup", "orders/\(order)/unreasonable", ["appeal": .text(appeal), "evidence": "自然现象，法律未规定。"])
      #expect(asked.state == "callback")
      try await city.post("followup", "orders/\(order)/unreasonable-decision", ["decision": "grant"], status: 403)
      try await city.post("supervisor", "orders/\(order)/closure", ["ending": "unreasonable", "evidence": "x"], status: 409)
      #expect(try await city.get("supervisor", "orders/\(order)").possible.contains("unreasonable-decision"))
      let decided = try await city.post("supervisor", "orders/\(order)/unreasonable-decision", ["decision": "grant"])
      #expect(decided.state == "closed")
      let file = try await city.get("supervisor", "orders/\(order)")
      #expect(file["ending"]?.text == "unreasonable" && file.words.contains("\"settled_because\":\"unreasonable\""))
      try await city.verify()
    }
  }

  @Test("not agreed to, it is redone like any other", arguments: TestDatabases.each)
  func refused(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let (appeal, order) = try await answered(city)
      #expect(try await city.post("followup", "orders/\(order)/callback", call(appeal, evidence: "反复来电。")).state == "callback")
      try await city.post("followup", "orders/\(order)/unreasonable", ["appeal": .text(appeal), "evidence": "x"], status: 409)
      let decided = try await city.post("supervisor", "orders/\(order)/unreasonable-decision", ["decision": "refuse", "note": "夜间施工引起。"])
      #expect(decided.state == "pending-signature")
      #expect(try await city.get("supervisor", "orders/\(order)").words.contains("\"reasonable\":true"))
      try await city.post("supervisor", "orders/\(order)/unreasonable-decision", ["decision": "grant"], status: 409)
      try await city.verify()
    }
  }
}
