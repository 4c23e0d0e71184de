import Casework
import TestKit
import Testing
import Web

/// Several orders at once: each succeeds, or is named with its reason.
@Suite struct SeveralTests {
  private func wait(_ city: City, _ count: Int) async throws -> [String] {
    var orders: [String] = []
    for index in 0..<count { orders.append(try await city.raise(try await city.record("路灯\(index)不亮。"))) }
    return orders
  }

  @Test("several are dispatched as proposed; what changed meanwhile is named", arguments: TestDatabases.each)
  func dispatching(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let orders = try await wait(city, 3)
      try await city.dispatch(orders[2], to: "urban")
      let rows = orders.map { order -> JSONValue in ["order": .text(order), "unit": "urban"] }
      let done = try await city.post("dispatcher", "dispatching", ["orders": .list(rows)])
      #expect(done["done"]?[1] != nil && done["done"]?[2] == nil)
      #expect(done["refused"]?[0]?["order"]?.text == orders[2])
      #expect(done["refused"]?[0]?["reason"]?["zh"]?.text?.contains("待签收") == true)
      for order in orders { #expect(try await city.get("dispatcher", "orders/\(order)").state == "pending-signature") }
      try await city.post("officer-urban", "dispatching", ["orders": .list(rows)], status: 403)
      try await city.verify()
    }
  }

  @Test("a unit signs for several, for its own only", arguments: TestDatabases.each)
  func signing(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let orders = try await wait(city, 2)
      try await city.dispatch(orders[0], to: "urban")
      try await city.dispatch(orders[1], to: "hr")
      let done = try await city.post("officer-urban", "signing", ["orders": .list(orders.map { .text($0) })])
      #expect(done["done"]?[0]?.text == orders[0] && done["refused"]?[0]?["order"]?.text == orders[1])
      #expect(try await city.get("dispatcher", "orders/\(orders[0])").state == "handling")
      #expect(try await city.get("dispatcher", "orders/\(orders[1])").state == "pending-signature")
    }
  }
}
