import Casework
import Ledger
import TestKit
import Testing
import Workdays

@testable import Search
@testable import Web

/// The leader's page of the day, and what oversight sees of it.
@Suite struct BriefTests {
  private func page(_ city: TestCity, _ actor: Actor, _ tab: String) async throws -> String {
    let role = actor.roles.first ?? .leader
    let endpoint = try #require(city.desk.endpoints.first { $0.path == "desk/{name}" })
    let query = try endpoint.query.read(form: SubmittedForm([("tab", tab)]), references: NoReferences())
    let call = Call(actor: actor, now: TestCity.morning, query: query, parameters: ["name": role.rawValue])
    guard case .html(let page) = try await endpoint.handle(call).body else { return "" }
    return page.text
  }

  /// Three about heating this week and one the week before; one about lamps.
  private func fill(_ city: TestCity) async throws {
    for index in 0..<3 {
      var order = TestOrder("王小明家不热 \(index)", unit: "lighting", due: 30)
      (order.category, order.area) = ("城乡建设/供热", "e-1")
      try await city.order(order, at: TestCity.morning.adding(hours: -24))
    }
    var earlier = TestOrder("上周不热", unit: "lighting")
    earlier.category = "城乡建设/供热"
    try await city.order(earlier, at: TestCity.morning.adding(hours: -24 * 9))
    try await city.order(TestOrder("路灯不亮"), at: TestCity.morning.adding(hours: -2))
  }

  @Test(arguments: TestDatabases.each) func theDaySaysWhatHurtsWhereAndWhose(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await fill(city)
      let text = try await page(city, TestCity.actor(.leader, "hotline"), "today")
      for words in ["供热", "3 件", "比上周多 2 件", "多在东一街", "主要由城管局承办", "3 件超时", "路灯", "上周没有"] {
        #expect(text.contains(words), "\(words)")
      }
      let (first, second) = (text.range(of: "供热")?.lowerBound, text.range(of: "› 路灯")?.lowerBound)
      #expect(try #require(first) < #require(second), "what hurts most stands first")
    }
  }

  @Test(arguments: [Role.congress, .discipline, .analyst, .inspector]) func oversightSeesMattersWithoutPeople(_ role: Role) async throws {
    try await TestCity.on(.sqlite) { city async throws in
      try await fill(city)
      let text = try await page(city, TestCity.actor(role, "city"), "hurts")
      #expect(text.contains("供热") && text.contains("比上周多 2 件"))
      for secret in ["王小明", "王", "138"] { #expect(!text.contains(secret)) }
    }
  }
}
