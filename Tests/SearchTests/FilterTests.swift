import Casework
import TestKit
import Testing
import Workdays

@testable import Search
@testable import Web

/// Counts on tabs, and tabs that people make for themselves.
@Suite struct FilterTests {
  private static let dispatcher = TestCity.actor(.dispatcher, "hotline")
  private static let colleague = TestCity.actor(.dispatcher, "hotline", named: "another")

  private struct AnyReference: References {
    func exists(_ kind: ReferenceKind, _ value: String) -> Bool { true }
    func options(_ kind: ReferenceKind) -> [Choice] { [] }
  }

  private func call(
    _ city: TestCity, _ path: String, _ sent: [(String, String)] = [], as actor: Actor = dispatcher, _ parameters: [String: String] = [:]
  ) async throws -> Answer {
    guard let endpoint = city.desk.endpoints.first(where: { $0.path == path }) else { throw WebProblem.noPage }
    let form = SubmittedForm(sent)
    let (query, input) =
      endpoint.method == .get
      ? (try endpoint.query.read(form: form, references: AnyReference()), Input.empty)
      : (Input.empty, try endpoint.form.read(form: form, references: AnyReference()))
    let all = ["name": "dispatcher"].merging(parameters) { $1 }
    return try await endpoint.handle(Call(actor: actor, now: TestCity.morning, input: input, query: query, parameters: all))
  }

  private func page(_ answer: Answer) -> String {
    guard case .html(let page) = answer.body else { return "" }
    return page.text
  }

  /// Three that wait for dispatch: two about heating, one of them in the east.
  private func fill(_ city: TestCity) async throws {
    for (title, category, area) in [("暖气不热", "城乡建设/供热", "e-1"), ("管道漏水", "城乡建设/供热", nil), ("路灯不亮", "城乡建设/路灯", "e")] {
      var order = TestOrder(title, due: 90)
      order.category = CategoryID(category)
      order.area = area.map { AreaID($0) }
      try await city.order(order)
    }
  }

  @Test(arguments: TestDatabases.each) func everyTabSaysHowMuchIsInIt(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await fill(city)
      let counts = try await city.desk.counts(on: .dispatcher, for: Self.dispatcher, at: TestCity.morning)
      #expect(counts.first { $0.tab == "pending" }?.count == 3 && counts.first { $0.tab == "reviews" }?.count == 0)
      let text = page(try await call(city, "desk/{name}"))
      #expect(text.contains("<span class=\"count\" data-live=\"desk/dispatcher/pending\">3</span>"))
    }
  }

  @Test(arguments: TestDatabases.each) func aTabIsNarrowed(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await fill(city)
      let heating = page(try await call(city, "desk/{name}", [("tab", "pending"), ("category", "城乡建设/供热")]))
      #expect(heating.contains("暖气不热") && heating.contains("管道漏水") && !heating.contains("路灯不亮"))
      let east = page(try await call(city, "desk/{name}", [("tab", "pending"), ("category", "城乡建设/供热"), ("area", "e")]))
      #expect(east.contains("暖气不热") && !east.contains("管道漏水"))
      let critical = page(try await call(city, "desk/{name}", [("tab", "pending"), ("urgency", "critical")]))
      #expect(!critical.contains("暖气不热"))
    }
  }

  @Test(arguments: TestDatabases.each) func aFilterBecomesATabOfOnesOwn(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await fill(city)
      let sent = [("name", "供热"), ("tab", "pending"), ("category", "城乡建设/供热")]
      let at = try #require(try await call(city, "desk/{name}/filters", sent).at)
      let tab = String(at.drop { $0 != "=" }.dropFirst())
      let text = page(try await call(city, "desk/{name}", [("tab", tab)]))
      #expect(text.contains("供热") && text.contains("管道漏水") && !text.contains("路灯不亮"))
      #expect(text.contains("data-live=\"desk/dispatcher/\(tab)\">2</span>"))
      await #expect(throws: CaseworkProblem.self) { _ = try await call(city, "desk/{name}/filters", sent) }
      #expect(!page(try await call(city, "desk/{name}", as: Self.colleague)).contains(tab))
      let id = ["id": String(tab.dropFirst(3))]
      await #expect(throws: CaseworkProblem.self) { _ = try await call(city, "desk/{name}/filters/{id}/removal", as: Self.colleague, id) }
      _ = try await call(city, "desk/{name}/filters/{id}/removal", id)
      await #expect(throws: DeskProblem.self) { _ = try await call(city, "desk/{name}", [("tab", tab)]) }
    }
  }

  private func call(_ city: TestCity, _ path: String, as actor: Actor = dispatcher, _ parameters: [String: String]) async throws -> Answer {
    try await call(city, path, [], as: actor, parameters)
  }

  @Test func aFilterSaysSomethingAndTheyAreFew() async throws {
    try await TestCity.on(.sqlite) { city async throws in
      await #expect(throws: CaseworkProblem.self) { _ = try await call(city, "desk/{name}/filters", [("name", "空"), ("tab", "pending")]) }
      await #expect(throws: DeskProblem.self) {
        _ = try await call(city, "desk/{name}/filters", [("name", "诉求"), ("tab", "waiting"), ("q", "路灯")])
      }
      for number in 0..<SavedFilter.most {
        _ = try await call(city, "desk/{name}/filters", [("name", "第\(number)"), ("tab", "open"), ("due", "late")])
      }
      await #expect(throws: CaseworkProblem.self) {
        _ = try await call(city, "desk/{name}/filters", [("name", "多余"), ("tab", "open"), ("due", "late")])
      }
    }
  }

  @Test(arguments: TestDatabases.each) func wordsKeepToTheirTab(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await fill(city)
      var watched = TestOrder("路灯闪烁", unit: "lighting", due: 90)
      watched.supervised = true
      try await city.order(watched)
      try await city.index.advanceToEnd()
      let supervised = TestCity.actor(.supervisor, "hotline")
      let text = page(
        try await call(city, "desk/{name}", [("tab", "supervised"), ("q", "路灯")], as: supervised, ["name": "supervisor"]))
      #expect(text.contains("路灯闪烁") && !text.contains("路灯不亮"))
    }
  }
}
