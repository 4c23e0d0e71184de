import Casework
import Ledger
import Store
import StoreSQLite
import TestKit
import Testing

/// Row, event, texts, outbox and key stand together or not at all.
@Suite struct OneTransactionTests {
  @Test(arguments: TestDatabases.each) func aVerbThatThrowsLeavesNothing(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let before = try await city.traces()
      let key = RequestKey(scope: "agent", key: "k", fingerprint: "f")
      await #expect(throws: Doing.Refused.self) {
        try await city.ledger.perform(Doing(fails: true, topic: "t"), as: city.person(.agent), key: key)
      }
      #expect(try await city.traces() == before)
    }
  }

  @Test(arguments: TestDatabases.each) func aVerbThatIsDoneLeavesAll(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let before = try await city.traces()
      let key = RequestKey(scope: "agent", key: "k", fingerprint: "f")
      _ = try await city.ledger.perform(Doing(topic: "t"), as: city.person(.agent), key: key)
      let more = try await city.traces().merging(before) { $0 - $1 }
      #expect(
        more == [
          "events": 1, "appeals": 1, "orders": 0, "participations": 0, "outbox": 1, "idempotency": 1, "citizens": 1, "vault_texts": 1,
          "blind_indexes": 1,
        ])
    }
  }

  @Test(arguments: TestDatabases.each) func aRefusedStepOfAStageLeavesNothing(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let (_, order) = try await city.dispatched()
      let before = try await city.traces()
      let officer = city.person(.officer, "urban")
      let refused = try await problem {
        try await city.post("orders/\(order)/return", .members(("reason", .text("no")), ("basis", .text("x"))), as: officer)
      }
      #expect(refused?.status == 422)
      #expect(try await city.traces() == before)
    }
  }

  @Test(arguments: TestDatabases.each) func oneOfManyThatFailsTakesNobodyAlong(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let agent = city.person(.agent)
      let before = try await city.count("SELECT count(*) FROM appeals")
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<60 {
          group.addTask { _ = try? await city.ledger.perform(Doing(text: "\(number)", fails: number % 3 == 0), as: agent) }
        }
      }
      #expect(try await city.count("SELECT count(*) FROM appeals") - before == 40)
      #expect(try await city.hotline.verify().breaks == [])
    }
  }

  @Test func writersAtOnceShareAFlush() async throws {
    try await TestEngine.sqlite.city { city in
      let database = try #require(city.database as? SQLiteDatabase)
      let before = database.statistics
      let agent = city.person(.agent)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<400 { group.addTask { _ = try await city.ledger.perform(Doing(text: "\(number)"), as: agent) } }
        try await group.waitForAll()
      }
      let (jobs, groups) = (database.statistics.jobs - before.jobs, database.statistics.groups - before.groups)
      #expect(jobs >= 400 && groups * 3 < jobs, "\(jobs) jobs in \(groups) flushes")
    }
  }
}
