import Casework
import TestKit
import Testing
import Web
import Workdays

@testable import Search

@Suite struct PagingTests {
  private static let dispatcher = TestCity.actor(.dispatcher, "hotline")

  @Test(arguments: TestDatabases.each) func everyOrderComesOnceWhileNewOnesComeIn(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      for actor in [Self.dispatcher, TestCity.actor(.intake, "east")] {
        for sort in OrderFilter.Sort.allCases {
          var old: [String] = []
          for number in 0..<23 {
            // Every fourth has no clock; several share a deadline.
            let due = number % 4 == 3 ? nil : 60 + number / 3
            let unit: UnitID? = number % 2 == 0 ? "east-town" : nil
            old.append(try await city.order(TestOrder("旧\(number)", unit: unit, owner: "east", due: due)).matter.number)
          }
          let seen = try await walk(city, OrderFilter(sort: sort), as: actor)
          #expect(seen.filter(old.contains).sorted() == old.sorted())
          #expect(Set(seen).count == seen.count)
        }
      }
    }
  }

  private func walk(_ city: TestCity, _ filter: OrderFilter, as actor: Actor) async throws -> [String] {
    var seen: [String] = []
    var after: Position?
    repeat {
      let page = try await city.desk.orders(filter, as: actor, after: after, limit: 5)
      seen += page.items.map(\.number)
      after = page.next
      // Four more at a time, in front of, at and behind the place that has been reached.
      if seen.count < 20 { for due in [1, 62, 5000] { try await city.order(TestOrder("新", unit: "east-town", owner: "east", due: due)) } }
    } while after != nil
    return seen
  }

  @Test(arguments: TestDatabases.each) func theSoonestDeadlineIsFirst(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      try await city.order(TestOrder("无钟"))
      try await city.order(TestOrder("晚", unit: "lighting", due: 500))
      try await city.order(TestOrder("早", unit: "west", due: 5))
      try await city.order(TestOrder("中", due: 50))
      #expect(try await city.titles(Self.dispatcher, OrderFilter(sort: .due)) == ["早", "中", "晚", "无钟"])
      #expect(try await city.titles(Self.dispatcher, OrderFilter(dueBefore: TestCity.morning.adding(minutes: 50))) == ["早"])
      let bounded = OrderFilter(dueBefore: TestCity.morning.adding(minutes: 51), sort: .received)
      #expect(try await city.titles(Self.dispatcher, bounded) == ["中", "早"])
    }
  }

  @Test(arguments: TestDatabases.each) func categoriesAndAreasTakeWhatIsBelow(_ engine: TestEngine) async throws {
    try await TestCity.on(engine) { city async throws in
      var heat = TestOrder("不热", unit: "lighting")
      (heat.category, heat.area) = ("城乡建设/供热", "e-1")
      try await city.order(heat)
      try await city.order(TestOrder("不亮", unit: "lighting"))
      func titles(_ change: (inout OrderFilter) -> Void) async throws -> [String] {
        var filter = OrderFilter()
        change(&filter)
        return try await city.titles(Self.dispatcher, filter).sorted()
      }
      #expect(try await titles { $0.category = "城乡建设" } == ["不亮", "不热"].sorted())
      #expect(try await titles { $0.category = "城乡建设/供热" } == ["不热"])
      #expect(try await titles { $0.area = "e" } == ["不热"])
      #expect(try await titles { ($0.area, $0.category) = ("e", "城乡建设/路灯") } == [])
      #expect(try await titles { ($0.area, $0.unit, $0.states) = ("e", "lighting", [.handling]) } == ["不热"])
    }
  }

  @Test func aDamagedOrForeignCursorIsRefused() throws {
    let place = Position(key: 1_790_000_000_123, id: 77)
    let cursor = Cursor.write(place, of: "orders?state=handling")
    #expect(try Cursor.read(cursor, of: "orders?state=handling") == place)
    for bad in [cursor.replacing(".", with: ".1"), "\(cursor)0", String(cursor.dropLast()), "", "..", "a.b.c", cursor.uppercased()] {
      #expect(throws: CaseworkProblem.self) { try Cursor.read(bad, of: "orders?state=handling") }
    }
    let problem = #expect(throws: CaseworkProblem.self) { try Cursor.read(cursor, of: "orders?state=") }
    #expect(problem?.status == 422)
    #expect(problem?.fields.map(\.field) == ["after"])
  }
}
