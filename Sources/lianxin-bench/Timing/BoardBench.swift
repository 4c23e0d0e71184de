import App
import Foundation
import People

/// The supervision board over all that is open: the page, its lanes as they are fetched again, its data, and a county's own.
struct BoardBench {
  let home: Home
  let folder: URL
  private static let connections = 4
  private static let seconds = 10

  private static let boards: [(who: String, metric: String, path: String)] = [
    ("supervisor", "page", "/supervision"), ("supervisor", "one unit's page", "/supervision?unit=urban"),
    ("supervisor", "data", "/api/v1/supervision"), ("intake", "a county's page", "/supervision"),
  ]

  func run() async throws -> [Figure] {
    let hotline = try await home.hotline(home.database())
    var readers: [[String: String]] = []
    for board in Self.boards {
      if board.path.hasPrefix("/api") {
        readers.append(["BENCH_TOKEN": try await hotline.accounts.createToken(user: board.who)])
      } else {
        let session = try await hotline.accounts.signIn(name: board.who, password: FixtureCity.password).session
        readers.append(["BENCH_COOKIE": "lianxin_session=\(session)"])
      }
    }
    await hotline.close()
    let server = try Server(home.options)
    defer { server.stop() }
    return try zip(Self.boards, readers).flatMap { board, reader in
      let reading = PageLoad(server: server, folder: folder, connections: Self.connections, seconds: Self.seconds, reader: reader)
      let (load, cpu) = try reading.read("board \(board.metric)", [board.path])
      return [
        Figure("board", "\(board.metric) p95", load.late, "ms", target: "< 60"), Figure("board", "\(board.metric) p50", load.median, "ms"),
        Figure("board", "\(board.metric) cpu", cpu, "us"),
      ]
    }
  }
}
