import App
import Casework
import TestKit
import Testing
import Web

@Suite struct FigureTests {
  /// A lamp of the lake district: recorded, dispatched, answered, called back, closed.
  private static func lamp(_ city: City, confidential: Bool = false) async throws -> String {
    let more: [JSONValue.Member] = [.init("area", "lakeside"), .init("confidential", .flag(confidential))]
    let appeal = try await city.record("路灯不亮。", more: more)
    let order = try await city.raise(appeal)
    try await city.dispatch(order, to: "urban")
    try await city.sign(order, by: "officer-urban")
    city.clock.advance(minutes: 120)
    try await city.feedBack(order, by: "officer-urban")
    #expect(try await city.pass(order) == "callback")
    #expect(try await city.callBack(order, appeal, solved: true) == "closed")
    try await city.hotline.figures.advance()
    return order
  }

  private static func value(_ city: City, _ who: String, _ path: String) async throws -> JSONValue? {
    try await city.get(who, "figures/\(path)")["value"]
  }

  @Test("one case counts once in each of its figures", arguments: TestDatabases.each)
  func oneCase(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      _ = try await Self.lamp(city)
      for metric in ["received", "raised", "dispatched", "replied", "on-time", "called-back", "solved", "satisfied", "closed"] {
        #expect(try await Self.value(city, "leader", metric) == .whole(1), "\(metric)")
      }
      #expect(try await Self.value(city, "leader", "late") == .whole(0))
      #expect(try await Self.value(city, "leader", "on-time-rate") == .number("100.00"))
      #expect(try await Self.value(city, "leader", "handling-hours") == .number("2.00"))
      #expect(try await Self.value(city, "leader", "received?period=2026-02") == .whole(0))
      #expect(try await Self.value(city, "leader", "received?period=2026-W10&area=east-lake&channel=phone") == .whole(1))
      #expect(try await Self.value(city, "leader", "received?area=west-hill") == .whole(0))
      let days = try await city.get("leader", "figures/closed?by=day&period=2026-03-01..2026-03-03").items
      #expect(days.map { $0["value"] } == [.whole(0), .whole(1), .whole(0)])
      let units = try await city.get("leader", "figures/closed?by=unit").items
      #expect(units.map { $0["key"]?.text } == ["urban"])
      let top = try await city.get("leader", "figures/raised?by=category").items
      #expect(top.map { $0["key"]?.text } == ["城乡建设"])
      let below = try await city.get("leader", "figures/raised?by=category&category=城乡建设/公用设施").items
      #expect(below.map { $0["key"]?.text } == ["城乡建设/公用设施/路灯"])
      try await city.verify()
    }
  }

  @Test("the city's own formula is tried, released, asked for and taken back", arguments: TestDatabases.each)
  func formulas(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      _ = try await Self.lamp(city)
      let usual = try await city.get("leader", "figures/on-time-rate")
      #expect(usual["formula"]?.text == "on-time / replied" && usual["base"] == .whole(1))
      let wrong: JSONValue = ["name": "按时率", "formula": "按时反馈 ÷ 派了的", "as": "percent"]
      let refused = try await city.post("admin", "admin/profile/formulas/on-time-rate", wrong, status: 422)
      #expect(refused["errors"]?[0]?["field"]?.text == "formula" && refused.words.contains("没有叫“派了的”的件数"))
      let half: JSONValue = ["name": "按时率", "formula": "按时反馈 ÷ (派单 + 接到诉求)", "as": "percent"]
      try await city.post("admin", "admin/profile/formulas/on-time-rate", half)
      let own: JSONValue = ["key": "unlike", "name": "办结比", "formula": "办结 * 3 - 立单", "as": "number"]
      for taken in ["closed", "solved-rate"] {
        try await city.post(
          "admin", "admin/profile/formulas", ["key": .text(taken), "name": "x", "formula": "closed", "as": "count"], status: 422)
      }
      try await city.post("dispatcher", "admin/profile/formulas", own, status: 403)
      try await city.post("admin", "admin/profile/formulas", own)
      #expect(try await Self.value(city, "leader", "on-time-rate") == .number("100.00"), "a draft changes nothing")
      let preview = try await city.get("admin", "admin/profile/draft/preview?from=2026-03-01&to=2026-03-31")["formulas"]
      #expect(
        preview?[0]?["before"] == .number("100.00") && preview?[0]?["after"] == .number("50.00") && preview?[0]?["units"] != .whole(0))
      #expect(preview?[1]?["key"]?.text == "unlike" && preview?[1]?["before"] == nil && preview?[1]?["after"] == .number("2.00"))
      // As it was, and nothing is left of it in the draft.
      try await city.post("admin", "admin/profile/formulas/solved-rate", ["name": "解决", "formula": "solved / replied", "as": "percent"])
      try await city.post("admin", "admin/profile/formulas/solved-rate/removal")
      let changes = try await city.get("admin", "admin/profile/draft")["changes"]
      #expect(changes?[1] != nil && changes?[2] == nil)
      try await city.get("leader", "figures/unlike", status: 404)
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"])
      #expect(try await Self.value(city, "leader", "on-time-rate") == .number("50.00"))
      #expect(try await Self.value(city, "leader", "unlike") == .number("2.00"))
      let units = try await city.get("leader", "figures/unlike?by=unit").items
      #expect(units.first { $0["key"]?.text == "urban" }?["value"] == .number("3.00"), "the unit closed it; another raised it")
      try await city.post("admin", "admin/profile/formulas/unlike/removal")
      try await city.post("admin", "admin/profile/formulas/on-time-rate/removal")
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"])
      #expect(try await Self.value(city, "leader", "on-time-rate") == .number("100.00"))
      try await city.get("leader", "figures/unlike", status: 404)
      try await city.verify()
    }
  }

  @Test("everybody counts what stands below them, the congress everything, and nobody beyond")
  func reach() async throws {
    try await City.open(.sqlite) { city in
      _ = try await Self.lamp(city)
      for who in ["congress", "discipline", "leader", "analyst", "admin"] {
        #expect(try await Self.value(city, who, "closed") == .whole(1), "\(who)")
      }
      #expect(try await Self.value(city, "officer-urban", "closed") == .whole(1))
      #expect(try await Self.value(city, "officer-hr", "closed") == .whole(0))
      let refused = try await city.get("officer-hr", "figures/closed?unit=urban", status: 422)
      #expect(refused["errors"]?[0]?["field"]?.text == "unit")
      try await city.get("agent", "figures/closed", status: 403)
      try await city.get("leader", "figures/weather", status: 404)
      try await city.get("leader", "figures/closed?period=2026-13", status: 422)
    }
  }

  @Test("a confidential case counts, but no small number tells where it was and what about")
  func confidential() async throws {
    try await City.open(.sqlite) { city in
      _ = try await Self.lamp(city, confidential: true)
      #expect(try await Self.value(city, "leader", "closed") == .whole(1))
      #expect(try await Self.value(city, "leader", "closed?area=lakeside") == .whole(0))
      #expect(try await Self.value(city, "leader", "closed?category=城乡建设") == .whole(0))
      for by in ["area", "category"] {
        #expect(try await city.get("congress", "figures/raised?by=\(by)").items.map { $0["key"]?.text } == [""])
      }
    }
  }
}
