import Casework
import TestKit
import Testing
import Workdays

@testable import Search
@testable import Web

@Suite struct EndpointTests {
  private static let dispatcher = TestCity.actor(.dispatcher, "hotline")

  private func call(_ city: TestCity, _ path: String, _ query: [(String, String)] = [], as actor: Actor = dispatcher, name: String? = nil)
    async throws -> Answer
  {
    guard let endpoint = city.desk.endpoints.first(where: { $0.path == path }) else { throw WebProblem.noPage }
    guard endpoint.who.admits(actor) else { throw WebProblem.forbidden(endpoint.who) }
    let input = try endpoint.query.read(form: SubmittedForm(query), references: NoReferences())
    let parameters = name.map { ["name": $0] } ?? [:]
    return try await endpoint.handle(Call(actor: actor, now: TestCity.morning, query: input, parameters: parameters))
  }

  private func json(_ answer: Answer) throws -> JSONValue {
    guard case .json(let encode) = answer.body else { throw WebProblem.noPage }
    return try JSONParser.parse(try encode())
  }

  private func text(_ answer: Answer) -> String {
    guard case .html(let page) = answer.body else { return "" }
    return page.text
  }

  @Test(arguments: TestDatabases.each) func theListFollowsItsCursor(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      for number in 0..<3 { try await city.order(TestOrder("电话 13812345678 第\(number)", unit: "lighting", due: number)) }
      let first = try json(try await call(city, "orders", [("sort", "due"), ("limit", "2")]))
      #expect(first["total"] == .whole(3))
      #expect(first["items"]?[0]?["title"]?.text == "电话 138****5678 第0")
      let next = try #require(first["next"]?.text)
      let second = try json(try await call(city, "orders", [("sort", "due"), ("limit", "1"), ("after", next)]))
      #expect(second["items"]?[0]?["title"]?.text == "电话 138****5678 第2")
      #expect(second["next"] == nil)
      await #expect(throws: CaseworkProblem.self) { _ = try await call(city, "orders", [("sort", "received"), ("after", next)]) }
      await #expect(throws: CaseworkProblem.self) { _ = try await call(city, "orders", [("sort", "due"), ("after", "\(next)1")]) }
    }
  }

  @Test func badQuestionsAreNamed() async throws {
    try await TestCity.on(.sqlite) { city async throws in
      for (name, value) in [("limit", "0"), ("limit", "101"), ("state", "gone"), ("colour", "red"), ("due_before", "soon")] {
        let problem = await #expect(throws: InvalidInput.self) { _ = try await call(city, "orders", [(name, value)]) }
        #expect(problem?.fields.map(\.field) == [name])
      }
      await #expect(throws: CaseworkProblem.self) { _ = try await call(city, "orders", [("state", "closed"), ("sort", "due")]) }
      for role in [Role.congress, .discipline, .admin, .securityAdmin, .auditAdmin] {
        await #expect(throws: WebProblem.self) { _ = try await call(city, "orders", as: TestCity.actor(role, "city")) }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func everyTabOfEveryDeskOpens(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await city.order(TestOrder("路灯不亮", unit: "lighting", due: 90))
      try await city.appeal(TestAppeal("水管爆裂"))
      for role in Role.allCases {
        for unit in ["hotline", "east", "city"] as [UnitID] {
          let actor = TestCity.actor(role, unit)
          for tab in Desk(of: role, for: actor, at: TestCity.morning).tabs {
            let page = text(try await call(city, "desk/{name}", [("tab", tab.key)], as: actor, name: role.rawValue))
            #expect(page.contains(Desk(of: role, for: actor, at: TestCity.morning).title.zh))
          }
        }
      }
    }
  }

  @Test func desksBelongToTheirRoles() async throws {
    try await TestCity.on(.sqlite) { city async throws in
      await #expect(throws: DeskProblem.self) { _ = try await call(city, "desk/{name}", name: "officer") }
      await #expect(throws: DeskProblem.self) { _ = try await call(city, "desk/{name}", name: "king") }
      await #expect(throws: DeskProblem.self) { _ = try await call(city, "desk/{name}", [("tab", "none")], name: "dispatcher") }
      #expect(try await call(city, "").at == Paths.desk("dispatcher"))
      #expect(try await call(city, "", as: .citizen).at == Paths.portal)
      #expect(text(try await call(city, "desk")).contains("派单员"))
    }
  }

  @Test func theQueueSaysWhatIsLate() async throws {
    try await TestCity.on(.sqlite) { city async throws in
      var late = TestOrder("路灯不亮", unit: "lighting", due: 0)
      late.address = "建设路 36 号"
      try await city.order(late, at: TestCity.morning.adding(minutes: -90))
      let page = text(try await call(city, "desk/{name}", as: TestCity.actor(.supervisor, "hotline"), name: "supervisor"))
      for words in ["路灯不亮", "建设路 36 号", "已超 1 小时 30 分", "城管局"] { #expect(page.contains(words)) }
      let units = text(try await call(city, "desk/{name}", [("tab", "units")], as: TestCity.actor(.leader, "hotline"), name: "leader"))
      #expect(units.contains("城管局"))
    }
  }

  @Test(arguments: TestDatabases.each) func myAppealsOfTodayAreListed(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      let agent = TestCity.actor(.agent, "hotline", named: "agent-1")
      try await city.appeal(TestAppeal("我登记的"), by: agent)
      try await city.appeal(TestAppeal("别人登记的"), by: TestCity.actor(.agent, "hotline", named: "agent-2"))
      try await city.index.advanceToEnd()
      let page = text(try await call(city, "desk/{name}", [("tab", "mine")], as: agent, name: "agent"))
      #expect(page.contains("我登记的"))
      #expect(!page.contains("别人登记的"))
    }
  }
}
