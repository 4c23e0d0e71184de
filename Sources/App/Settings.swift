import Foundation
import Store
import StorePostgres
import StoreSQLite
import Vault
import Web
import Workdays

/// Where a city's hotline lives: its database and its vault key.
public struct Settings: Sendable {
  public enum Place: Sendable, Equatable {
    case sqlite(path: String)
    case postgres(url: String)
  }

  public let place: Place
  public let keyFile: String?
  /// Where the ground of maps comes from; without it areas are drawn on plain paper.
  public var tiles: MapTiles?

  public init(place: Place, keyFile: String? = nil) {
    self.place = place
    self.keyFile = keyFile
  }

  /// A folder that holds `lianxin.db` and `vault.key`.
  public static func folder(_ path: String) -> Settings {
    Settings(place: .sqlite(path: "\(path)/lianxin.db"), keyFile: "\(path)/vault.key")
  }

  /// `sqlite:PATH` or `postgres://…`; for PostgreSQL the key file must be named.
  public static func database(_ url: String, keyFile: String?) throws -> Settings {
    if url.hasPrefix("sqlite:") {
      let path = String(url.dropFirst("sqlite:".count))
      let folder = (path as NSString).deletingLastPathComponent
      return Settings(place: .sqlite(path: path), keyFile: keyFile ?? "\(folder.isEmpty ? "." : folder)/vault.key")
    }
    guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") || url.contains("=") else {
      throw SettingsProblem("--database 应写 sqlite:路径 或 postgres://…", "--database takes sqlite:PATH or postgres://…")
    }
    guard keyFile != nil else {
      throw SettingsProblem(
        "使用 PostgreSQL 时请用 --key-file 或 LIANXIN_KEY_FILE 指明密钥文件", "on PostgreSQL the vault key comes from --key-file or LIANXIN_KEY_FILE")
    }
    return Settings(place: .postgres(url: url), keyFile: keyFile)
  }

  func openDatabase() throws -> any Store.Database {
    switch place {
    case .sqlite(let path): try SQLiteDatabase(path: path)
    case .postgres(let url): PostgresDatabase(url)
    }
  }

  func loadKeys() throws -> VaultKeys {
    guard let keyFile else { throw SettingsProblem("没有指明密钥文件（--key-file）", "no vault key file is named (--key-file)") }
    let folder = (keyFile as NSString).deletingLastPathComponent
    if !folder.isEmpty { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    return try VaultKeys.load(path: keyFile, create: true)
  }
}

/// Settings that contradict each other or lack something.
public struct SettingsProblem: Error, CustomStringConvertible {
  /// Without a full stop.
  public let phrase: Phrase
  public var description: String { "\(phrase.zh) / \(phrase.en)" }

  init(_ zh: String, _ en: String) { phrase = Phrase(zh, en) }
}
