import App
import ArgumentParser
import Foundation
import Web

/// Where the data is; may stand before or after the subcommand.
struct PlaceOptions: ParsableArguments {
  @Option(help: "Folder with lianxin.db and vault.key; both are made where there are none.")
  var data: String?

  @Option(help: "sqlite:PATH or postgres://…")
  var database: String?

  @Option(help: "The vault's key file; on PostgreSQL it must be named (or LIANXIN_KEY_FILE).")
  var keyFile: String?

  func settings() throws -> Settings {
    if data != nil, database != nil { throw ValidationError("--data and --database exclude each other; give one of them") }
    let key = keyFile ?? ProcessInfo.processInfo.environment["LIANXIN_KEY_FILE"]
    if let database { return try Settings.database(database, keyFile: key) }
    return Settings.folder(data ?? ProcessInfo.processInfo.environment["LIANXIN_DATA"] ?? "data")
  }

  /// - Parameter tiles: where the ground of maps comes from.
  func open(tiles: MapTiles? = nil) async throws -> Hotline {
    var settings = try settings()
    settings.tiles = tiles
    return try await Hotline.open(settings)
  }
}

/// What a command prints on its standard error.
func complain(_ text: String) {
  FileHandle.standardError.write(Data("\(text)\n".utf8))
}
