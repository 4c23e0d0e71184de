import Casework
import TestKit
import Testing
import Vault
import Workdays

@testable import Search

@Suite struct WordsTests {
  private static let dispatcher = TestCity.actor(.dispatcher, "hotline")

  private func find(_ city: TestCity, _ words: String, as actor: Actor = dispatcher) async throws -> [String] {
    try await city.index.advanceToEnd()
    var filter = OrderFilter()
    filter.words = words
    return try await city.titles(actor, filter)
  }

  @Test(arguments: TestDatabases.each) func twoCharactersAndOneAreFound(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await city.order(TestOrder("路灯不亮", unit: "lighting"))
      try await city.order(TestOrder("楼下噪音", unit: "east"))
      #expect(try await find(city, "噪音") == ["楼下噪音"])
      #expect(try await find(city, "亮") == ["路灯不亮"])
      #expect(try await find(city, "音") == ["楼下噪音"])
      #expect(try await find(city, "噪音", as: TestCity.actor(.officer, "east")) == ["楼下噪音"])
      #expect(try await find(city, "噪音", as: TestCity.actor(.officer, "lighting")) == [])
    }
  }

  @Test(arguments: TestDatabases.each) func replyPlaceCategoryAndNumberAreFound(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      var order = TestOrder("灯坏了", unit: "lighting", .closed)
      (order.reply, order.address, order.area) = ("已更换灯泡", "幸福巷口", "e-1")
      let made = try await city.order(order)
      for words in ["更换", "幸福巷", "城乡建设", "东一街", made.matter.number, "lamps"] {
        #expect(try await find(city, words) == ["灯坏了"], "\(words)")
      }
    }
  }

  @Test(arguments: TestDatabases.each) func aReporterIsNotFoundByName(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      var secret = TestOrder("反映乱收费", unit: "lighting", .closed)
      (secret.confidential, secret.address, secret.reply) = (true, "幸福巷口", "已查处")
      try await city.order(secret)
      for words in ["王小明", "小明", "13812345678", "幸福巷", "查处", "路灯"] { #expect(try await find(city, words) == [], "\(words)") }
      #expect(try await find(city, "收费") == ["反映乱收费"])
    }
  }

  @Test(arguments: TestDatabases.each) func numbersInTextsAreNotIndexed(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      var order = TestOrder("请回电", unit: "lighting")
      order.text = "我的电话13812345678，身份证37010219900101123X，住36号楼"
      try await city.order(order)
      for words in ["13812345678", "138", "5678", "370"] { #expect(try await find(city, words) == [], "\(words)") }
      #expect(try await find(city, "36号楼") == ["请回电"])
    }
  }

  @Test(arguments: TestDatabases.each) func aHandedOnOrderIsFoundByItsNewUnit(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      let order = try await city.order(TestOrder("窨井盖"))
      let east = TestCity.actor(.officer, "east-town")
      #expect(try await find(city, "井盖", as: east) == [])
      _ = try await city.ledger.perform(DispatchForTest(order: order.id), as: Self.dispatcher)
      #expect(try await find(city, "井盖", as: east) == ["窨井盖"])
      #expect(try await find(city, "井盖", as: TestCity.actor(.intake, "east")) == ["窨井盖"])
      #expect(try await find(city, "井盖", as: TestCity.actor(.officer, "west")) == [])
    }
  }

  @Test(arguments: TestDatabases.each) func filtersNarrowWhatWasFound(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await city.order(TestOrder("路灯一", unit: "lighting", due: 90))
      try await city.order(TestOrder("路灯二", unit: "east", due: 30))
      try await city.order(TestOrder("路灯三", unit: "east", .closed))
      try await city.index.advanceToEnd()
      var filter = OrderFilter([], sort: .due)
      filter.words = "路灯"
      #expect(try await city.titles(Self.dispatcher, filter) == ["路灯二", "路灯一"])
      filter.unit = "east"
      #expect(try await city.titles(Self.dispatcher, filter) == ["路灯二"])
      filter.sort = .received
      #expect(try await city.titles(Self.dispatcher, filter) == ["路灯三", "路灯二"])
    }
  }

  @Test func theServiceFeedsTheIndexByItself() async throws {
    try await TestCity.on(.sqlite) { city async throws in
      let running = Task { await city.index.run() }
      try await city.order(TestOrder("路灯不亮", unit: "lighting"))
      var found: [OrderGlance] = []
      while found.isEmpty {
        city.index.wake()
        await Task.yield()
        found = try await city.desk.orders(matching: "路灯", limit: 5)
      }
      running.cancel()
      await running.value
      #expect(found.map(\.title) == ["路灯不亮"])
    }
  }

  @Test func maskedNumbersGoAltogether() {
    #expect(IndexText.clean("电话138 1234 5678转") == "电话 转")
    #expect(IndexText.clean("36路车") == "36路车")
  }
}
