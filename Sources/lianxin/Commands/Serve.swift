import App
import ArgumentParser
import Foundation
import Logging
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve the pages and the programming interface.")

  @OptionGroup var place: PlaceOptions
  @Option(help: "Address to listen on.") var host = "127.0.0.1"
  @Option(help: "Port to listen on.") var port = 12345
  @Flag(help: "Load the fixture city with a month of history into an empty database, and its ready-made logins (loopback only).")
  var withFixture = false
  @Option(help: "How many orders the fixture's month of history has at least; 0 for a city without a past.") var history = 2200

  @Option(help: "Where maps take their ground from, such as https://tiles.example/{z}/{x}/{y}.png; LIANXIN_TILES if not given.")
  var tiles: String?
  @Option(help: "Whose map that is, shown in its corner.") var tilesCredit: String?

  /// - Throws: `ValidationError` where the address is none of tiles.
  private func ground() throws -> MapTiles? {
    guard let address = tiles ?? ProcessInfo.processInfo.environment["LIANXIN_TILES"], !address.isEmpty else { return nil }
    let credit = tilesCredit ?? ProcessInfo.processInfo.environment["LIANXIN_TILES_CREDIT"]
    if let tiles = MapTiles(address, credit: credit) { return tiles }
    throw ValidationError("no address of tiles: \(address); it begins with https:// and has {z}, {x} and {y}")
  }

  func run() async throws {
    let hotline = try await place.open(tiles: ground())
    try hotline.lockForServing()
    raiseFileLimit()
    if withFixture { try await fill(hotline) }
    var logger = Logger(label: "lianxin")
    logger.logLevel = .notice
    let application = hotline.application(host: host, port: port, logger: logger) { announce() }
    try await application.runService()
    await hotline.close()
  }

  /// Each open page of a browser holds a connection; many systems let a program open only 1024 files until it asks for more.
  private func raiseFileLimit() {
    var limit = rlimit()
    guard getrlimit(.openFiles, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    // Where it may not be raised, fewer pages can be open: no reason not to serve.
    _ = setrlimit(.openFiles, &limit)
  }

  private func fill(_ hotline: Hotline) async throws {
    guard ["127.0.0.1", "localhost", "::1"].contains(host) else {
      throw ValidationError("--with-fixture makes ready-made logins, so it serves on loopback only (--host 127.0.0.1)")
    }
    let fixture = FixtureCity(hotline)
    guard history > 0 else {
      if hotline.shelf.isEmpty { try await fixture.enrol() }
      return
    }
    let made = try await fixture.fill(orders: history) { done, all in if done % 100 == 0 { complain("历史 / history: \(done) / \(all)") } }
    if made { complain("已载入示例城市及一个月的历史 / the fixture city and a month of history are loaded") }
  }

  private func announce() {
    print("连心 Lianxin: http://\(host):\(port)/")
    defer { fflush(nil) }
    guard withFixture else { return }
    print("登录 / logins（密码 / password: \(FixtureCity.password)）:")
    for login in FixtureCity.logins { print("  \(login.name)  \(login.roles)") }
  }
}

extension __rlimit_resource_t {
  fileprivate static let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
}
