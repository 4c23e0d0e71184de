import Casework
import Store
import TestKit
import Testing
import Workdays

@testable import People

@Suite struct SignInTests {
  @Test(arguments: TestDatabases.each)
  func theRightPasswordBeginsASession(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let begun = try await accounts.signIn(name: " LI.NA", password: Town.password, address: "10.0.0.8")
      #expect(begun.actor.account == "li.na")
      #expect(begun.actor.scope == "yunxi")
      #expect(!begun.mustChange)
      let found = try await PeopleGate(accounts).actor(session: begun.session)
      #expect(found?.actor == begun.actor)
      #expect(found?.csrf == begun.csrf)
    }
  }

  @Test(arguments: TestDatabases.each)
  func wrongAndUnknownAreAnsweredTheSame(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let wrong = try await problem { _ = try await accounts.signIn(name: "li.na", password: "not this one") }
      let unknown = try await problem { _ = try await accounts.signIn(name: "nobody", password: "not this one") }
      #expect(wrong.status == 401)
      #expect(wrong.sentence == unknown.sentence)
    }
  }

  @Test(arguments: TestDatabases.each)
  func fiveWrongPasswordsLockEvenTheRightOneOut(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      for _ in 0..<5 { _ = try await problem { _ = try await accounts.signIn(name: "li.na", password: "wrong") } }
      let refused = try await problem { _ = try await accounts.signIn(name: "li.na", password: Town.password) }
      #expect(refused as? PeopleProblem == .locked(until: town.now.adding(minutes: 15)))
      #expect(refused.status == 429)
      town.wait(minutes: 15)
      _ = try await accounts.signIn(name: "li.na", password: Town.password)
      #expect(try await town.database.read { try $0.count("SELECT count(*) FROM sign_in_failures") } == 0)
    }
  }

  @Test(arguments: TestDatabases.each)
  func manyTriesAtOnceAreNoWayAroundTheLock(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let locked = await withTaskGroup(of: Bool.self) { group in
        for _ in 0..<12 {
          group.addTask {
            let refused = try? await problem { _ = try await accounts.signIn(name: "li.na", password: "wrong") }
            return refused?.status == 429
          }
        }
        return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(locked == 7)
    }
  }

  @Test(arguments: TestDatabases.each)
  func oneAddressCannotTryAllAccounts(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, _ in
      let spray = SignInFailures.Subject.address("203.0.113.9")
      for _ in 0..<100 { try await town.database.write { _ = try SignInFailures($0).attempt(spray, at: town.now) } }
      let accounts = try town.node()
      let refused = try await problem { _ = try await accounts.signIn(name: "li.na", password: Town.password, address: "203.0.113.9") }
      #expect(refused.code == "locked")
      _ = try await accounts.signIn(name: "li.na", password: Town.password, address: "203.0.113.10")
    }
  }

  @Test(arguments: TestDatabases.each)
  func theDatabaseKnowsSessionsAndNamesOnlyAsHashes(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let begun = try await accounts.signIn(name: "li.na", password: Town.password)
      let digests = try await town.database.read { try $0.query("SELECT digest FROM sessions") { $0.blob(0) } }
      #expect(digests == [RandomSecret.digest(begun.session)])
      #expect(digests.first != Array(begun.session.utf8))
    }
  }
}
