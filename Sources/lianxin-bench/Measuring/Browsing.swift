import Foundation

/// The agent's console in a real browser, on top of all stored orders.
struct Browsing {
  let server: Server
  let session: String

  func run() throws -> [Figure] {
    let root = URL(fileURLWithPath: Server.folder).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let (python, script) = (
      root.appendingPathComponent(".venv/bin/python").path, root.appendingPathComponent("tools/bench/console.py").path
    )
    guard FileManager.default.isExecutableFile(atPath: python) else {
      note("console: skipped; bin/set-up bench installs the browser")
      return []
    }
    let output = try Shell.run(python, ["-B", script, "http://127.0.0.1:\(server.port)", session]).output
    let figures = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard figures.count == 4 else { throw BenchProblem("console: the browser said: \(output)") }
    return [
      Figure("console", "first view, cache cold", figures[0], "ms", target: "< 1000"),
      Figure("console", "ready, cache cold", figures[1], "ms"),
      Figure("console", "proposals after a key", figures[2], "ms", target: "< 150"),
      Figure("console", "slowest proposals", figures[3], "ms"),
    ]
  }
}
