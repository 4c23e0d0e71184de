import TestKit
import Testing
import Web

@Suite struct DecisionTests {
  private static let cable = "科技与信息产业/广播电视/有线电视收费"

  /// An order in handling, with its appeal.
  private func handled(_ city: City) async throws -> (appeal: String, order: String) {
    let appeal = try await city.record("有线电视多收费。")
    let order = try await city.raise(appeal, category: Self.cable, kind: "complaint", title: "有线电视费")
    try await city.dispatch(order, to: "cable-tv")
    try await city.sign(order, by: "officer-cable-tv")
    return (appeal, order)
  }

  @Test("whoever decides against somebody says why", arguments: TestDatabases.each)
  func reasons(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let (_, order) = try await handled(city)
      let odd = try await city.post("officer-cable-tv", "orders/\(order)/extension", ["days": 2, "reason": "tired"], status: 422)
      #expect(odd.words.contains("\"reason\"") && odd.words.contains("complex"))
      try await city.post("officer-cable-tv", "orders/\(order)/extension", ["days": 2, "reason": "complex"])
      let bare: JSONValue = ["decision": "refuse"]
      #expect(try await city.post("dispatcher", "orders/\(order)/extension-decision", bare, status: 422).words.contains("请写明理由"))
      try await city.post("dispatcher", "orders/\(order)/extension-decision", ["decision": "refuse", "reason": "可按期办结。"])
      try await city.feedBack(order, by: "officer-cable-tv")
      #expect(try await city.post("dispatcher", "orders/\(order)/review", ["decision": "reject"], status: 422).words.contains("\"reason\""))
      try await city.post("dispatcher", "orders/\(order)/review", ["decision": "reject", "reason": "没有答复退费。"])
      try await city.post("officer-cable-tv", "orders/\(order)/return", ["reason": "not-ours", "basis": "三定方案"])
      #expect(try await city.post("dispatcher", "orders/\(order)/ruling", ["decision": "reject"], status: 422).words.contains("\"note\""))
      try await city.post("dispatcher", "orders/\(order)/ruling", ["decision": "reject", "note": "三定方案第五条。"])
      try await city.verify()
    }
  }

  @Test("more time that was asked for ends with the answer", arguments: TestDatabases.each)
  func staleExtension(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let (appeal, order) = try await handled(city)
      try await city.post("officer-cable-tv", "orders/\(order)/extension", ["days": 2, "reason": "complex"])
      try await city.feedBack(order, by: "officer-cable-tv")
      let clocks = try await city.get("supervisor", "orders/\(order)")
      #expect(clocks["due_at"] == nil, "nothing runs while the answer is reviewed: \(clocks.words)")
      #expect(!clocks.possible.contains("extension-decision"))
      #expect(try await city.pass(order) == "callback")
      _ = try await city.callBack(order, appeal, solved: false)
      try await city.sign(order, by: "officer-cable-tv")
      // Handled anew, it may be asked for anew.
      try await city.post("officer-cable-tv", "orders/\(order)/extension", ["days": 1, "reason": "complex"])
      try await city.verify()
    }
  }

  @Test("whoever dispatched calls in another unit later, too", arguments: TestDatabases.each)
  func laterAssistance(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let (_, order) = try await handled(city)
      for who in ["dispatcher", "supervisor"] { #expect(try await city.get(who, "orders/\(order)").possible.contains("assist")) }
      try await city.post("dispatcher", "orders/\(order)/assistance", ["unit": "market", "text": "请核对收费公示。"])
      #expect(try await city.events(order).contains("assisted"))
      try await city.verify()
    }
  }

  @Test("a refusal says what the case itself says is possible", arguments: TestDatabases.each)
  func possible(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let (_, order) = try await handled(city)
      for who in ["dispatcher", "officer-cable-tv"] {
        let offered = try await city.get(who, "orders/\(order)").possible
        let path = who == "dispatcher" ? "dispatch" : "signature"
        let refused = try await city.post(who, "orders/\(order)/\(path)", who == "dispatcher" ? ["unit": "urban"] : [:], status: 409)
        #expect(refused.possible == offered && !offered.contains("collect"))
      }
    }
  }

  @Test("a continued report is due at the very moment that was named; the last one is how it ended", arguments: TestDatabases.each)
  func lastReport(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let (appeal, order) = try await handled(city)
      try await city.feedBack(order, by: "officer-cable-tv", outcome: "unresolved", reply: "系统升级后退费。")
      _ = try await city.pass(order)
      _ = try await city.callBack(order, appeal, solved: false)
      let path = "orders/\(order)/continued-report"
      let late: JSONValue = ["public_reply": "正在对账。", "next_due": "2026-03-01T09:00:00+08:00"]
      #expect(try await city.post("officer-cable-tv", path, late, status: 422).words.contains("next_due"))
      try await city.post("officer-cable-tv", path, ["public_reply": "正在对账。", "next_due": "2026-03-09T10:00:00+08:00"])
      #expect(try await city.deadline(order, "continued-report") == "2026-03-09T10:00:00+08:00")
      city.clock.advance(days: 1)
      try await city.post("officer-cable-tv", path, ["public_reply": "已全部办完。", "finished": true])
      #expect(try await city.callBack(order, appeal, solved: false) == "continued-report")
      #expect(!(try await city.get("supervisor", "orders/\(order)")).words.contains("已全部办完"), "the citizen says that it is not")
      try await city.post("officer-cable-tv", path, ["public_reply": "已退费288元。", "finished": true])
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      let ended = try await city.get("supervisor", "orders/\(order)")
      #expect(ended.words.contains("已退费288元") && ended["ending"] == "solved")
      try await city.verify()
    }
  }

  @Test("a confidential order hides its reporter in what others wrote, too", arguments: TestDatabases.each)
  func reporter(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("我是李晓明，工地夜间施工。", caller: "李晓明", more: [.init("confidential", true)])
      let body: JSONValue = [
        "kind": "report", "category": "环境保护/噪声/施工噪声", "title": "李晓明举报夜间施工", "text": "举报人李晓明反映夜间施工，请核实。",
      ]
      let order = try await city.post("agent", "appeals/\(appeal)/orders", body, status: 201).number
      try await city.post("dispatcher", "orders/\(order)/dispatch", ["unit": "environment", "note": "李晓明来电。"])
      try await city.sign(order, by: "officer-environment")
      try await city.post("dispatcher", "orders/\(order)/note", ["text": "可联系李晓明。"])
      for path in ["", "/events"] {
        #expect(!(try await city.get("officer-environment", "orders/\(order)\(path)")).words.contains("李晓明"), "\(path)")
      }
      #expect(try await city.get("officer-environment", "orders/\(order)").words.contains("举报人李**反映"))
      try await city.verify()
    }
  }
}
