import App
import CaseFile
import Casework
import Store
import TestKit
import Testing
import Web
import Workdays

/// What happens by itself, on a clock that the test moves.
@Suite struct ClockTests {
  private func orders(_ city: City, _ count: Int = 1) async throws -> [String] {
    var orders: [String] = []
    for index in 0..<count {
      let order = try await city.raise(try await city.record("路灯不亮，第 \(index) 盏。"))
      try await city.dispatch(order, to: "urban")
      orders.append(order)
    }
    return orders
  }

  /// The rungs that an order has come to, in order, by their codes.
  private func reached(_ city: City, _ order: String) async throws -> [String] {
    let bodies = try await city.hotline.ledger.look { sql, _ in
      try sql.query(
        "SELECT e.body FROM events e JOIN orders o ON o.id = e.id WHERE e.stream = 'order' AND o.number = $1 ORDER BY e.version",
        [.text(order)]
      ) { $0.text(0) }
    }
    return try bodies.compactMap { try JSONParser.parse(Array($0.utf8))["rungReached"]?["rung"]?.text }
  }

  private func card(_ city: City, _ order: String) async throws -> String? {
    try await city.get("supervisor", "orders/\(order)")["card"]?["colour"]?.text
  }

  @Test("yellow one working day before, red on the first day overdue, each once", arguments: TestDatabases.each)
  func cards(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await orders(city)[0]
      try await city.sign(order, by: "officer-urban")
      // Dispatched on Monday the 2nd at 09:00 with five working days: until Monday the 9th at 09:00.
      try await move(city, to: "2026-03-06T08:59:00+08:00")
      #expect(try await card(city, order) == nil)
      try await move(city, to: "2026-03-06T09:00:00+08:00")
      #expect(try await card(city, order) == "yellow")
      #expect(try await reached(city, order) == ["yellow-card@-1wd"])
      try await move(city, to: "2026-03-10T08:29:00+08:00")
      #expect(try await card(city, order) == "yellow")
      try await move(city, to: "2026-03-10T08:30:00+08:00")
      #expect(try await card(city, order) == "red")
      for _ in 0..<3 { try await city.hotline.clocks.keep(at: city.clock.now) }
      #expect(try await reached(city, order) == ["yellow-card@-1wd", "red-card@next-day", "urge@next-day"])
      #expect(try await city.get("supervisor", "orders/\(order)")["urges"] == 1)
      try await city.hotline.courier.deliverAll()
      try await city.verify()
    }
  }

  @Test("server time that steps back fires nothing twice and skips nothing", arguments: TestDatabases.each)
  func back(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await orders(city)[0]
      try await city.sign(order, by: "officer-urban")
      try await move(city, to: "2026-03-06T09:00:00+08:00")
      try await move(city, to: "2026-03-02T09:00:00+08:00")
      try await move(city, to: "2026-03-06T09:00:00+08:00")
      #expect(try await reached(city, order) == ["yellow-card@-1wd"])
      try await move(city, to: "2026-03-12T09:00:00+08:00")
      #expect(try await reached(city, order).prefix(3) == ["yellow-card@-1wd", "red-card@next-day", "urge@next-day"])
      try await city.verify()
    }
  }

  @Test("two nodes at once and one after a restart reach each rung once", arguments: TestDatabases.each)
  func nodes(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let orders = try await orders(city, 20)
      try city.clock.set("2026-03-03T09:00:00+08:00")
      let (one, other, now) = (city.hotline.clocks, ClockKeeper(ledger: city.hotline.ledger), city.clock.now)
      async let first = one.keep(at: now)
      async let second = other.keep(at: now)
      #expect(try await first + second == orders.count)
      #expect(try await ClockKeeper(ledger: city.hotline.ledger).keep(at: now) == 0)
      for order in orders {
        #expect(try await city.events(order).filter { $0 == "signedByClock" }.count == 1)
      }
      try await city.verify()
    }
  }

  @Test("what is due is done in the order of time", arguments: TestDatabases.each)
  func late(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await orders(city)[0]
      try await move(city, to: "2026-03-20T09:00:00+08:00")
      #expect(
        try await city.events(order).suffix(6) == ["signedByClock", "rungReached", "rungReached", "rungReached", "urged", "rungReached"])
      #expect(try await reached(city, order) == ["yellow-card@-1wd", "red-card@next-day", "urge@next-day", "notice@+3wd"])
      try await city.verify()
    }
  }

  @Test("a pause puts the rungs off, an extension sets them anew", arguments: TestDatabases.each)
  func moved(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await orders(city)[0]
      try await city.sign(order, by: "officer-urban")
      try await city.post("officer-urban", "orders/\(order)/suspension", ["reason": "works"])
      #expect(try await wakes(city, order, "handling") == nil)
      try await move(city, to: "2026-03-04T09:00:00+08:00")
      try await city.post("officer-urban", "orders/\(order)/resumption")
      #expect(try await wakes(city, order, "handling") == "2026-03-10T09:00:00+08:00")
      try await move(city, to: "2026-03-10T09:30:00+08:00")
      #expect(try await card(city, order) == "yellow")
      try await city.post("officer-urban", "orders/\(order)/extension", ["days": 3, "reason": "complex"])
      try await city.post("dispatcher", "orders/\(order)/extension-decision", ["decision": "grant"])
      #expect(try await card(city, order) == nil)
      #expect(try await wakes(city, order, "handling") == "2026-03-13T09:00:00+08:00")
      try await city.feedBack(order, by: "officer-urban")
      #expect(try await wakes(city, order, "handling") == nil)
      try await city.verify()
    }
  }

  @Test("a sleeping keeper wakes early for what is nearer", arguments: TestDatabases.each)
  func alarm(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let alarm = city.hotline.ledger.alarm
      alarm.listen(until: city.clock.now.adding(days: 30))
      let sleeper = Task { await alarm.wait(atMost: .seconds(60)) }
      _ = try await orders(city)
      await sleeper.value
      let keeper = Task { await city.hotline.clocks.run() }
      keeper.cancel()
      await keeper.value
    }
  }

  @Test("a promise to the citizen is a clock of its own", arguments: TestDatabases.each)
  func promise(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await orders(city)[0]
      try await city.sign(order, by: "officer-urban")
      let path = "orders/\(order)/commitment"
      try await city.post("officer-urban", path, ["until": "2026-03-02T08:00:00+08:00"], status: 422)
      let over = try await city.post("officer-urban", path, ["until": "2026-03-09T09:01:00+08:00"], status: 422)
      #expect(over.words.contains("不能晚于期限"))
      try await city.post("officer-urban", path, ["until": "2026-03-04T17:30:00+08:00", "text": "更换灯泡"])
      #expect(try await city.deadline(order, "commitment") == "2026-03-04T17:30:00+08:00")
      try await city.hotline.courier.deliverAll()
      #expect(try await city.notices(of: order).contains { $0.contains("承诺在2026年3月4日17时30分前办好：更换灯泡") })
      try await move(city, to: "2026-03-04T17:31:00+08:00")
      #expect(try await reached(city, order) == ["alert@-1h", "urge@+1m"])
      try await city.verify()
    }
  }

  @Test("a database from before there were rows of clocks gets them when it is opened", arguments: TestDatabases.each)
  func older(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await orders(city, 3)[0]
      try await city.hotline.ledger.database.write { sql in
        // As an older program left it: no rows, and folds and events without rungs.
        let rungs = #"UPDATE orders SET fold = replace(fold, ',"rungs":["', ',"older":["')"#
        try sql.execute(rungs)
        try sql.execute("DELETE FROM clocks")
        try sql.execute("INSERT INTO checkpoints (projector, position) SELECT 'clock-rows', min(id) - 1 FROM orders")
      }
      try await city.hotline.clocks.enrol()
      try await move(city, to: "2026-03-03T09:00:00+08:00")
      #expect(try await city.events(order).suffix(2) == ["recomputed", "signedByClock"])
      #expect(try await wakes(city, order, "handling") == "2026-03-06T09:00:00+08:00")
      try await city.verify()
    }
  }

  private func move(_ city: City, to time: String) async throws {
    try city.clock.set(time)
    try await city.hotline.clocks.keep(at: city.clock.now)
  }

  private func wakes(_ city: City, _ order: String, _ kind: String) async throws -> String? {
    let wake = try await city.hotline.ledger.look { sql, _ in
      try sql.first(
        "SELECT c.wake_at FROM clocks c JOIN orders o ON o.id = c.order_id WHERE o.number = $1 AND c.kind = $2",
        [.text(order), .text(kind)]
      ) { $0.intOrNil(0) }
    }
    return wake?.map { Moment(milliseconds: $0).iso8601 }
  }
}
