import App
import Foundation
import GRDBSQLite
import Store
import StorePostgres
import StoreSQLite
import Vault

/// A database of the fixture city, on one of the engines.
struct Home {
  enum Engine: Sendable {
    case sqlite
    /// The words of a connection to the server, with the name of any database.
    case postgres(String)
  }

  let engine: Engine
  /// A folder of its own for the file, or for the key alone.
  let folder: URL
  /// The database's name on PostgreSQL.
  let name: String

  private var file: String { folder.appendingPathComponent("lianxin.db").path }
  private var keyFile: String { folder.appendingPathComponent("vault.key").path }

  /// The words of a connection to this database.
  var target: String {
    guard case .postgres(let words) = engine else { return file }
    return Self.words(words, database: name)
  }

  static func words(_ words: String, database: String) -> String {
    words.split(separator: " ").map { $0.hasPrefix("dbname=") ? "dbname=\(database)" : String($0) }.joined(separator: " ")
  }

  /// The options with which the program finds it.
  var options: [String] {
    if case .sqlite = engine { return ["--data", folder.path] }
    return ["--database", target, "--key-file", keyFile]
  }

  func database() throws -> any Database {
    if case .sqlite = engine { return try SQLiteDatabase(path: file) }
    return PostgresDatabase(target)
  }

  func keys() throws -> VaultKeys { try VaultKeys.load(path: keyFile, create: true) }

  func hotline(_ database: any Database) async throws -> Hotline {
    try await Hotline.open(database, keys: keys(), clock: { .now() }, random: { UInt64.random(in: .min ... .max) })
  }

  /// Makes it: schema, profile, logins; then does something in it.
  static func make<T>(_ engine: Engine, _ folder: URL, name: String, then body: (Hotline) async throws -> T) async throws -> (Home, T) {
    let home = Home(engine: engine, folder: folder.appendingPathComponent(name), name: name)
    try FileManager.default.createDirectory(at: home.folder, withIntermediateDirectories: true)
    if case .postgres(let words) = engine { try RawPostgres.run(words, "CREATE DATABASE \(name)") }
    let hotline = try await home.hotline(home.database())
    try await FixtureCity(hotline).enrol()
    let result = try await body(hotline)
    await hotline.close()
    return (home, result)
  }

  /// The same once more, byte for byte.
  func copy(_ name: String) throws -> Home {
    let twin = Home(engine: engine, folder: folder.deletingLastPathComponent().appendingPathComponent(name), name: name)
    try FileManager.default.copyItem(at: folder, to: twin.folder)
    if case .postgres(let words) = engine { try RawPostgres.run(words, "CREATE DATABASE \(name) TEMPLATE \(self.name)") }
    return twin
  }

  /// The first number that a query gives, asked on a connection of its own.
  func number(_ sql: String) throws -> Int64 {
    if case .postgres = engine {
      let raw = try RawPostgres(target)
      defer { raw.close() }
      return raw.number(sql)
    }
    let raw = try RawSQLite(file)
    defer { raw.close() }
    return try raw.number(sql)
  }

  func replay(_ replay: Replay) throws -> Int64 {
    if case .postgres = engine {
      let raw = try RawPostgres(target)
      defer { raw.close() }
      return try raw.run(replay)
    }
    let raw = try RawSQLite(file)
    defer { raw.close() }
    return try raw.run(replay)
  }

  /// Microseconds of processor time of the database's own processes; the embedded engine has none.
  var serverCPU: Int64 {
    guard case .postgres(let words) = engine, let host = words.split(separator: " ").first(where: { $0.hasPrefix("host=") }) else {
      return 0
    }
    let lines = try? String(contentsOfFile: "\(host.dropFirst(5))/data/postmaster.pid", encoding: .utf8)
    return lines?.split(separator: "\n").first.flatMap { Int32($0) }.map { ProcessFigures.tree($0) } ?? 0
  }
}
