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
      let query = DeskQuery(ledger: city.ledger, actor: TestCity.actor(role, "city"), now: TestCity.morning)
      for tab in desk.tabs {
        switch try await query.view(tab, after: nil) {
        case .figures, .hurts, .care, .nothing: continue
        case .orders, .appeals, .units, .brief: Issue.record("\(tab.key) of \(role) shows cases")
        }
      }
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

  /// Two orders about the lamps of the city, one of them a complaint about a colleague of group a.
  private static func withComplaint(_ engine: TestEngine, _ body: (TestCity) async throws -> Void) async throws {
    try await TestCity.on(engine) { city async throws in
      var complaint = TestOrder("话务员态度不好", unit: "lighting", due: 60)
      (complaint.aboutAgent, complaint.aboutGroup) = ("agent-7", "a")
      try await city.order(complaint)
      try await city.order(TestOrder("路灯不亮", unit: "lighting", due: 60))
      try await city.index.advanceToEnd()
      try await body(city)
    }
  }

  private static let colleagues = [
    TestCity.actor(.supervisor, "hotline", group: "a"), TestCity.actor(.dispatcher, "hotline", named: "agent-7"),
    TestCity.actor(.leader, "hotline", group: "a", named: "agent-7"), TestCity.actor(.officer, "lighting", group: "a"),
  ]

  @Test(arguments: TestDatabases.each) func ordersAboutAColleagueAreKeptFromListsAndCounts(_ engine: TestEngine) async throws {
    try await Self.withComplaint(engine) { city async throws in
      let filters = [
        OrderFilter(), OrderFilter(sort: .due), OrderFilter([.handling], sort: .due), OrderFilter(unit: "lighting"),
        OrderFilter(owner: "hotline"), OrderFilter(dueBefore: TestCity.morning.adding(days: 9)),
      ]
      for filter in filters {
        let other = try await city.desk.orders(filter, as: TestCity.actor(.supervisor, "hotline", group: "b"), after: nil, limit: 1)
        #expect(other.total == 2)
        for colleague in Self.colleagues {
          let page = try await city.desk.orders(filter, as: colleague, after: nil, limit: 10)
          #expect(page.items.map(\.title) == ["路灯不亮"] && page.total == 1, "\(filter) for \(colleague.account)")
        }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func ordersAboutAColleagueAreKeptFromDesksAndSearch(_ engine: TestEngine) async throws {
    try await Self.withComplaint(engine) { city async throws in
      for colleague in Self.colleagues {
        for words in ["态度", "市民反映"] {
          let found = try await city.desk.orders(matching: words, limit: 10, as: colleague)
          #expect(found.map(\.title) == (words == "态度" ? [] : ["路灯不亮"]))
        }
        for role in colleague.roles {
          let later = TestCity.morning.adding(days: 9)
          for tab in Desk(of: role, for: colleague, at: later).tabs {
            let view = try await DeskQuery(ledger: city.ledger, actor: colleague, now: later).view(tab, after: nil)
            if case .orders(let page) = view { #expect(page.total < 2 && !page.items.contains { $0.title.contains("态度") }) }
            if case .units(let units) = view { #expect(units.map(\.late) == [1]) }
          }
        }
      }
      let other = TestCity.actor(.supervisor, "hotline", group: "b")
      #expect(try await city.desk.orders(matching: "态度", limit: 10, as: other).count == 1)
    }
  }

  @Test(arguments: TestDatabases.each) func whatIRecordedAboutMyGroupIsNotCounted(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      let agent = TestCity.actor(.agent, "hotline", group: "b")
      var complaint = TestAppeal("话务员态度不好")
      (complaint.kind, complaint.aboutGroup) = (.staffComplaint, "a")
      try await city.appeal(complaint, by: agent)
      try await city.appeal(TestAppeal("路灯不亮"), by: agent)
      try await city.index.advanceToEnd()
      var mine = AppealFilter()
      mine.recordedBy = agent.account
      // Since then the agent has moved to the group complained about.
      let moved = TestCity.actor(.agent, "hotline", group: "a")
      let page = try await city.desk.appeals(mine, as: moved, after: nil, limit: 1)
      #expect(page.total == 1 && page.items.map(\.title) == ["路灯不亮"] && page.next == nil)
    }
  }
}
