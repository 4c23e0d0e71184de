import CaseFile
import Casework
import TestKit
import Testing
import Web

/// What the clocks have to say stands on people's desks until they have seen it.
@Suite struct AlertTests {
  private func alerts(_ city: City, _ who: String) async throws -> [JSONValue] { try await city.get(who, "alerts").items }

  private func critical(_ city: City) async throws -> String {
    let appeal = try await city.record("煤气管道漏气。")
    let body: JSONValue = [
      "kind": "help", "category": "城乡建设/公用设施/路灯", "urgency": "critical", "title": "煤气泄漏", "text": "请立即处置。",
    ]
    return try await city.post("agent", "appeals/\(appeal)/orders", body, status: 201).number
  }

  @Test("a critical order that nobody dispatches stands on the desks of those who must hear of it", arguments: TestDatabases.each)
  func shown(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await critical(city)
      #expect(try await alerts(city, "dispatcher").isEmpty)
      city.clock.advance(minutes: 6)
      try await city.hotline.clocks.keep(at: city.clock.now)
      for _ in 0..<2 { try await city.hotline.courier.deliverAll() }
      let mine = try await alerts(city, "dispatcher")
      #expect(mine.count == 1 && mine[0]["order"]?.text == order && mine[0]["what"]?.text == "alert")
      #expect(mine[0]["title"]?.text == "煤气泄漏")
      #expect(try await alerts(city, "shift-leader").count == 1)
      #expect(try await alerts(city, "officer-urban").isEmpty)
      guard case .whole(let id)? = mine[0]["id"] else { return }
      try await city.post("officer-urban", "alerts/\(id)/acknowledgement", status: 404)
      try await city.post("dispatcher", "alerts/\(id)/acknowledgement")
      #expect(try await alerts(city, "dispatcher").isEmpty)
      #expect(try await alerts(city, "shift-leader").count == 1, "each person sees it for themselves")
      try await city.dispatch(order, to: "urban")
      #expect(try await alerts(city, "shift-leader").isEmpty, "once its clock has stopped it is moot")
      try await city.verify()
    }
  }

  @Test("of one clock only the last word stands there, and seeing it is seeing the words before", arguments: TestDatabases.each)
  func lastWord(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯不亮。"))
      let id = try await city.hotline.ledger.look { sql, _ in
        OrderID(try sql.first("SELECT id FROM orders WHERE number = $1", [.text(order)]) { $0.int(0) } ?? 0)
      }
      for what in [Rung.What.yellowCard, .redCard] {
        try await city.hotline.alerts.take(
          StaffAlert(
            order: id, number: order, clock: .transfer, what: what, urgency: .normal, to: [.init(.supervisor, at: "hotline")],
            due: city.clock.now))
        city.clock.advance(minutes: 1)
      }
      let mine = try await alerts(city, "supervisor")
      #expect(mine.count == 1 && mine[0]["what"]?.text == Rung.What.redCard.rawValue)
      guard case .whole(let seen)? = mine.first?["id"] else { return }
      try await city.post("supervisor", "alerts/\(seen)/acknowledgement")
      #expect(try await alerts(city, "supervisor").isEmpty)
    }
  }

  @Test("an alert that nobody at its unit would hear of is named to the administrator", arguments: TestDatabases.each)
  func unheard(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯不亮。"))
      let id = try await city.hotline.ledger.look { sql, _ in
        OrderID(try sql.first("SELECT id FROM orders WHERE number = $1", [.text(order)]) { $0.int(0) } ?? 0)
      }
      let alert = StaffAlert(
        order: id, number: order, clock: .handling, what: .notice, urgency: .normal,
        to: [.init(.officer, at: "nowhere"), .init(.supervisor, at: "hotline")], due: city.clock.now)
      try await city.hotline.alerts.take(alert)
      let named = try await alerts(city, "admin")
      #expect(named.count == 1 && named[0]["lacking"]?.text == "nowhere" && named[0]["title"]?.text == "")
      let nobody = StaffAlert(
        order: id, number: order, clock: .handling, what: .notice, urgency: .normal, to: [], due: city.clock.now.adding(minutes: 1))
      try await city.hotline.alerts.take(nobody)
      #expect(try await alerts(city, "admin").count == 2)
    }
  }
}
