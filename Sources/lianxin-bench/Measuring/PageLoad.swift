import Foundation

/// Asks for pages from eight connections at once, each as soon as it has its answer.
struct PageLoad {
  let server: Server
  /// For what the load generator reads.
  let folder: URL
  private static let connections = 8

  /// The middle, the slowest one in a hundred, and what a page costs, after a second to warm up.
  func closely(_ name: String, _ metric: String, _ paths: [String], _ session: String?, _ seconds: Int) throws -> [Figure] {
    _ = try load(paths, session, 1)
    let before = server.figures.cpu
    let load = try load(paths, session, seconds)
    return [
      Figure(name, "\(metric) p99", load.slow, "ms", target: "< 20"), Figure(name, "\(metric) p50", load.median, "ms"),
      Figure(name, "\(metric) rate", load.perSecond, "1/s"),
      Figure(name, "\(metric) cpu", Double(server.figures.cpu - before) / Double(max(1, load.requests)), "us"),
    ]
  }

  func load(_ paths: [String], _ session: String?, _ seconds: Int) throws -> Load {
    let (script, list) = (folder.appendingPathComponent("read.lua"), folder.appendingPathComponent("paths"))
    try Scripts.reading().write(to: script, atomically: true, encoding: .utf8)
    try paths.joined(separator: "\n").write(to: list, atomically: true, encoding: .utf8)
    let settings = ["BENCH_COOKIE": session.map { "lianxin_session=\($0)" } ?? "", "BENCH_PATHS": list.path]
    let load = try Load.run(script, port: server.port, path: "/", connections: Self.connections, seconds: seconds, settings)
    guard load.failed == 0 else { throw BenchProblem("\(paths[0]): \(load.failed) of \(load.requests) pages failed") }
    return load
  }
}
