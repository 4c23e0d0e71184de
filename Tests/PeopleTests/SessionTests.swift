import Casework
import TestKit
import Testing
import Workdays

@testable import People

@Suite struct SessionTests {
  @Test(arguments: TestDatabases.each)
  func aSessionEndsAfterTwelveIdleHours(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let gate = PeopleGate(accounts)
      let session = try await accounts.signIn(name: "li.na", password: Town.password).session
      town.wait(hours: 11, seconds: 59)
      #expect(try await gate.actor(session: session) != nil)
      town.wait(hours: 11)
      #expect(try await gate.actor(session: session) != nil, "being seen keeps it alive")
      town.wait(hours: 12)
      #expect(try await gate.actor(session: session) == nil)
    }
  }

  @Test(arguments: TestDatabases.each)
  func aSessionEndsAfterSevenDaysAtTheLatest(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let gate = PeopleGate(accounts)
      let session = try await accounts.signIn(name: "li.na", password: Town.password).session
      for _ in 0..<16 {
        town.wait(hours: 10)
        #expect(try await gate.actor(session: session) != nil)
      }
      town.wait(hours: 8)
      #expect(try await gate.actor(session: session) == nil)
      try await accounts.tidy(at: town.now)
      #expect(try await town.database.read { try $0.count("SELECT count(*) FROM sessions") } == 0)
    }
  }

  @Test(arguments: TestDatabases.each)
  func signingOutHoldsHereAtOnceAndElsewhereSoon(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let (here, there) = (PeopleGate(accounts), PeopleGate(try town.node()))
      let session = try await accounts.signIn(name: "li.na", password: Town.password).session
      #expect(try await here.actor(session: session) != nil)
      #expect(try await there.actor(session: session) != nil)
      try await accounts.signOut(session: session)
      #expect(try await here.actor(session: session) == nil)
      town.wait(seconds: 2)
      #expect(try await there.actor(session: session) == nil)
    }
  }

  @Test(arguments: TestDatabases.each)
  func aSessionIsNoTokenAndATokenNoSession(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let gate = PeopleGate(accounts)
      let session = try await accounts.signIn(name: "li.na", password: Town.password).session
      let token = try await accounts.createToken(user: "li.na")
      #expect(try await gate.actor(bearer: session) == nil)
      #expect(try await gate.actor(session: token) == nil)
      #expect(try await gate.actor(bearer: "lx_\(session)") == nil)
    }
  }
}
