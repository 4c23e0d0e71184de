import Casework
import TestKit
import Testing
import Workdays

@testable import People

@Suite struct TokenTests {
  @Test(arguments: TestDatabases.each)
  func aTokenIsKeptOnlyAsItsHash(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let token = try await accounts.createToken(user: "li.na")
      #expect(try await PeopleGate(accounts).actor(bearer: token)?.account == "li.na")
      let digests = try await town.database.read { try $0.query("SELECT digest FROM api_tokens") { $0.blob(0) } }
      #expect(digests == [RandomSecret.digest(token)])
      let events = try await town.database.read { try $0.query("SELECT body FROM events WHERE stream = 'account'") { $0.text(0) } }
      #expect(events.contains { $0.hasPrefix("{\"tokenCreated\"") })
      #expect(!events.contains { $0.contains(token) || $0.contains("argon2") || $0.contains(Town.password) })
    }
  }

  @Test(arguments: TestDatabases.each)
  func aRevokedTokenStopsHereAtOnceAndElsewhereInTwoSeconds(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let (here, there) = (PeopleGate(accounts), PeopleGate(try town.node()))
      let admin = try await accounts.actor(for: "admin")
      let issued = try await accounts.createToken("短信网关", for: "li.na", as: admin)
      #expect(try await here.actor(bearer: issued.secret) != nil)
      #expect(try await there.actor(bearer: issued.secret) != nil)
      _ = try await accounts.revokeToken(issued.token ?? 0, of: "li.na", as: admin)
      #expect(try await here.actor(bearer: issued.secret) == nil)
      #expect(try await there.actor(bearer: issued.secret) != nil, "remembered for two seconds")
      town.wait(seconds: 2)
      #expect(try await there.actor(bearer: issued.secret) == nil)
      #expect(try await accounts.find("li.na")?.tokens == [])
    }
  }

  @Test(arguments: TestDatabases.each)
  func aDisabledAccountStops(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let (here, there) = (PeopleGate(accounts), PeopleGate(try town.node()))
      let token = try await accounts.createToken(user: "li.na")
      let session = try await accounts.signIn(name: "li.na", password: Town.password).session
      _ = (try await here.actor(bearer: token), try await there.actor(bearer: token), try await there.actor(session: session))
      let admin = try await accounts.actor(for: "admin")
      _ = try await accounts.disable("li.na", reason: "离职", as: admin)
      #expect(try await here.actor(bearer: token) == nil)
      #expect(try await here.actor(session: session) == nil)
      town.wait(seconds: 2)
      #expect(try await there.actor(bearer: token) == nil)
      #expect(try await there.actor(session: session) == nil)
      let refused = try await problem { _ = try await accounts.signIn(name: "li.na", password: Town.password) }
      #expect(refused as? PeopleProblem == .disabled)
      _ = try await accounts.enable("li.na", as: admin)
      #expect(try await here.actor(bearer: token) != nil)
      #expect(try await here.actor(session: session) == nil, "its sessions have ended for good")
    }
  }

  @Test(arguments: TestDatabases.each)
  func anOfficersSecretsAreNotTheAdministrators(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let admin = try await accounts.actor(for: "admin")
      for officer in ["security", "audit"] {
        let token = try await problem { _ = try await accounts.createToken("x", for: officer, as: admin) }
        #expect(token as? PeopleProblem == .officer)
        let reset = try await problem { _ = try await accounts.resetPassword(of: officer, as: admin) }
        #expect(reset as? PeopleProblem == .officer)
      }
    }
  }
}
