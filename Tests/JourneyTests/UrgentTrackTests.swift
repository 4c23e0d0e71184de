import App
import CaseFile
import Casework
import Store
import TestKit
import Testing
import Web
import Workdays

/// The urgent track (source 003): a fire at a chemical plant, settled in fifteen minutes.
@Suite struct UrgentTrackTests {
  @Test(
    "people are told in minutes and ever higher until somebody answers; fifteen minutes from call to end", arguments: TestDatabases.each)
  func fire(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("化工厂冒出浓烟，有明火！", more: [.init("life_risk", true)])
      let order = try await city.post(
        "agent", "appeals/\(appeal)/orders",
        [
          "kind": "help", "category": "城乡建设/安全生产/事故处理", "urgency": "critical", "title": "化工厂起火",
          "text": "请立即到场处置并疏散群众。",
        ], status: 201
      ).number
      city.clock.advance(minutes: 1)
      try await city.dispatch(order, to: "environment")
      try await tick(city, 5)
      #expect(try await told(city) == ["alert: officer@environment shift-leader@hotline"])
      try await tick(city, 5)
      #expect(try await told(city).last == "alert: officer@environment dispatcher@hotline supervisor@hotline")
      try await city.sign(order, by: "officer-environment")
      try await tick(city, 1)
      try await city.post("officer-environment", "orders/\(order)/contact", ["result": "reached"])
      try await city.feedBack(order, by: "officer-environment", reply: "明火已扑灭，群众安全。")
      city.clock.advance(minutes: 1)
      #expect(try await city.pass(order) == "callback")
      city.clock.advance(minutes: 2)
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      #expect(city.clock.now == (try Moment(iso8601: "2026-03-02T09:15:00+08:00")))
      try await tick(city, 600)
      #expect(try await told(city).count == 2, "whoever has answered is left in peace")
      try await city.hotline.courier.deliverAll()
      try await city.verify()
    }
  }

  @Test("nobody answers: the alerts climb to the city's leaders and never sign for the unit", arguments: TestDatabases.each)
  func silence(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("化工厂起火。")
      let order = try await city.post(
        "agent", "appeals/\(appeal)/orders",
        ["kind": "help", "category": "城乡建设/安全生产/事故处理", "urgency": "critical", "title": "起火", "text": "请处置。"], status: 201
      ).number
      try await city.dispatch(order, to: "environment")
      for _ in 0..<70 { try await tick(city, 1) }
      #expect(try await told(city).map { $0.prefix { $0 != ":" } } == ["alert", "alert", "escalate", "escalate", "escalate"])
      #expect(try await told(city).last?.contains("leader@yunxi") == true)
      #expect(try await city.get("supervisor", "orders/\(order)").state == "pending-signature")
      try await city.verify()
    }
  }

  private func tick(_ city: City, _ minutes: Int) async throws {
    city.clock.advance(minutes: minutes)
    try await city.hotline.clocks.keep(at: city.clock.now)
  }

  /// What waits in the outbox for colleagues: what it is and whom it tells.
  private func told(_ city: City) async throws -> [String] {
    let bodies = try await city.hotline.ledger.look { sql, _ in
      try sql.query("SELECT body FROM outbox WHERE topic = 'alert' ORDER BY id") { $0.text(0) }
    }
    return try bodies.map { body in
      let alert = try StoredJSON.decode(StaffAlert.self, from: body)
      return "\(alert.what.rawValue): \(alert.to.map { "\($0.role.rawValue)@\($0.unit)" }.joined(separator: " "))"
    }
  }
}
