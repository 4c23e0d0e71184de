import Foundation

/// One run of the load generator.
struct Load {
  let requests: Int
  let seconds: Double
  /// Milliseconds that half, 95 and 99 of a hundred stay below.
  let median, late, slow: Double
  let failed: Int

  var perSecond: Double { Double(requests) / seconds }

  /// Runs `wrk` with a script against a server on this machine.
  /// - Parameter settings: what the script reads from its environment.
  static func run(_ script: URL, port: Int, path: String, connections: Int, seconds: Int, _ settings: [String: String]) throws -> Load {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "wrk", "-t1", "-c\(connections)", "-d\(seconds)s", "--latency", "-s", script.path, "http://127.0.0.1:\(port)\(path)",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(settings) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let line = text.split(separator: "\n").first { $0.hasPrefix("RESULT ") }
    let words = line?.split(separator: " ").dropFirst().compactMap { Double($0) } ?? []
    guard words.count == 6 else { throw BenchProblem("wrk said: \(text)") }
    return Load(
      requests: Int(words[0]), seconds: words[1] / 1e6, median: words[2] / 1e3, late: words[3] / 1e3, slow: words[4] / 1e3,
      failed: Int(words[5]))
  }
}
