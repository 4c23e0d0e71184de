import TestKit
import Testing
import Web

@Suite struct CallbackTests {
  @Test("unsatisfied, redone, unsatisfied again, supervised", arguments: TestDatabases.each)
  func redone(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("垃圾没人清。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "urban")
      try await city.sign(order, by: "officer-urban")
      try await city.feedBack(order, by: "officer-urban")
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.callBack(order, appeal, solved: false) == "pending-signature")
      #expect(try await city.deadline(order, "redo").hasPrefix("2026-03-05"))
      try await city.sign(order, by: "officer-urban")
      try await city.feedBack(order, by: "officer-urban")
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.callBack(order, appeal, solved: false) == "pending-dispatch")
      #expect(try await city.get("supervisor", "orders/\(order)").words.contains("\"supervisions\":1"))
      try await city.verify()
    }
  }

  @Test("the cable-fee case is closed only by continued report", arguments: TestDatabases.each)
  func continuedReport(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("停机后还在扣有线电视费。")
      let order = try await city.raise(appeal, category: "科技与信息产业/广播电视/有线电视收费", kind: "complaint", title: "有线电视费")
      try await city.dispatch(order, to: "cable-tv")
      try await city.sign(order, by: "officer-cable-tv")
      try await city.feedBack(order, by: "officer-cable-tv", outcome: "unresolved", reply: "系统升级后退费。")
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.callBack(order, appeal, solved: false) == "continued-report")
      try await city.post("officer-cable-tv", "orders/\(order)/continued-report", ["public_reply": "正在对账。"], status: 422)
      let next = city.clock.now.adding(days: 10).iso8601
      #expect(
        try await city.post("officer-cable-tv", "orders/\(order)/continued-report", ["public_reply": "正在对账。", "next_due": .text(next)])
          .state == "continued-report")
      city.clock.advance(days: 9)
      let done = try await city.post(
        "officer-cable-tv", "orders/\(order)/continued-report", ["public_reply": "已退费288元。", "finished": true])
      #expect(done.state == "callback")
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      #expect(try await city.post("supervisor", "orders/\(order)/archive").state == "archived")
      try await city.verify()
    }
  }

  @Test("forty callers about one burst pipe: one order, each called back", arguments: TestDatabases.each)
  func burstPipe(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      var appeals = [try await city.record("水管爆了，街上全是水。")]
      let order = try await city.raise(appeals[0], category: "城乡建设/供水/停水", title: "水管爆裂")
      try await city.dispatch(order, to: "water-firm")
      for index in 1..<40 {
        let appeal = try await city.record("人民路水管爆裂。", caller: "市民\(index)", phone: "1380000\(2000 + index)")
        try await city.post("agent", "appeals/\(appeal)/merger", ["into": .text(index % 2 == 0 ? order : appeals[0])])
        appeals.append(appeal)
      }
      try await city.sign(order, by: "officer-water-firm")
      try await city.feedBack(order, by: "officer-water-firm")
      #expect(try await city.pass(order) == "callback")
      for (index, appeal) in appeals.enumerated() {
        #expect(try await city.callBack(order, appeal, solved: true) == (index == 39 ? "closed" : "callback"))
      }
      try await city.hotline.courier.deliverAll()
      #expect(try await city.notices(of: order).count >= 40)
      #expect(try await city.get("dispatcher", "orders").items.count == 1)
      try await city.verify()
    }
  }

  @Test("reached by nobody three times, it closes without an answer", arguments: TestDatabases.each)
  func unreachable(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("路灯不亮。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "urban")
      try await city.sign(order, by: "officer-urban")
      try await city.feedBack(order, by: "officer-urban")
      _ = try await city.pass(order)
      let unreached: JSONValue = ["appeal": .text(appeal), "reached": false]
      #expect(try await city.post("followup", "orders/\(order)/callback", unreached).state == "callback")
      #expect(try await city.post("followup", "orders/\(order)/callback", unreached).state == "callback")
      #expect(try await city.post("followup", "orders/\(order)/callback", unreached).state == "closed")
      try await city.post("followup", "orders/\(order)/recheck", ["where": "site", "result": "redo", "note": "现场未修。"])
      #expect(try await city.get("officer-urban", "orders/\(order)").state == "pending-signature")
      try await city.verify()
    }
  }
}
