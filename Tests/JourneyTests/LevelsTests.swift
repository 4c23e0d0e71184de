import TestKit
import Testing
import Web

@Suite struct LevelsTests {
  @Test("straight to the township; the county sees and supervises, others see nothing", arguments: TestDatabases.each)
  func township(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.record("村口道路塌陷。")
      let order = try await city.raise(appeal)
      try await city.dispatch(order, to: "stone-gate")
      #expect(try await city.get("officer-west-hill", "orders/\(order)").number == order)
      try await city.post("officer-west-hill", "orders/\(order)/signature", status: 403)
      try await city.get("officer-urban", "orders/\(order)", status: 404)
      try await city.get("intake", "orders/\(order)", status: 404)
      try await city.sign(order, by: "officer-stone-gate")
      try await city.post("officer-stone-gate", "orders/\(order)/delegation", ["unit": "stone-gate-station", "text": "请今天到现场。"])
      let task = try #require(try await city.get("officer-stone-gate-station", "orders").items.first).number
      try await city.sign(task, by: "officer-stone-gate-station")
      try await city.feedBack(task, by: "officer-stone-gate-station", reply: "已填平。")
      #expect(try await city.pass(task, by: "officer-stone-gate") == "closed")
      try await city.feedBack(order, by: "officer-stone-gate")
      #expect(try await city.pass(order) == "callback")
      #expect(try await city.callBack(order, appeal, solved: true) == "closed")
      try await city.verify()
    }
  }

  @Test("a county's own intake dispatches within its own subtree only", arguments: TestDatabases.each)
  func intakeRight(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let appeal = try await city.post(
        "intake", "appeals", ["channel": "walkin", "text": "楼道堆物。", "caller": ["name": "李四", "phone": "13900002222"]], status: 201
      ).number
      let order = try await city.post(
        "intake", "appeals/\(appeal)/orders",
        [
          "kind": "help", "category": "城乡建设/公用设施/路灯", "title": "楼道堆物", "text": "请清理。",
        ], status: 201
      ).number
      let outside = try await city.post("intake", "orders/\(order)/dispatch", ["unit": "urban"], status: 422)
      #expect(outside["errors"]?[0]?["field"]?.text == "unit")
      try await city.post("intake", "orders/\(order)/dispatch", ["unit": "lakeside"])
      #expect(try await city.get("dispatcher", "orders/\(order)")["owner"]?.text == "east-lake")
      try await city.verify()
    }
  }
}
