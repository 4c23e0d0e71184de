import Casework
import Store
import Testing
import Workdays

@testable import Search

/// SQLite must answer every tab of every desk from an index, without a scan of the table and without sorting.
@Suite struct PlanTests {
  private static let actors: [Actor] = Role.allCases.flatMap { role in
    (["hotline", "east", "lighting"] as [UnitID]).map { TestCity.actor(role, $0) }
  }

  private func plan(_ keyset: Keyset, _ sql: any SQLSession, keyless: Bool) throws -> [String] {
    let statement = KeysetStatement(keyset, keyset.lanes[...], after: nil, limit: 51, keyless: keyless)
    return try sql.query("EXPLAIN QUERY PLAN \(statement.text)", statement.args) { $0.text(3) }
  }

  private func check(_ keyset: Keyset, _ sql: any SQLSession, _ what: String, sorts: Bool = false) throws {
    if let ahead = keyset.ahead {
      // What presses is read from its own index, never from that of a whole desk.
      for keyless in ahead.keyless ? [false, true] : [false] {
        let lines = try plan(ahead, sql, keyless: keyless)
        #expect(lines.contains { $0.contains("orders_critical") || $0.contains("appeals_life_risk") }, "\(what), pressing: \(lines)")
        #expect(!lines.contains { $0.contains("TEMP B-TREE") }, "\(what), pressing: \(lines)")
      }
    }
    for keyless in keyset.keyless ? [false, true] : [false] {
      let lines = try plan(keyset, sql, keyless: keyless)
      let table = lines.filter { $0.contains(" \(keyset.table) ") || $0.hasSuffix(" \(keyset.table)") }
      #expect(!table.isEmpty && table.allSatisfy { $0.hasPrefix("SEARCH") && $0.contains("INDEX") }, "\(what): \(lines)")
      if !sorts { #expect(!lines.contains { $0.contains("TEMP B-TREE") }, "\(what): \(lines)") }
    }
  }

  @Test func everyTabReadsAnIndex() async throws {
    try await TestCity.on(.sqlite) { city async throws in
      try await city.ledger.look { sql, _ in
        for actor in Self.actors {
          for role in actor.roles { try tabs(role, actor, sql) }
        }
      }
    }
  }

  private func tabs(_ role: Role, _ actor: Actor, _ sql: any SQLSession) throws {
    for tab in Desk(of: role, for: actor, at: TestCity.morning).tabs {
      let what = "\(role) of \(actor.unit), \(tab.key)"
      switch tab.content {
      case .orders(let filter):
        guard let reach = OrderReach.of(actor, in: TestCity.units) else { continue }
        guard let keyset = OrderLanes(filter, reach, TestCity.profile).keyset else { continue }
        try check(keyset, sql, what)
      case .appeals(let filter):
        guard let reach = AppealReach.of(actor, in: TestCity.units) else { continue }
        try check(AppealLanes(filter: filter, reach: reach).keyset, sql, what)
      case .lateByUnit, .figures, .brief, .hurts, .care: continue
      }
    }
  }

  @Test func theMarksHaveTheirOwnIndexes() async throws {
    try await TestCity.on(.sqlite) { city async throws in
      guard let all = OrderReach.of(.system, in: TestCity.units) else { return }
      try await city.ledger.look { sql, _ in
        let marks: [(OrderFilter.Mark, String)] = [
          (.supervised, "orders_supervised"), (.provisional, "orders_provisional_due"), (.extensionAsked, "orders_extension"),
        ]
        for (mark, index) in marks {
          let keyset = try #require(OrderLanes(OrderFilter(marks: [mark], sort: .due), all, TestCity.profile).keyset)
          #expect(try plan(keyset, sql, keyless: false).contains { $0.contains(index) })
        }
      }
    }
  }

  @Test(arguments: [Urgency.urgent, .critical]) func urgencyHasItsOwnIndex(_ urgency: Urgency) async throws {
    try await TestCity.on(.sqlite) { city async throws in
      guard let all = OrderReach.of(.system, in: TestCity.units) else { return }
      try await city.ledger.look { sql, _ in
        var filter = OrderFilter(sort: .due)
        filter.urgency = urgency
        let keyset = try #require(OrderLanes(filter, all, TestCity.profile).keyset)
        let lines = try plan(keyset, sql, keyless: false)
        #expect(lines.contains { $0.contains("orders_\(urgency.rawValue)") }, "\(lines)")
      }
    }
  }

  @Test func countingReadsNoRows() async throws {
    try await TestCity.on(.sqlite) { city async throws in
      guard let all = OrderReach.of(.system, in: TestCity.units) else { return }
      let now = TestCity.morning
      let filters = [
        OrderFilter(sort: .due), OrderFilter(dueBefore: now), OrderFilter([.callback], sort: .due), OrderFilter(sort: .received),
        OrderFilter([.closed], sort: .received), OrderFilter(marks: [.supervised], sort: .due),
        OrderFilter(marks: [.provisional], sort: .due),
        OrderFilter(unit: "east", dueBefore: now), OrderFilter([.handling], unit: "east", sort: .due),
      ]
      try await city.ledger.look { sql, _ in
        for filter in filters {
          let keyset = try #require(OrderLanes(filter, all, TestCity.profile).counted)
          let lines = try plan(keyset, sql, keyless: false).filter { $0.contains(" orders ") }
          #expect(lines.allSatisfy { $0.contains("COVERING INDEX") }, "\(filter): \(lines)")
        }
      }
    }
  }

  @Test(arguments: OrderState.allCases) func theListReadsAnIndex(_ state: OrderState) async throws {
    try await TestCity.on(.sqlite) { city async throws in
      try await city.ledger.look { sql, _ in
        for actor in [TestCity.actor(.dispatcher, "hotline"), TestCity.actor(.officer, "east")] {
          guard let reach = OrderReach.of(actor, in: TestCity.units) else { continue }
          for change in Self.narrowings {
            var filter = OrderFilter([state], sort: .received)
            change(&filter)
            let keyset = try #require(OrderLanes(filter, reach, TestCity.profile).keyset)
            // What is open within a unit is few and may be sorted.
            try check(keyset, sql, "\(state) for \(actor.roles)", sorts: keyset.key != "raised_at")
          }
        }
      }
    }
  }

  private static let narrowings: [@Sendable (inout OrderFilter) -> Void] = [
    { _ in }, { $0.unit = "east" }, { $0.category = "城乡建设" }, { $0.area = "e" }, { $0.dueBefore = TestCity.morning },
  ]
}
