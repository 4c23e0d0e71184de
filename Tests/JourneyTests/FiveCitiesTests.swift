import TestKit
import Testing
import Web

/// Each of the source cities runs by its own profile alone; the numbers are those of docs/sources.md.
@Suite struct FiveCitiesTests {
  @Test("003: transferred within four hours, straight to the township, three offices rule", arguments: TestDatabases.each)
  func fourHours(_ engine: TestEngine) async throws {
    let people = [
      Resident("officer-jinling", .officer, "jinling"), Resident("county", .intake, "linzi"),
      Resident("discipline", .discipline, "discipline"),
      Resident("staffing", .staffing, "staffing"),
    ]
    try await City.open(engine, "zibo-2020", at: "2020-06-01T09:00:00+08:00", people) { city in
      let order = try await city.raise(try await city.record("集市占道。"), kind: "complaint", title: "占道")
      #expect(try await city.deadline(order, "transfer").hasPrefix("2020-06-01T14:30"))
      try await city.dispatch(order, to: "jinling")
      #expect(try await city.deadline(order, "handling").hasPrefix("2020-06-08T09:00"))
      #expect(try await city.get("county", "orders/\(order)")["unit"]?.text == "jinling")
      try await city.post("county", "orders/\(order)/urging", ["text": "请尽快。"])
      let body: JSONValue = ["kind": "three-party", "orders": [.text(order)], "cause": "passed-on", "text": "镇和局互相推。"]
      let number = try await city.post("supervisor", "measures", body, status: 201).number
      let ruling: JSONValue = ["result": "ruling", "unit": "urban", "category": "城乡建设/街面秩序/占道经营", "text": "由城管局负责。"]
      for office in ["discipline", "staffing", "supervisor"] {
        try await city.post("supervisor", "measures/\(number)/decision", ruling, status: 409)
        try await city.post(office, "measures/\(number)/file")
        try await city.post(office, "measures/\(number)/opinion", ["text": "同意。"])
        try await city.post(office, "measures/\(number)/signature")
      }
      try await city.post("supervisor", "measures/\(number)/decision", ruling)
      try await city.verify()
    }
  }

  @Test("003: what is urgent is dispatched on receipt; what is not finished is reported again", arguments: TestDatabases.each)
  func onReceipt(_ engine: TestEngine) async throws {
    try await City.open(engine, "zibo-2020", at: "2020-06-01T09:00:00+08:00", [Resident("officer-cable", .officer, "cable-tv")]) { city in
      let appeal = try await city.record("有线电视费退不了。")
      let urgent: JSONValue = [
        "kind": "help", "category": "科技与信息产业/广播电视/有线电视收费", "urgency": "urgent", "title": "退费", "text": "请办理。",
      ]
      let order = try await city.post("agent", "appeals/\(appeal)/orders", urgent, status: 201).number
      #expect(try await city.deadline(order, "transfer").hasPrefix("2020-06-01T09:00"))
      try await city.dispatch(order, to: "cable-tv")
      try await city.sign(order, by: "officer-cable")
      try await city.feedBack(order, by: "officer-cable", outcome: "unresolved", reply: "正在与总公司协调。")
      _ = try await city.pass(order)
      #expect(try await city.callBack(order, appeal, solved: false) != "closed")
      try await city.verify()
    }
  }

