import App
import Casework
import TestKit
import Testing
import Web

/// The profile is edited in a draft, checked, released with its day, and never touches a deadline that was told.
@Suite struct ProfileDraftTests {
  private static let complaint: JSONValue = [
    "clock": "handling", "limit": "4wd", "kinds": ["complaint"], "urgencies": ["normal"], "categories": ["城乡建设/公用设施/路灯"],
  ]

  /// The sentences of the draft's changes.
  private func changes(_ city: City) async throws -> [String] {
    guard case .list(let items)? = try await city.get("admin", "admin/profile/draft")["changes"] else { return [] }
    return items.compactMap { $0["sentence"]?["zh"]?.text }
  }

  @Test("a new limit holds for new orders from its release on; what runs keeps its deadline", arguments: TestDatabases.each)
  func limit(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let before = try await city.raise(try await city.record("路灯不亮。"), kind: "complaint")
      try await city.dispatch(before, to: "urban")
      try await city.post("admin", "admin/profile/limits", Self.complaint)
      #expect(try await changes(city) == ["新增 办理时限：投诉 · 一般 · 城乡建设 › 公用设施 › 路灯：4 个工作日"])
      #expect(try await city.deadline(before, "handling").hasPrefix("2026-03-09"))
      let released = try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"])
      #expect(released.state == "released" && released["release"] == 2)
      let after = try await city.raise(try await city.record("又有路灯不亮。"), kind: "complaint")
      try await city.dispatch(after, to: "urban")
      #expect(try await city.deadline(after, "handling").hasPrefix("2026-03-06"))
      #expect(try await city.deadline(before, "handling").hasPrefix("2026-03-09"))
      #expect(try await city.get("admin", "admin/profile/comparison?from=1&to=2").words.contains("4 个工作日"))
      try await city.verify()
    }
  }

  @Test("only the administrator edits and releases; the other two officers read", arguments: TestDatabases.each)
  func roles(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      for reader in ["admin", "security-admin", "audit-admin"] {
        #expect(try await city.get(reader, "admin/profile/limits").items.count > 20)
        try await city.get(reader, "admin/profile/releases")
      }
      for other in Role.allCases.map(\.rawValue) where other != "admin" {
        try await city.post(other, "admin/profile/limits", Self.complaint, status: 403)
        try await city.post(other, "admin/profile/draft/release", ["effective": "2026-03-02"], status: 403)
      }
      for other in ["dispatcher", "leader", "staffing"] { try await city.get(other, "admin/profile/draft", status: 403) }
      try await city.verify()
    }
  }

  @Test("two administrators: the second sees the first's work and writes nothing over it", arguments: TestDatabases.each)
  func together(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      try await city.post("admin", "admin/profile/limits", Self.complaint)
      let stale: JSONValue = ["clock": "handling", "limit": "3wd", "seen": 0]
      let refused = try await city.post("admin", "admin/profile/limits", stale, status: 409)
      #expect(refused["type"]?.text?.contains("changed-meanwhile") == true)
      #expect(try await changes(city).count == 1)
      let seen = try #require(try await city.get("security-admin", "admin/profile/draft")["version"])
      try await city.post("admin", "admin/profile/draft/undo", ["part": "limits", "seen": seen])
      #expect(try await changes(city).isEmpty)
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"], status: 409)
      try await city.verify()
    }
  }

  @Test("a fault is named at its field or in the list, and nothing faulty is released", arguments: TestDatabases.each)
  func faults(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let wrong = try await city.post(
        "admin", "admin/profile/limits", ["clock": "handling", "limit": "3wd", "categories": ["城乡建设/供冷"]], status: 422)
      #expect(wrong["errors"]?[0]?["field"]?.text == "categories" && wrong.words.contains("没有类别"))
      let general = try #require(
        try await city.get("admin", "admin/profile/limits").items.last { $0["clock"]?.text == "handling" }?["id"])
      guard case .whole(let line) = general else { throw CancellationError() }
      try await city.post("admin", "admin/profile/limits/\(line)/removal")
      let draft = try await city.get("admin", "admin/profile/draft")
      #expect(draft["faults"]?[0]?["path"] == ["limits"] && draft.words.contains("办理时限缺少规则"))
      #expect(try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"], status: 422).words.contains("办理时限"))
      #expect(try await city.get("admin", "admin/profile/releases").items.count == 1)
      try await city.verify()
    }
  }

  @Test("a closed unit takes no orders after its last day, and its rules must end with it", arguments: TestDatabases.each)
  func closedUnit(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let culture: JSONValue = [
        "name": "市文旅局", "name_en": "Culture and Tourism Bureau", "level": "bureau", "parent": "yunxi", "until": "2026-03-02",
      ]
      try await city.post(
        "admin", "admin/profile/units/water-firm", ["name": "x", "level": "utility", "parent": "water-firm"], status: 422)
      try await city.post("admin", "admin/profile/units/congress", culture)
      try await city.post("admin", "admin/profile/units/urban", culture)
      #expect(try await city.get("admin", "admin/profile/draft").words.contains("2026-03-02 后撤销"))
      try await city.post("admin", "admin/profile/draft/undo", ["part": "units/urban"])
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"])
      let order = try await city.raise(try await city.record("路灯不亮。"))
      city.clock.advance(days: 1)
      let refused = try await city.post("dispatcher", "orders/\(order)/dispatch", ["unit": "congress"], status: 422)
      #expect(refused.words.contains("撤销"))
      try await city.verify()
    }
  }
}

