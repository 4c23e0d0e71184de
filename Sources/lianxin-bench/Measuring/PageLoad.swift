import Foundation

/// People who read pages of a running server one after the other, without a pause.
struct PageLoad {
  let server: Server
  /// Where the load generator's files are put.
  let folder: URL
  let connections: Int
  let seconds: Int
  /// Who reads: what a browser shows that is signed in, as `BENCH_COOKIE`, or a token, as `BENCH_TOKEN`.
  let reader: [String: String]

  /// The load after a second that warms up, and the server's processor time for each page, in microseconds.
  /// - Throws: `BenchProblem` where a page fails.
  func read(_ what: String, _ paths: [String]) throws -> (load: Load, cpu: Double) {
    let (script, list) = (folder.appendingPathComponent("read.lua"), folder.appendingPathComponent("paths"))
    try Scripts.reading().write(to: script, atomically: true, encoding: .utf8)
    try paths.joined(separator: "\n").write(to: list, atomically: true, encoding: .utf8)
    let settings = reader.merging(["BENCH_PATHS": list.path]) { $1 }
    func load(_ seconds: Int) throws -> Load {
      try Load.run(script, port: server.port, path: "/", connections: connections, seconds: seconds, settings)
    }
    _ = try load(1)
    let before = server.figures.cpu
    let load = try load(seconds)
    guard load.requests > 0 else { throw BenchProblem("\(what): no page was finished within \(seconds) s") }
    guard load.failed == 0 else { throw BenchProblem("\(what): \(load.failed) of \(load.requests) pages failed") }
    return (load, Double(server.figures.cpu - before) / Double(max(1, load.requests)))
  }
}