  @Test(
    "004: the head of the unit, the leader who answered and the office review in turn; a contact point has five working days",
    arguments: TestDatabases.each)
  func leadersOrder(_ engine: TestEngine) async throws {
    let people = [
      Resident("mayor", .leader, "jining"), Resident("officer-gas", .officer, "gas-firm"), Resident("head-gas", .leader, "gas-firm"),
    ]
    try await City.open(engine, "jining-2013", at: "2013-06-03T09:00:00+08:00", people) { city in
      let appeal = try await city.record("燃气开通等了一个月。")
      let demand: JSONValue = [
        "kind": "complaint", "category": "城乡建设/供气/燃气开通", "title": "燃气开通", "text": "请办理。", "answered_by": "mayor",
      ]
      let order = try await city.post("agent", "appeals/\(appeal)/orders", demand, status: 201).number
      try await city.dispatch(order, to: "gas-firm")
      #expect(try await city.deadline(order, "handling").hasPrefix("2013-06-08"), "a Saturday worked for the Dragon Boat days")
      try await city.sign(order, by: "officer-gas")
      try await city.feedBack(order, by: "officer-gas")
      let early = try await city.post("dispatcher", "orders/\(order)/review", ["decision": "pass"], status: 409)
      #expect(early.words.contains("head-reviews-first"))
      let pass: JSONValue = ["decision": "pass"]
      #expect(try await city.post("mayor", "orders/\(order)/review", pass, status: 409).words.contains("head-reviews-first"))
      #expect(try await city.get("head-gas", "orders/\(order)").possible.contains("head-review"))
      #expect(
        try await city.post("head-gas", "orders/\(order)/head-review", ["decision": "reject", "reason": "请写明停气时段。"]).state == "handling")
      try await city.feedBack(order, by: "officer-gas")
      #expect(try await city.post("head-gas", "orders/\(order)/head-review", pass).state == "review")
      #expect(try await city.events(order).last == "headReviewed")
      try await city.post("head-gas", "orders/\(order)/head-review", pass, status: 403)
      #expect(try await city.post("dispatcher", "orders/\(order)/review", pass, status: 409).words.contains("leader-reviews-first"))
      #expect(try await city.pass(order, by: "mayor") == "review")
      try await city.post("mayor", "orders/\(order)/review", ["decision": "pass"], status: 403)
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      try await city.verify()
    }
  }

  @Test("002: one leads, another assists; the citizen is told of the extension; closed, it is re-checked", arguments: TestDatabases.each)
  func extensionTold(_ engine: TestEngine) async throws {
    let people = [Resident("officer-urban", .officer, "urban"), Resident("officer-power", .officer, "power-firm")]
    try await City.open(engine, "hengshui-2019", at: "2019-06-03T09:00:00+08:00", people) { city in
      let appeal = try await city.record("路灯一年不亮。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "urban", assist: ["power-firm"])
      let tasks = try await city.get("officer-power", "orders").items.map(\.number)
      let task = try #require(tasks.first { $0 != order })
      try await city.sign(task, by: "officer-power")
      try await city.feedBack(task, by: "officer-power", reply: "电源已接通。")
      try await city.sign(order, by: "officer-urban")
      #expect(try await city.pass(task, by: "officer-urban") == "closed")
      try await city.post("officer-urban", "orders/\(order)/extension", ["days": 5, "reason": "works", "text": "等灯具到货。"])
      try await city.post("dispatcher", "orders/\(order)/extension-decision", ["decision": "grant"])
      try await city.hotline.courier.deliverAll()
      #expect(try await city.notices(of: order).contains { $0.contains("新的期限是2019年") && $0.contains("原因") })
      try await city.feedBack(order, by: "officer-urban")
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      let check: JSONValue = ["where": "site", "result": "confirmed", "note": "灯亮了。"]
      #expect(try await city.post("followup", "orders/\(order)/recheck", check).state == "closed")
      try await city.verify()
    }
  }

  @Test("000: what should have been done and was not is supervised by several together", arguments: TestDatabases.each)
  func jointSupervision(_ engine: TestEngine) async throws {
    let people = [Resident("officer-urban", .officer, "urban"), Resident("officer-housing", .officer, "housing")]
    try await City.open(engine, "heze-2015", at: "2015-06-01T09:00:00+08:00", people) { city in
      let appeal = try await city.record("牡丹园停车难。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "urban")
      let body: JSONValue = [
        "kind": "joint", "orders": [.text(order)], "units": ["urban", "housing"], "cause": "should-have-done", "text": "该办未办。",
      ]
      let number = try await city.post("supervisor", "measures", body, status: 201).number
      try await city.post("officer-urban", "measures/\(number)/answer", ["text": "已增设车位。"])
      try await city.post("officer-housing", "measures/\(number)/answer", ["text": "已配合。"])
      #expect(try await city.post("supervisor", "measures/\(number)/acceptance").state == "closed")
      try await city.sign(order, by: "officer-urban")
      try await city.feedBack(order, by: "officer-urban")
      #expect(try await city.pass(order) == "callback", "every one is called back")
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      try await city.verify()
    }
  }

  @Test("001: the water firm's duty seat in the hall dispatches straight to it", arguments: TestDatabases.each)
  func dutySeat(_ engine: TestEngine) async throws {
    let people = [Resident("seat", .agent, "hotline", group: "duty-water"), Resident("officer-water", .officer, "water-firm")]
    try await City.open(engine, "heze-2021", at: "2021-06-07T09:00:00+08:00", people) { city in
      let order = try await city.raise(try await city.record("水管爆了。"), category: "城乡建设/供水/水管爆裂", title: "水管爆裂")
      try await city.post("agent", "orders/\(order)/direct-dispatch", ["unit": "water-firm"], status: 422)
      #expect(try await city.post("seat", "orders/\(order)/direct-dispatch", ["unit": "water-firm"]).state == "pending-signature")
      #expect(try await city.deadline(order, "sign").hasPrefix("2021-06-07T09:15"))
      try await city.sign(order, by: "officer-water")
      try await city.verify()
    }
  }
}
