import Foundation
import Store
import StorePostgres
import StoreSQLite

/// The engines a test runs on: `@Test(arguments: TestDatabases.each)`.
public enum TestDatabases {
  public static let each: [TestEngine] = [.sqlite, .postgres]
}

public struct TestSetUpError: Error, CustomStringConvertible {
  public let description: String

  public init(description: String) { self.description = description }
}

public enum TestEngine: String, Sendable, CustomStringConvertible {
  case sqlite
  case postgres

  public var description: String { rawValue }

  /// Gives the test a place for a database of its own and takes it away afterwards.
  public func place(_ body: (TestPlace) async throws -> Void) async throws {
    await Turnstile.databases.enter()
    let result = await outcome { try await alone(body) }
    await Turnstile.databases.leave()
    try result.get()
  }

  private func alone(_ body: (TestPlace) async throws -> Void) async throws {
    let name = "t_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
    switch self {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lianxin-\(name)")
      defer { try? FileManager.default.removeItem(at: folder) }
      try await body(TestPlace(engine: self, target: folder.appendingPathComponent("test.db").path))
    case .postgres:
      guard let server = ProcessInfo.processInfo.environment["LIANXIN_TEST_POSTGRES"], !server.isEmpty else {
        throw TestSetUpError(description: "no PostgreSQL to test on (LIANXIN_TEST_POSTGRES): run bin/test")
      }
      let keeper = PostgresDatabase(server, connections: 1)
      try await keeper.write { _ = try $0.execute("CREATE SCHEMA \(name)") }
      let place = TestPlace(engine: self, target: "\(server) options='-c search_path=\(name)'")
      let result = await outcome { try await body(place) }
      try await keeper.write { _ = try $0.execute("DROP SCHEMA \(name) CASCADE") }
      await keeper.close()
      try result.get()
    }
  }

  /// Gives the test an open database with a schema, and closes it afterwards.
  public func database(_ migrations: [Migration] = [], _ body: (any Database) async throws -> Void) async throws {
    try await place { place in
      let database = try place.open()
      let result = await outcome {
        try await database.migrate(migrations)
        try await body(database)
      }
      await database.close()
      try result.get()
    }
  }
}

/// Where a test's database is; it may be opened several times, as by several processes.
public struct TestPlace {
  public let engine: TestEngine
  public let target: String

  public func open() throws -> any Database {
    switch engine {
    case .sqlite: try SQLiteDatabase(path: target, readers: 2)
    case .postgres: PostgresDatabase(target, connections: 4)
    }
  }
}

/// The result of an async step, so that tidying up can follow either way.
public func outcome(_ body: () async throws -> Void) async -> Result<Void, any Error> {
  do {
    try await body()
    return .success(())
  } catch {
    return .failure(error)
  }
}
