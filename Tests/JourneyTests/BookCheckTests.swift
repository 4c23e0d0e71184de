import App
import Casework
import TestKit
import Testing
import Web

/// The audit administrator has the books checked from the desk; it is the verification of the command, and stands in the books.
@Suite struct BookCheckTests {
  /// The newest check, when it has ended.
  private func ended(_ city: City) async throws -> JSONValue {
    for _ in 0..<100_000 {
      let list = try await city.get("audit-admin", "admin/book-checks")
      if list["running"] == nil, let first = list.items.first { return first }
      await Task.yield()
    }
    Issue.record("the check never ended")
    return .null
  }

  @Test("a check is begun, finds the books sound and stands in them", arguments: TestDatabases.each)
  func sound(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      try await city.dispatch(try await city.raise(try await city.record("路灯不亮。")), to: "urban")
      for who in ["admin", "security-admin", "dispatcher", "leader"] {
        try await city.post(who, "admin/book-checks", status: 403)
        try await city.get(who, "admin/book-checks", status: 403)
      }
      try await city.post("audit-admin", "admin/book-checks", status: 201)
      let check = try await ended(city)
      #expect(check["state"] == "sound" && check["by"] == "audit-admin" && check["differing"] == 0 && check["breaks"] == .list([]))
      #expect(check["events"] != nil && check["ended"] != nil)
      try await city.verify()
      try await city.post("audit-admin", "admin/book-checks", status: 201)
      #expect(try await ended(city)["state"] == "sound", "a check passes over those before it")
    }
  }

  @Test("a row that somebody changed behind the books is found", arguments: TestDatabases.each)
  func differing(_ engine: TestEngine) async throws {
    try await City.open(engine) { city in
      let order = try await city.raise(try await city.record("路灯不亮。"))
      try await city.hotline.ledger.database.write {
        try $0.execute("UPDATE orders SET supervisions = 9 WHERE number = $1", [.text(order)])
      }
      try await city.post("audit-admin", "admin/book-checks", status: 201)
      let check = try await ended(city)
      #expect(check["state"] == "unsound" && check["differing"] == 1)
    }
  }
}
