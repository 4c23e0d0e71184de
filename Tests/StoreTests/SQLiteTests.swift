import Foundation
import Store
import StoreSQLite
import TestKit
import Testing

@Suite struct SQLiteTests {
  private func open(_ body: (SQLiteDatabase) async throws -> Void) async throws {
    try await TestEngine.sqlite.place { place in
      let db = try SQLiteDatabase(path: place.target, readers: 2)
      let result = await outcome {
        try await db.migrate(fixture)
        try await body(db)
      }
      await db.close()
      try result.get()
    }
  }

  @Test func commitsAreDurable() async throws {
    try await open { db async throws in
      let settings = try await db.write { session in
        try ["synchronous", "foreign_keys", "secure_delete"].map { try session.count("PRAGMA \($0)") }
      }
      #expect(settings == [2, 1, 1])
      #expect(try await db.read { try $0.first("PRAGMA journal_mode") { $0.text(0) } } == "wal")
    }
  }

  @Test func twoHundredWritersShareCommits() async throws {
    try await open { db async throws in
      let before = db.statistics
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<200 { group.addTask { try await db.write { _ = try $0.insertUnit("u\(number)") } } }
        try await group.waitForAll()
      }
      #expect(db.statistics.jobs - before.jobs == 200)
      #expect(db.statistics.groups - before.groups < 200)
      let second = try SQLiteDatabase(path: db.path, readers: 1)
      #expect(try await second.read { try $0.count("SELECT count(*) FROM units") } == 200)
      await second.close()
    }
  }

  @Test func theHookRunsInsideEachCommitThatWrote() async throws {
    try await open { db async throws in
      db.beforeCommit { session in try session.execute("INSERT INTO things (name) VALUES ('sealed')") }
      let sealed = "SELECT count(*) FROM things"
      try await db.write { _ = try $0.count("SELECT count(*) FROM units") }
      #expect(try await db.read { try $0.count(sealed) } == 0)
      try await db.write { _ = try $0.insertUnit("a") }
      #expect(try await db.read { try $0.count(sealed) } == 1)
    }
  }

  @Test func aFailingHookFailsTheCommit() async throws {
    try await open { db async throws in
      db.beforeCommit { _ in throw StoreError.other(code: "seal", message: "no") }
      await #expect(throws: StoreError.other(code: "seal", message: "no")) {
        try await db.write { _ = try $0.insertUnit("a") }
      }
      #expect(try await db.read { try $0.count("SELECT count(*) FROM units") } == 0)
    }
  }

  @Test func aSecondServerIsRefused() async throws {
    try await open { db async throws in
      try db.lockForServing()
      try db.lockForServing()
      let second = try SQLiteDatabase(path: db.path)
      #expect(throws: StoreError.alreadyServed(db.path)) { try second.lockForServing() }
      try await second.write { _ = try $0.insertUnit("beside") }
      await db.close()
      try second.lockForServing()
      await second.close()
    }
  }

  @Test func onlyTheOwnerMayReadTheFiles() async throws {
    try await open { db async throws in
      try await db.write { _ = try $0.insertUnit("a") }
      for name in [db.path, "\(db.path)-wal"] {
        let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
      }
    }
  }

  @Test func aCheckpointEmptiesTheLog() async throws {
    try await open { db async throws in
      try await db.write { _ = try $0.insertUnit("a") }
      try await db.checkpoint()
      let size = try FileManager.default.attributesOfItem(atPath: "\(db.path)-wal")[.size] as? NSNumber
      #expect(size?.intValue == 0)
    }
  }

  @Test func aFolderThatCannotBeMadeIsAClearError() {
    #expect(throws: StoreError.self) { try SQLiteDatabase(path: "/proc/nowhere/test.db") }
  }

  @Test func onlyNumberedParametersAreTaken() async throws {
    try await open { db async throws in
      for sql in ["SELECT ?", "SELECT :name", "SELECT $name"] {
        await #expect(throws: StoreError.self) { try await db.read { _ = try $0.query(sql, ["a"]) { _ in () } } }
      }
    }
  }
}
