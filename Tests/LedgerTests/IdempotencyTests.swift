import Casework
import Ledger
import TestKit
import Testing

/// The same key and body: the same answer, once; another body: refused.
@Suite struct IdempotencyTests {
  private func key(_ name: String, _ body: String = "b", permanent: Bool = false) -> RequestKey {
    RequestKey(scope: "agent", key: name, fingerprint: body, permanent: permanent)
  }

  @Test(arguments: TestDatabases.each) func aRepeatGetsTheSameAnswer(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let agent = city.person(.agent)
      let first = try await city.ledger.perform(Doing(), as: agent, key: key("1"))
      #expect(try await city.ledger.perform(Doing(), as: agent, key: key("1")) == first)
      #expect(try await city.ledger.perform(Doing(), as: agent, key: key("2")) != first)
      #expect(try await city.count("SELECT count(*) FROM appeals") == 2)
    }
  }

  @Test(arguments: TestDatabases.each) func twentyAtOnceAreOne(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let agent = city.person(.agent)
      for round in 0..<5 {
        let numbers = try await withThrowingTaskGroup(of: String.self) { group in
          for _ in 0..<20 {
            group.addTask { try await city.ledger.perform(Doing(), as: agent, key: self.key("same-\(round)")).number }
          }
          return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(numbers.count == 1)
        #expect(try await city.count("SELECT count(*) FROM appeals") == round + 1)
      }
    }
  }

  @Test(arguments: TestDatabases.each) func anotherBodyUnderTheSameKeyIsRefused(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let agent = city.person(.agent)
      _ = try await city.ledger.perform(Doing(), as: agent, key: key("1"))
      let reused = try await problem { _ = try await city.ledger.perform(Doing(text: "别的"), as: agent, key: key("1", "other")) }
      #expect(reused?.status == 422 && reused?.code == "key-reused")
      #expect(try await city.count("SELECT count(*) FROM appeals") == 1)
    }
  }

  @Test(arguments: TestDatabases.each) func whatFailedMayBeTriedAgainUnderItsKey(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let agent = city.person(.agent)
      await #expect(throws: Doing.Refused.self) { try await city.ledger.perform(Doing(fails: true), as: agent, key: key("1")) }
      _ = try await city.ledger.perform(Doing(), as: agent, key: key("1"))
      #expect(try await city.count("SELECT count(*) FROM appeals") == 1)
    }
  }

  @Test(arguments: TestDatabases.each) func keysAreForgottenAfterSevenDaysButThoseOfImports(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let agent = city.person(.agent)
      _ = try await city.ledger.perform(Doing(), as: agent, key: key("short"), at: city.now)
      _ = try await city.ledger.perform(Doing(), as: agent, key: key("long", permanent: true), at: city.now)
      try await city.ledger.forgetOldKeys(at: city.now.adding(days: 7))
      #expect(try await city.ledger.knows(scope: "agent", key: "short"))
      try await city.ledger.forgetOldKeys(at: city.now.adding(days: 8))
      #expect(try await !city.ledger.knows(scope: "agent", key: "short"))
      #expect(try await city.ledger.knows(scope: "agent", key: "long"))
    }
  }
}
