import Foundation
import Ledger
import Search
import Store
import StorePostgres
import StoreSQLite
import Testing
import Vault

struct TestSetUpError: Error, CustomStringConvertible {
  let description: String
}

/// The engines a test runs on: `@Test(arguments: TestEngine.each)`.
enum TestEngine: String, CustomTestStringConvertible {
  case sqlite
  case postgres

  static let each: [TestEngine] = [.sqlite, .postgres]
  var testDescription: String { rawValue }

  static let migrations = Counters.migrations + VaultMigrations.all + LedgerMigrations.all + SearchMigrations.all

  /// Gives the test an empty database of its own with the whole schema, and takes it away afterwards.
  func database(_ body: (any Database) async throws -> Void) async throws {
    let name = "t_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
    switch self {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lianxin-\(name)")
      defer { try? FileManager.default.removeItem(at: folder) }
      try await use(try SQLiteDatabase(path: folder.appendingPathComponent("test.db").path, readers: 2), body)
    case .postgres:
      guard let server = ProcessInfo.processInfo.environment["LIANXIN_TEST_POSTGRES"], !server.isEmpty else {
        throw TestSetUpError(description: "no PostgreSQL to test on (LIANXIN_TEST_POSTGRES): run bin/test")
      }
      let keeper = PostgresDatabase(server, connections: 1)
      try await keeper.write { _ = try $0.execute("CREATE SCHEMA \(name)") }
      let result = await outcome { try await use(PostgresDatabase("\(server) options='-c search_path=\(name)'", connections: 4), body) }
      try await keeper.write { _ = try $0.execute("DROP SCHEMA \(name) CASCADE") }
      await keeper.close()
      try result.get()
    }
  }

  private func use(_ database: any Database, _ body: (any Database) async throws -> Void) async throws {
    let result = await outcome {
      try await database.migrate(Self.migrations)
      try await body(database)
    }
    await database.close()
    try result.get()
  }
}

/// The result of an async step, so that tidying up can follow either way.
private func outcome(_ body: () async throws -> Void) async -> Result<Void, any Error> {
  do {
    try await body()
    return .success(())
  } catch {
    return .failure(error)
  }
}
