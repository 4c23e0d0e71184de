import Store
import StorePostgres
import TestKit
import Testing

@Suite struct PostgresTests {
  private static let suicide = "SELECT pg_terminate_backend(pg_backend_pid())"

  private func open(connections: Int, _ body: (PostgresDatabase, TestPlace) async throws -> Void) async throws {
    try await TestEngine.postgres.place { place in
      let db = PostgresDatabase(place.target, connections: connections)
      let result = await outcome {
        try await db.migrate(fixture)
        try await body(db, place)
      }
      await db.close()
      try result.get()
    }
  }

  @Test func aConnectionKilledAtWorkIsReplaced() async throws {
    try await open(connections: 1) { db, _ async throws in
      do {
        try await db.write { _ = try $0.query(Self.suicide) { _ in () } }
        Issue.record("the job survived its connection")
      } catch StoreError.unavailable {}
      try await db.write { _ = try $0.insertUnit("a") }
      #expect(try await db.read { try $0.count("SELECT count(*) FROM units") } == 1)
    }
  }

  @Test func aConnectionKilledAtRestIsReplacedUnnoticed() async throws {
    try await open(connections: 1) { db, place async throws in
      let own = try await db.read { try $0.count("SELECT pg_backend_pid()") }
      let other = PostgresDatabase(place.target, connections: 1)
      try await other.write { _ = try $0.query("SELECT pg_terminate_backend($1, 5000)", [.num(own)]) { _ in () } }
      await other.close()
      try await db.write { _ = try $0.insertUnit("a") }
      #expect(try await db.read { try $0.count("SELECT pg_backend_pid()") } != own)
    }
  }

  @Test func aFailureThatWasPassedOverDoesNotCommitSilently() async throws {
    try await open(connections: 1) { db, _ async throws in
      try await db.write { _ = try $0.insertUnit("a") }
      await #expect(throws: StoreError.self) {
        try await db.write { session in
          try session.insertUnit("b")
          _ = try? session.insertUnit("a")
        }
      }
      #expect(try await db.read { try $0.count("SELECT count(*) FROM units") } == 1)
    }
  }

  @Test func moreCallersThanConnectionsWaitTheirTurn() async throws {
    try await open(connections: 2) { db, _ async throws in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<50 { group.addTask { try await db.write { _ = try $0.insertUnit("u\(number)") } } }
        try await group.waitForAll()
      }
      #expect(try await db.read { try $0.count("SELECT count(*) FROM units") } == 50)
    }
  }

  @Test func aServerThatIsNotThereIsUnavailable() async throws {
    let db = PostgresDatabase("host=/nowhere dbname=postgres", connections: 1)
    do {
      try await db.read { _ in }
      Issue.record("connected to nowhere")
    } catch StoreError.unavailable {}
    await db.close()
  }
}
