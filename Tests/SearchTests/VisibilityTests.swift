import Casework
import TestKit
import Testing

@testable import Search

@Suite struct VisibilityTests {
  /// Every order of the little city.
  private static let orders: [TestOrder] = {
    var task = TestOrder("任务", unit: "east-town", owner: "east")
    task.role = .delegated
    return [
      TestOrder("路灯", unit: "lighting"), TestOrder("东县的", unit: "east"), task, TestOrder("还没派"),
      TestOrder("东县自己的", owner: "east"), TestOrder("西镇待签", unit: "west-town", .pendingSignature),
      TestOrder("有争议", unit: "lighting", .disputed), TestOrder("已办结", unit: "west", .closed),
    ]
  }()

  private static let people: [Actor] =
    [Role.agent, .dispatcher, .supervisor, .followup, .leader, .shiftLeader, .inspector, .analyst].map {
      TestCity.actor($0, "hotline")
    } + [
      TestCity.actor(.officer, "lighting"), TestCity.actor(.officer, "east"), TestCity.actor(.officer, "east-town"),
      TestCity.actor(.officer, "west-town"), TestCity.actor(.intake, "east"), TestCity.actor(.supervisor, "west"),
      TestCity.actor(.officer, "city"), TestCity.actor(.leader, "east"),
    ]

  private static func filled(_ engine: TestEngine, _ body: (TestCity, [Order]) async throws -> Void) async throws {
    try await TestCity.on(engine) { city async throws in
      var made: [Order] = []
      for spec in orders { made.append(try await city.order(spec)) }
      try await city.index.advanceToEnd()
      try await body(city, made)
    }
  }

  @Test(arguments: TestDatabases.each) func everybodySeesTheirSideAndNoMore(_ engine: TestEngine) async throws {
    try await Self.filled(engine) { city, made async throws in
      for actor in Self.people {
        let seen = Set(made.filter { !$0.sides(of: actor, in: TestCity.units).isEmpty }.map(\.matter.number))
        for sort in OrderFilter.Sort.allCases {
          let page = try await city.desk.orders(OrderFilter(sort: sort), as: actor, after: nil, limit: 100)
          let expected = sort == .received ? seen : seen.subtracting(made.filter { $0.state == .closed }.map(\.matter.number))
          #expect(Set(page.items.map(\.number)) == expected, "\(actor.roles) of \(actor.unit) by \(sort)")
          #expect(page.total == expected.count)
        }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func searchShowsNoMoreThanTheList(_ engine: TestEngine) async throws {
    try await Self.filled(engine) { city, made async throws in
      for actor in Self.people {
        let seen = Set(made.filter { !$0.sides(of: actor, in: TestCity.units).isEmpty }.map(\.matter.number))
        var filter = OrderFilter()
        filter.words = "市民反映"
        let page = try await city.desk.orders(filter, as: actor, after: nil, limit: 100)
        #expect(Set(page.items.map(\.number)) == seen, "\(actor.roles) of \(actor.unit)")
      }
    }
  }

  @Test(arguments: TestDatabases.each) func staffingSeesDisputesOnly(_ engine: TestEngine) async throws {
    try await Self.filled(engine) { city, _ async throws in
      let staffing = TestCity.actor(.staffing, "city")
      #expect(try await city.titles(staffing) == ["有争议"])
      #expect(try await city.titles(staffing, OrderFilter([.handling])) == [])
    }
  }

  @Test(arguments: [Role.congress, .discipline, .admin, .securityAdmin, .auditAdmin]) func othersSeeNoOrders(_ role: Role) async throws {
    try await Self.filled(.sqlite) { city, _ async throws in
      #expect(try await city.titles(TestCity.actor(role, "city")) == [])
      let desk = Desk(of: role, for: TestCity.actor(role, "city"), at: TestCity.morning)
      guard
        case .figures = try await DeskQuery(ledger: city.ledger, actor: TestCity.actor(role, "city"), now: TestCity.morning)
          .view(desk.tabs[0], after: nil)
      else { return #expect(Bool(false), "figures expected") }
    }
  }

  @Test(arguments: TestDatabases.each) func aUnitFilterOpensNothing(_ engine: TestEngine) async throws {
    try await Self.filled(engine) { city, _ async throws in
      let east = TestCity.actor(.officer, "east")
      #expect(try await city.titles(east, OrderFilter(unit: "lighting")) == [])
      #expect(try await city.titles(east, OrderFilter(unit: "east-town")) == ["任务"])
      #expect(try await city.titles(TestCity.actor(.dispatcher, "hotline"), OrderFilter(unit: "west-town", sort: .due)) == ["西镇待签"])
    }
  }

  @Test(arguments: TestDatabases.each) func complaintsAboutStaffAreKept(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      var complaint = TestAppeal("话务员态度不好")
      (complaint.kind, complaint.aboutAgent, complaint.aboutGroup) = (.staffComplaint, "agent-7", "a")
      try await city.appeal(complaint)
      try await city.appeal(TestAppeal("路灯不亮"))
      let all = AppealFilter()
      func seen(_ actor: Actor) async throws -> Int { try await city.desk.appeals(all, as: actor, after: nil, limit: 10).items.count }
      #expect(try await seen(TestCity.actor(.agent, "hotline", group: "b")) == 2)
      #expect(try await seen(TestCity.actor(.agent, "hotline", group: "a")) == 1)
      #expect(try await seen(TestCity.actor(.agent, "hotline", named: "agent-7")) == 1)
      #expect(try await seen(TestCity.actor(.intake, "east")) == 0)
      #expect(try await seen(TestCity.actor(.officer, "lighting")) == 0)
    }
  }
}
