import Store
import TestKit
import Testing

@Suite struct TransactionTests {
  private struct Refusal: Error, Equatable {}

  private static let codes = "SELECT code FROM units ORDER BY code"

  @Test(arguments: TestDatabases.each) func savepointUndoesOnlyItself(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      try await db.write { session in
        try session.insertUnit("a")
        _ = try? session.savepoint {
          try session.insertUnit("b")
          try session.savepoint { _ = try session.insertUnit("c") }
          try session.insertUnit("a")
        }
        try session.savepoint { _ = try session.insertUnit("d") }
      }
      #expect(try await db.read { try $0.query(Self.codes) { $0.text(0) } } == ["a", "d"])
    }
  }

  @Test(arguments: TestDatabases.each) func aThrownErrorUndoesTheWholeJob(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      await #expect(throws: Refusal()) {
        try await db.write { session in
          try session.insertUnit("a")
          throw Refusal()
        }
      }
      #expect(try await db.read { try $0.count("SELECT count(*) FROM units") } == 0)
    }
  }

  @Test(arguments: TestDatabases.each) func oneFailingJobDoesNotHurtTheOthers(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let failed = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<60 {
          group.addTask {
            let result = await outcome {
              try await db.write { session in
                try session.insertUnit("u\(number)")
                if number % 3 == 0 { throw Refusal() }
              }
            }
            if case .failure = result { return true }
            return false
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(failed == 20)
      #expect(try await db.read { try $0.count("SELECT count(*) FROM units") } == 40)
    }
  }

  @Test(arguments: TestDatabases.each) func violationsHaveTheirOwnErrors(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let unit = try await db.write { try $0.insertUnit("a") }
      let insert = "INSERT INTO orders (unit, number, state) VALUES ($1, $2, $3)"
      try await db.write { _ = try $0.execute(insert, [.int(unit), "n1", "open"]) }
      func attempt(_ args: [SQLValue]) async -> StoreError? {
        let result = await outcome { try await db.write { _ = try $0.execute(insert, args) } }
        guard case .failure(let error) = result else { return nil }
        return error as? StoreError
      }
      await #expect(throws: StoreError.uniqueViolation("units.code")) { try await db.write { _ = try $0.insertUnit("a") } }
      let twice = await attempt([.int(unit), "n1", "open"])
      #expect(twice == .uniqueViolation("orders.unit, orders.number") || twice == .uniqueViolation("orders.number"))
      guard case .foreignKey = await attempt([99, "n2", "open"]) else { throw TestSetUpError(description: "no foreign key") }
      for args: [SQLValue] in [[.int(unit), "", "open"], [.int(unit), "n3", "odd"], [.int(unit), nil, "open"]] {
        guard case .check = await attempt(args) else { throw TestSetUpError(description: "not checked: \(args)") }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func errorsNeverQuoteValues(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      try await db.write { _ = try $0.insertUnit("13800000000") }
      for sql in ["INSERT INTO units (code) VALUES ($1)", "INSERT INTO units (code, version) VALUES ('b', $1)"] {
        let result = await outcome { try await db.write { _ = try $0.execute(sql, ["13800000000x".dropLastIfUnique(sql)]) } }
        guard case .failure(let error) = result else { throw TestSetUpError(description: "accepted: \(sql)") }
        #expect(!"\(error)".contains("1380"))
      }
    }
  }

  @Test(arguments: TestDatabases.each) func ofTwoOfficersAtOnceOneWins(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      let unit = try await db.write { try $0.insertUnit("a") }
      let changed = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<2 {
          group.addTask {
            try await db.write { session in
              try session.execute("UPDATE units SET version = version + 1 WHERE id = $1 AND version = $2", [.int(unit), 1])
            }
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(changed == 1)
    }
  }

  @Test(arguments: TestDatabases.each) func aReadSeesOneMoment(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      try await db.write { session in
        for code in ["a", "b"] { try session.execute("INSERT INTO units (code, version) VALUES ($1, 500)", [.text(code)]) }
      }
      let version = "SELECT version FROM units WHERE code = $1"
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for _ in 0..<100 {
            try await db.write { session in
              try session.execute("UPDATE units SET version = version - 1 WHERE code = 'a'")
              try session.execute("UPDATE units SET version = version + 1 WHERE code = 'b'")
            }
          }
        }
        for _ in 0..<2 {
          group.addTask {
            for _ in 0..<100 {
              let sum = try await db.read { try $0.count(version, ["a"]) + $0.count(version, ["b"]) }
              #expect(sum == 1000)
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test(arguments: TestDatabases.each) func readingCannotWrite(_ engine: TestEngine) async throws {
    try await engine.database(fixture) { db async throws in
      await #expect(throws: StoreError.self) { try await db.read { _ = try $0.insertUnit("a") } }
      #expect(try await db.read { try $0.count("SELECT count(*) FROM units") } == 0)
    }
  }

  @Test(arguments: TestDatabases.each) func afterClosingNothingHangs(_ engine: TestEngine) async throws {
    try await engine.place { place async throws in
      let db = try place.open()
      await db.close()
      await #expect(throws: StoreError.unavailable("the database is closed")) { try await db.read { _ in } }
    }
  }

  @Test(arguments: TestDatabases.each) func countersHandOutDisjointBlocks(_ engine: TestEngine) async throws {
    try await engine.database(Counters.migrations) { db async throws in
      let counters = Counters(db)
      let blocks = try await withThrowingTaskGroup(of: ClosedRange<Int64>.self) { group in
        for number in 0..<40 { group.addTask { try await counters.reserve("orders", count: number % 5 + 1) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(blocks.flatMap { Array($0) }.sorted() == Array(1...120))
      #expect(try await counters.reserve("appeals", count: 3) == 1...3)
      await #expect(throws: StoreError.self) { try await counters.reserve("orders", count: 0) }
    }
  }
}

extension String {
  /// The taken value for the unique column, one that is no number for the other.
  fileprivate func dropLastIfUnique(_ sql: String) -> SQLValue {
    .text(sql.contains("version") ? self : String(dropLast()))
  }
}
