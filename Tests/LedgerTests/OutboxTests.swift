import Casework
import Ledger
import Store
import TestKit
import Testing

/// What a transaction leaves for outside doers is delivered at least once, and a failure is counted.
@Suite struct OutboxTests {
  @Test(arguments: TestDatabases.each) func aNoticeReachesTheCitizenOnceThoughItIsDeliveredTwice(_ engine: TestEngine) async throws {
    try await engine.city { city in
      _ = try await city.raise(try await city.record())
      let message = try #require(try await city.ledger.outbox().first)
      #expect(try await city.hotline.courier.deliver() == 1)
      #expect(try await city.ledger.outbox().isEmpty)
      // The courier died after the delivery and before it could say so.
      try await city.database.write { sql in
        _ = try sql.execute(
          "INSERT INTO outbox (id, topic, body, at) VALUES ($1, $2, $3, $4)",
          [.int(message.id), .text(message.topic), .text(message.body), .int(message.at.milliseconds)])
      }
      #expect(try await city.hotline.courier.deliver() == 1)
      #expect(try await city.count("SELECT count(*) FROM events WHERE stream = 'participation' AND body LIKE '{\"notified%'") == 1)
      #expect(try await city.hotline.verify().isSound)
    }
  }

  @Test(arguments: TestDatabases.each) func whatFailsIsCountedKeptAndInTheEndGivenToAPerson(_ engine: TestEngine) async throws {
    try await engine.city { city in
      _ = try await city.ledger.perform(Doing(topic: "nobody"), as: city.person(.agent))
      for tried in 1...Ledger.mostTries {
        #expect(try await city.ledger.undelivered() == 0)
        #expect(try await city.hotline.courier.deliver() == 1)
        #expect(try await city.count("SELECT tries FROM outbox") == Int(tried))
      }
      #expect(try await city.hotline.courier.deliver() == 0)
      #expect(try await city.ledger.undelivered() == 1)
      let failure = try await city.database.read { try $0.first("SELECT failure FROM outbox") { $0.text(0) } }
      #expect(failure?.contains("nobody") == true)
    }
  }

  @Test(arguments: TestDatabases.each) func aFailureDoesNotHoldUpTheOthers(_ engine: TestEngine) async throws {
    try await engine.city { city in
      _ = try await city.ledger.perform(Doing(topic: "nobody"), as: city.person(.agent))
      _ = try await city.raise(try await city.record())
      #expect(try await city.hotline.courier.deliver() == 2)
      #expect(try await city.ledger.outbox().map(\.topic) == ["nobody"])
    }
  }
}