/// Releases that come into force later: compared, withdrawn before their day, and told of a year that is imported meanwhile.
@Suite struct ProfileReleaseTests {
  private static let line: JSONValue = ["clock": "handling", "limit": "2wd", "kinds": ["praise"]]

  @Test("a later release waits for its day and may be withdrawn before it", arguments: TestDatabases.each)
  func later(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      try await city.post("admin", "admin/profile/limits", Self.line)
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-01"], status: 422)
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-04-01"])
      #expect(try await city.get("admin", "admin/profile")["release"] == 1)
      // What is drafted next stands on the later one, and cannot come before it.
      try await city.post("admin", "admin/profile/limits", ["clock": "handling", "limit": "2wd", "kinds": ["suggestion"]])
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-15"], status: 422)
      try await city.post("admin", "admin/profile/draft/discard")
      #expect(try await city.post("admin", "admin/profile/releases/2/withdrawal").state == "withdrawn")
      try await city.post("admin", "admin/profile/releases/1/withdrawal", status: 409)
      city.clock.advance(days: 31)
      try await city.hotline.shelf.refresh()
      #expect(try await city.get("admin", "admin/profile")["release"] == 1)
      try await city.verify()
    }
  }

  @Test("a year imported meanwhile reaches the release that comes later", arguments: TestDatabases.each)
  func year(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      try await city.post("admin", "admin/profile/limits", Self.line)
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-04-01"])
      try await city.post("admin", "admin/calendar", ["year": 2027, "days": "{holidays: {2027-01-01: 元旦}, make-up-days: []}"])
      #expect(city.hotline.ledger.profile().calendar.covers.upperBound.description == "2027-12-31")
      city.clock.advance(days: 31)
      try await city.hotline.shelf.refresh()
      let profile = city.hotline.ledger.profile()
      #expect(profile.calendar.covers.upperBound.description == "2027-12-31")
      #expect(profile.limits.rules.contains { $0.conditions.kinds == [.praise] && $0.limit == .workingDays(2) })
      try await city.verify()
    }
  }

  @Test("a draft that a release overtakes is set beside it; where both change the same, somebody must look", arguments: TestDatabases.each)
  func overtaken(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      try await city.post("admin", "admin/profile/limits", Self.line)
      let other = city.hotline.shelf.export().replacing("{clock: commitment, limit: 3d}", with: "{clock: commitment, limit: 2d}")
      try await city.hotline.shelf.release(other, file: "other.yaml")
      let draft = try await city.get("admin", "admin/profile/draft")
      #expect(draft["base"] == 2 && draft["contested"] == ["limits"])
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"], status: 409)
      try await city.post("admin", "admin/profile/draft/rebase")
      try await city.post("admin", "admin/profile/draft/release", ["effective": "2026-03-02"])
      try await city.verify()
    }
  }
}
