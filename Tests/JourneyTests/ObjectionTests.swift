import TestKit
import Testing
import Web

@Suite struct ObjectionTests {
  @Test("contested, ruled against, locked", arguments: TestDatabases.each)
  func locked(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("小区门口占道经营。"))
      try await city.dispatch(order, to: "urban")
      let back: JSONValue = ["reason": "not-ours", "basis": "属于街道职责。"]
      #expect(try await city.post("officer-urban", "orders/\(order)/return", back).state == "objection")
      let ruled = try await city.post("dispatcher", "orders/\(order)/ruling", ["decision": "reject", "lock": true, "note": "三定方案第五条。"])
      #expect(ruled.state == "pending-signature")
      try await city.sign(order, by: "officer-urban")
      let again = try await city.post("officer-urban", "orders/\(order)/return", back, status: 409)
      #expect(again["type"]?.text?.contains("no-return-lock") == true)
      try await city.verify()
    }
  }

  @Test("disputed, the staffing office rules and it goes elsewhere", arguments: TestDatabases.each)
  func disputed(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("商铺噪声扰民。"))
      try await city.dispatch(order, to: "urban")
      try await city.post("officer-urban", "orders/\(order)/return", ["reason": "not-ours", "basis": "属于生态环境部门。"])
      #expect(try await city.post("dispatcher", "orders/\(order)/ruling", ["decision": "dispute"]).state == "disputed")
      try await city.post("dispatcher", "orders/\(order)/ruling", ["decision": "reject"], status: 403)
      let ruled = try await city.post("staffing", "orders/\(order)/ruling", ["decision": "accept", "unit": "environment", "lock": true])
      #expect(ruled.state == "pending-signature")
      try await city.get("officer-urban", "orders/\(order)", status: 404)
      try await city.sign(order, by: "officer-environment")
      try await city.verify()
    }
  }

  @Test("outside the window a return is refused and says when it ended", arguments: TestDatabases.each)
  func window(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯不亮。"))
      try await city.dispatch(order, to: "urban")
      try await city.sign(order, by: "officer-urban")
      city.clock.advance(days: 4)
      let late = try await city.post("officer-urban", "orders/\(order)/return", ["reason": "not-ours", "basis": "不是我们的。"], status: 409)
      #expect(late.words.contains("2026年3月4日 09:00"))
    }
  }
}
