import Casework
import TestKit
import Testing
import Workdays

@testable import People

@Suite struct DisplayTests {
  @Test(arguments: TestDatabases.each)
  func aTokenOpensOneDisplayUntilItIsRevoked(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let displays = Displays(accounts.ledger)
      let admin = try await accounts.actor(for: "admin")
      let issued = try await displays.create("大厅东墙", as: admin, key: nil, at: town.now)
      let found = try #require(try await displays.find(issued.token))
      #expect(found.label == "大厅东墙" && found.scope == "yunxi" && found.actor.roles.isEmpty)
      let digests = try await town.database.read { try $0.query("SELECT digest FROM display_tokens") { $0.blob(0) } }
      #expect(digests == [RandomSecret.digest(issued.token)])
      let events = try await town.database.read { try $0.query("SELECT body FROM events WHERE stream = 'display'") { $0.text(0) } }
      #expect(events.count == 1 && !events[0].contains(issued.token))
      #expect(try await PeopleGate(accounts).actor(session: issued.token) == nil, "it is no session")
      _ = try await displays.revoke(found.id, as: admin, key: nil, at: town.now)
      #expect(try await displays.find(issued.token) == nil)
    }
  }

  @Test(arguments: TestDatabases.each)
  func onlyTheAdministratorOfThatPartKeepsIt(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let displays = Displays(accounts.ledger)
      let (county, agent) = (try await accounts.actor(for: "county"), try await accounts.actor(for: "li.na"))
      let own = try await displays.create("县大厅", as: county, key: nil, at: town.now)
      #expect(try await displays.find(own.token)?.scope == "qingshan")
      await #expect(throws: (any Error).self) { _ = try await displays.create("市大厅", as: agent, key: nil, at: town.now) }
      let city = try await displays.create("市大厅", as: try await accounts.actor(for: "admin"), key: nil, at: town.now)
      #expect(try await displays.list(for: county).map(\.label) == ["县大厅"])
      await #expect(throws: (any Error).self) { _ = try await displays.revoke(city.display.id, as: county, key: nil, at: town.now) }
      for broken in ["", "x", String(repeating: "A", count: 43)] { #expect(try await displays.find(broken) == nil) }
    }
  }
}
