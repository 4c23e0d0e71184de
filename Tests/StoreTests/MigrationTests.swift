import Store
import TestKit
import Testing

@Suite struct MigrationTests {
  private func step(_ module: String, _ number: Int, _ sql: String = "SELECT 1") -> Migration {
    Migration(module: module, number: number, reason: "because") { _ in [sql] }
  }

  private func table(_ module: String, _ number: Int, _ name: String) -> Migration {
    Migration(module: module, number: number, reason: "because") { Table(name, [.id()]).statements($0) }
  }

  @Test(arguments: TestDatabases.each) func runsInTheOrderGivenAndOnce(_ engine: TestEngine) async throws {
    try await engine.database { db async throws in
      let first = [table("units", 1, "a"), table("dispatch", 1, "b")]
      #expect(try await db.migrate(first) == ["units-001", "dispatch-001"])
      let later = [first[0], step("units", 12, "INSERT INTO a (id) VALUES (7)"), first[1]]
      #expect(try await db.pendingMigrations(later) == ["units-012"])
      #expect(try await db.migrate(later) == ["units-012"])
      #expect(try await db.migrate(later) == [])
      #expect(try await db.read { try $0.count("SELECT id FROM a") } == 7)
    }
  }

  @Test(arguments: TestDatabases.each) func aNewerDatabaseIsRefused(_ engine: TestEngine) async throws {
    try await engine.database { db async throws in
      try await db.migrate([step("units", 1), step("units", 2)])
      let text = "a newer program made this database; it knows units-002, which this program does not"
      await #expect(throws: StoreError.migration(text)) { try await db.migrate([step("units", 1)]) }
    }
  }

  @Test(arguments: TestDatabases.each) func nothingIsSlippedInBelow(_ engine: TestEngine) async throws {
    try await engine.database { db async throws in
      try await db.migrate([step("units", 2)])
      await #expect(throws: StoreError.self) { try await db.migrate([step("units", 1), step("units", 2)]) }
      await #expect(throws: StoreError.self) { try await db.migrate([step("units", 3), step("units", 2)]) }
      await #expect(throws: StoreError.self) { try await db.migrate([step("units", 2), step("units", 2)]) }
    }
  }

  @Test(arguments: TestDatabases.each) func aFailingStepLeavesNothing(_ engine: TestEngine) async throws {
    try await engine.database { db async throws in
      await #expect(throws: StoreError.self) { try await db.migrate([table("units", 1, "a"), step("units", 2, "NONSENSE")]) }
      #expect(try await db.migrate([table("units", 1, "a")]) == ["units-001"])
    }
  }

  @Test(arguments: TestDatabases.each) func twoProcessesMayStartAtOnce(_ engine: TestEngine) async throws {
    try await engine.place { place async throws in
      let databases = [try place.open(), try place.open(), try place.open()]
      let applied = try await withThrowingTaskGroup(of: [String].self) { group in
        for db in databases { group.addTask { try await db.migrate(fixture) } }
        return try await group.reduce(into: []) { $0.append(contentsOf: $1) }
      }
      #expect(applied == ["test-001", "test-002"])
      for db in databases { await db.close() }
    }
  }
}
