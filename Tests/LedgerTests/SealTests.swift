import Casework
import Store
import Synchronization
import TestKit
import Testing

@testable import App
@testable import Ledger

/// Positions are global and without gaps; no event is overtaken by a transaction that is still running (decision 11).
@Suite struct SealTests {
  @Test(arguments: TestDatabases.each) func positionsAndSealsHaveNoGaps(_ engine: TestEngine) async throws {
    try await engine.city { city in
      let agent = city.person(.agent)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<120 {
          group.addTask { _ = try? await city.ledger.perform(Doing(text: "\(number)", fails: number % 7 == 0), as: agent) }
        }
        try await group.waitForAll()
      }
      try await city.ledger.sealNow()
      let events = try await city.count("SELECT count(*) FROM events")
      let positions = try await city.database.read { try $0.query("SELECT position FROM sealed ORDER BY position") { $0.int(0) } }
      #expect(positions == Array(1...Int64(events)))
      let seals = try await city.database.read { sql in
        try sql.query("SELECT number, first_position, last_position, previous, root FROM seals ORDER BY number") {
          (number: $0.int(0), first: $0.int(1), last: $0.int(2), previous: $0.blob(3), root: $0.blob(4))
        }
      }
      #expect(seals.map(\.number) == Array(1...Int64(seals.count)))
      #expect(seals.first?.first == 1 && seals.last?.last == Int64(events))
      for (before, after) in zip(seals, seals.dropFirst()) { #expect(after.first == before.last + 1 && after.previous == before.root) }
    }
  }

  @Test(arguments: TestDatabases.each) func eventsOfOneStreamAreSealedInTheirOrder(_ engine: TestEngine) async throws {
    try await engine.city { city in
      _ = try await city.archived()
      try await city.ledger.sealNow()
      let versions = try await city.database.read { sql in
        try sql.query("SELECT stream, id, version FROM sealed ORDER BY position") { ("\($0.text(0)) \($0.int(1))", $0.int(2)) }
      }
      var last: [String: Int64] = [:]
      for (stream, version) in versions {
        #expect(version == (last[stream] ?? 0) + 1)
        last[stream] = version
      }
    }
  }

  @Test func whatIsCommittedBehindARunningTransactionWaitsForIt() async throws {
    try await TestEngine.postgres.city { city in
      try await city.ledger.sealNow()
      let agent = city.person(.agent)
      let sealer = Sealer(clock: { City.dawn })
      let reader = Reader()
      let (begun, beginner) = AsyncStream<Void>.makeStream()
      let gate = Gate()
      let slow = Task { try await city.ledger.perform(Slow(begun: beginner, gate: gate), as: agent) }
      for await _ in begun { break }
      for number in 0..<5 { _ = try await city.ledger.perform(Doing(text: "\(number)"), as: agent) }
      // The slow one has written its event, the fast ones have committed theirs: none may be sealed yet.
      let early = try await city.database.write { try sealer.seal($0) }
      _ = try await city.ledger.advance(reader)
      let seenEarly = reader.seen
      gate.open()
      _ = try await slow.value
      try await city.ledger.sealNow()
      while try await city.ledger.advance(reader) > 0 {}
      #expect(early == 0)
      #expect(reader.seen.prefix(seenEarly.count) == seenEarly[...])
      #expect(reader.seen == (1...Int64(try await city.count("SELECT count(*) FROM events"))).map { $0 })
      let writers = try await city.database.read { sql in
        try sql.query("SELECT CAST(CAST(e.writer AS text) AS bigint) FROM events e JOIN positions p ON p.seq = e.seq ORDER BY p.position") {
          $0.int(0)
        }
      }
      #expect(writers == writers.sorted())
      #expect(try await city.hotline.verify().breaks == [])
    }
  }

  @Test func verifyBesideARunningTransactionRaisesNoFalseAlarm() async throws {
    try await TestEngine.postgres.city { city in
      try await city.ledger.sealNow()
      let agent = city.person(.agent)
      let (begun, beginner) = AsyncStream<Void>.makeStream()
      let gate = Gate()
      let slow = Task { try await city.ledger.perform(Slow(begun: beginner, gate: gate), as: agent) }
      for await _ in begun { break }
      _ = try await city.ledger.perform(Doing(), as: agent)
      try await city.ledger.sealNow(patience: .zero)
      let found = try await city.ledger.look { sql, _ in
        try sql.count("SELECT count(*) FROM events e WHERE NOT EXISTS (SELECT 1 FROM positions p WHERE p.seq = e.seq)")
      }
      let meanwhile = try await city.ledger.look { sql, _ in try city.ledger.verification(Schema.streams, sql) }
      gate.open()
      _ = try await slow.value
      #expect(found == 1 && meanwhile.isSound && meanwhile.breaks == [])
      #expect(try await city.hotline.verify().isSound)
    }
  }
}

/// A verb that has written and does not commit until its gate is opened.
private struct Slow: Verb {
  let begun: AsyncStream<Void>.Continuation
  let gate: Gate

  func perform(in session: LedgerSession) throws -> AppealReceipt {
    let receipt = try Doing(text: "slow").perform(in: session)
    begun.yield()
    gate.pass()
    return receipt
  }
}

/// Remembers the positions that it was shown.
private final class Reader: Projector {
  let name = "test-reader"
  private let positions = Mutex<[Int64]>([])

  var seen: [Int64] { positions.withLock { $0 } }

  func take(_ events: [SealedEvent], _ session: any SQLSession) throws {
    positions.withLock { $0 += events.map(\.position) }
  }
}
