import App
import Casework
import TestKit
import Testing
import Web
import Workdays

/// A year is put into the calendar: open deadlines move later and are listed, none gets shorter.
@Suite struct CalendarImportTests {
  /// Dispatched on Monday, 28 December 2026, with five working days: the new year is not known yet.
  private func order(_ city: City) async throws -> String {
    try city.clock.set("2026-12-28T09:00:00+08:00")
    let order = try await city.raise(try await city.record("路灯不亮。"))
    try await city.dispatch(order, to: "urban")
    try await city.sign(order, by: "officer-urban")
    return order
  }

  private static let year: JSONValue = [
    "year": 2027, "days": "{holidays: {2027-01-01: 元旦, 2027-01-04: new-year}, make-up-days: []}",
  ]

  @Test("an imported year moves provisional deadlines later and lists them", arguments: TestDatabases.each)
  func moved(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await order(city)
      #expect(try await city.deadline(order, "handling") == "2027-01-05T09:00:00+08:00")
      let before = try await city.get("admin", "admin/calendar")
      #expect(before["to"] == "2026-12-31" && before["days_left"] == 3 && before["alarm"] != nil)
      let begun = try await city.post("admin", "admin/calendar", Self.year)
      #expect(begun["changed"] == true)
      try await city.hotline.recounts.runPending()
      #expect(try await city.deadline(order, "handling") == "2027-01-06T09:00:00+08:00")
      let report = try await city.get("admin", "admin/calendar/recounts/\(try id(begun))")
      #expect(report["recount"]?["finished_at"] != nil && report["held"] == 0)
      let move = try #require(report.items.first { $0["order"]?.text == order && $0["clock"]?.text == "handling" })
      #expect(move["from"] == "2027-01-05T09:00:00+08:00" && move["to"] == "2027-01-06T09:00:00+08:00")
      #expect(try await city.events(order).last == "recomputed")
      #expect(try await city.get("admin", "admin/calendar")["alarm"] == nil)
      try await city.hotline.recounts.runPending()
      #expect(try await city.events(order).filter { $0 == "recomputed" }.count == 1)
      try await city.verify()
    }
  }

  @Test("a count that ends sooner keeps the end that was told, and says so", arguments: TestDatabases.each)
  func held(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await order(city)
      let year: JSONValue = [
        "days": "{year: 2027, days: [{date: 2027-01-01, name: 元旦, isOffDay: true}, {date: 2027-01-02, isOffDay: false}]}"
      ]
      let begun = try await city.post("admin", "admin/calendar", year)
      try await city.hotline.recounts.runPending()
      #expect(try await city.deadline(order, "handling") == "2027-01-05T09:00:00+08:00")
      let report = try await city.get("admin", "admin/calendar/recounts/\(try id(begun))")
      let move = try #require(report.items.first { $0["clock"]?.text == "handling" })
      #expect(move["held"] == true && move["to"] == "2027-01-04T09:00:00+08:00")
      let clock = try await city.get("supervisor", "orders/\(order)")
      #expect(clock.words.contains("已经告知的时间不提前"))
      try await city.verify()
    }
  }

  @Test("a file that contradicts itself changes nothing and names each line")
  func refused() async throws {
    try await City.open(.sqlite) { city in
      for days in [
        "holidays: {}", "holidays: {2027-01-01: a}\nmake-up-days: [2027-01-01]", "holidays: {2027-01-01: a}\nmake-up-days: [2027-01-05]",
        "holidays: {2027-01-01: a, 2028-03-01: b}", "holidays: {2027-02-30: a}", "{", "", "holiday: {2027-01-01: a}",
      ] {
        try await city.post("admin", "admin/calendar", ["days": .text(days)], status: 422)
      }
      let gap = try await city.post("admin", "admin/calendar", ["days": "holidays: {2029-01-01: a}"], status: 422)
      #expect(gap.words.contains("日历只到 2026年12月31日"))
      try await city.post("dispatcher", "admin/calendar", ["days": "holidays: {2027-01-01: a}"], status: 403)
      #expect(try await city.get("admin", "admin/calendar")["to"] == "2026-12-31")
    }
  }

  private func id(_ begun: JSONValue) throws -> Int64 {
    guard case .whole(let id)? = begun["recount"] else { throw FoldProblem("no recount in \(begun.words)") }
    return id
  }
}
