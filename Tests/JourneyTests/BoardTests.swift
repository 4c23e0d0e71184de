import CaseFile
import Casework
import Supervision
import TestKit
import Testing
import Web

/// The board, what opens by itself, and many callers about one thing.
@Suite struct BoardTests {
  @Test("the board shows what will be late, and urges several at once", arguments: TestDatabases.each)
  func board(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      var orders: [String] = []
      for index in 0..<3 { orders.append(try await city.raise(try await city.record("路灯\(index)不亮。"))) }
      for order in orders { try await city.dispatch(order, to: "urban") }
      let lane = { (board: JSONValue, name: String) -> [String] in
        guard case .list(let lanes)? = board["lanes"], let lane = lanes.first(where: { $0["lane"]?.text == name }),
          case .list(let rows)? = lane["orders"]
        else { return [] }
        return rows.map(\.number)
      }
      let before = try await city.get("supervisor", "supervision")
      let all = ["soon", "today", "tomorrow"].flatMap { lane(before, $0) }
      #expect(Set(all) == Set(orders))
      let urged = try await city.post(
        "supervisor", "supervision/urging", ["orders": .list((orders + ["YX260302-W1-AAAA"]).map { .text($0) }), "text": "抓紧。"])
      #expect(urged["urged"]?[2] != nil && urged["skipped"]?[0]?.text == "YX260302-W1-AAAA")
      #expect(try await city.get("supervisor", "orders/\(orders[0])").words.contains("\"urges\":1"))
      city.clock.advance(days: 20)
      let after = try await city.get("leader", "supervision")
      #expect(Set(lane(after, "late") + lane(after, "red")) == Set(orders))
      #expect(after["units"]?[0]?["unit"]?.text == "urban" && after["units"]?[0]?["late"] == .whole(3))
      #expect(lane(try await city.get("intake", "supervision"), "late").isEmpty, "a county sees its own only")
      try await city.get("officer-urban", "supervision", status: 403)
    }
  }

  @Test(
    "a rung of the ladder opens a notice once; the county above takes it up; criticism waits for a leader", arguments: TestDatabases.each)
  func byRung(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯不亮。"))
      try await city.dispatch(order, to: "stone-gate")
      let id = try await city.hotline.ledger.look { sql, _ in
        OrderID(try sql.first("SELECT id FROM orders WHERE number = $1", [.text(order)]) { $0.int(0) } ?? 0)
      }
      let opener = RungMeasures(ledger: city.hotline.ledger)
      for what in [Rung.What.notice, .notice, .escalate, .escalate, .publish, .urge, .redCard] {
        let alert = StaffAlert(
          order: id, number: order, clock: .handling, what: what, urgency: .normal, to: [.init(.supervisor, at: "hotline")],
          due: city.clock.now)
        try await opener.take(alert)
      }
      let kinds = try await city.get("supervisor", "measures?order=\(order)").items.compactMap { $0["kind"]?.text }
      #expect(kinds.sorted() == ["criticism", "escalation", "notice"])
      #expect(try await city.events(order).count { $0 == "supervised" } == 2, "notice and escalation mark the order, a draft does not")
      #expect(try await city.get("officer-stone-gate", "measures").items.count == 1, "the draft of a criticism stays inside")
      #expect(try await city.get("officer-west-hill", "measures?unit=west-hill").items.first?["kind"]?.text == "escalation")
      try await city.verify()
    }
  }

  @Test("an incident is offered, declared, its callers linked, told once and called back", arguments: TestDatabases.each)
  func incident(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let more: [JSONValue.Member] = [.init("category", "城乡建设/供水/停水"), .init("area", "lakeside"), .init("kind", "help")]
      var appeals: [String] = []
      for index in 0..<9 { appeals.append(try await city.record("停水了\(index)。", phone: "1380000\(3000 + index)", more: more)) }
      let offered = try await city.get("supervisor", "supervision")["incidents"]?[0]
      #expect(offered?["category"]?.text == "城乡建设/供水/停水" && offered?["count"] == .whole(9))
      let order = try await city.raise(appeals[0], category: "城乡建设/供水/停水", title: "停水")
      try await city.dispatch(order, to: "water-firm")
      let number = try await city.post("supervisor", "measures", ["kind": "incident", "orders": [.text(order)]], status: 201).number
      let rest = appeals.dropFirst()
      try await city.post("supervisor", "measures/\(number)/links", ["appeals": .list(rest.prefix(4).map { .text($0) })], status: 403)
      try await city.post("agent", "measures/\(number)/links", ["appeals": .list(rest.prefix(4).map { .text($0) })])
      try await city.post("supervisor", "measures/\(number)/broadcast", ["text": "主管爆裂，今晚八点恢复供水。"])
      try await city.hotline.courier.deliverAll()
      try await city.post("agent", "measures/\(number)/links", ["appeals": .list(rest.dropFirst(4).map { .text($0) })])
      #expect(try await city.notices(of: order).count { $0.contains("今晚八点") } == 9, "each is told once, the late callers too")
      #expect(try await city.get("dispatcher", "orders").items.count == 1)
      try await city.post("agent", "measures/\(number)/links", ["appeals": [.text(appeals[0])]], status: 409)
      try await city.sign(order, by: "officer-water-firm")
      try await city.feedBack(order, by: "officer-water-firm")
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.post("supervisor", "measures/\(number)/acceptance").state == "closed")
      try await city.verify()
    }
  }
}
