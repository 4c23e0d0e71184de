import App
import Casework
import TestKit
import Testing
import Web

/// What the draft would have done last month, without touching anything.
@Suite struct ProfilePreviewTests {
  @Test("the preview names the orders whose deadline would differ, page by page", arguments: TestDatabases.each)
  func preview(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      var orders: [String] = []
      for kind in ["complaint", "help", "complaint"] {
        let order = try await city.raise(try await city.record("路灯不亮。"), kind: kind)
        try await city.dispatch(order, to: "urban")
        orders.append(order)
        city.clock.advance(minutes: 5)
      }
      try await city.post(
        "admin", "admin/profile/limits", ["clock": "handling", "limit": "4wd", "kinds": ["complaint"], "urgencies": ["normal"]])
      city.clock.advance(days: 2)
      let page = try await city.get("security-admin", "admin/profile/draft/preview")
      #expect(page.items.map(\.number) == [orders[2], orders[0]] && page["next"] == nil)
      #expect(page.items[1]["before"]?["deadline"] == "2026-03-09T09:00:00+08:00" && page.items[1]["after"]?["limit"] == "4wd")
      let first = try await city.get("admin", "admin/profile/draft/preview?limit=1")
      let second = try await city.get("admin", "admin/profile/draft/preview?limit=1&after=\(try #require(first["next"]?.text))")
      #expect(first.items.map(\.number) == [orders[2]] && second.items.map(\.number) == [orders[0]])
      #expect(try await city.deadline(orders[0], "handling") == "2026-03-09T09:00:00+08:00")
      try await city.get("dispatcher", "admin/profile/draft/preview", status: 403)
      try await city.verify()
    }
  }

  @Test("a closed unit shows what it still has in hand", arguments: TestDatabases.each)
  func units(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯不亮。"))
      try await city.dispatch(order, to: "congress")
      let closed: JSONValue = ["name": "市人大常委会", "level": "bureau", "parent": "yunxi", "until": "2026-06-30"]
      try await city.post("admin", "admin/profile/units/congress", closed)
      let page = try await city.get("admin", "admin/profile/draft/preview")
      #expect(page["units"] == [["unit": "congress", "open": 1]] && page.items.isEmpty)
    }
  }

  @Test("a ground that the draft takes out shows how often it was used", arguments: TestDatabases.each)
  func refusals(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      for code in ["litigation", "litigation", "arbitration"] {
        let appeal = try await city.record("要求处理。")
        try await city.post("agent", "appeals/\(appeal)/refusal", ["reason": .text(code)])
      }
      _ = try await city.record("路灯不亮。")
      try await city.post("admin", "admin/profile/refusals/litigation/removal")
      let new: JSONValue = ["code": "private", "matter": "私人推广", "route": "请联系市场监管部门"]
      try await city.post("admin", "admin/profile/refusals", new)
      let found = try await city.get("audit-admin", "admin/profile/draft/preview/refusals")
      #expect(found["seen"] == 4 && found["items"] == [["id": "litigation", "count": 2]] && found["next"] == nil)
      let earlier = try await city.get("admin", "admin/profile/draft/preview/refusals?from=2026-01-01&to=2026-01-31")
      #expect(earlier["seen"] == 0)
      try await city.get("dispatcher", "admin/profile/draft/preview/refusals", status: 403)
    }
  }
}
