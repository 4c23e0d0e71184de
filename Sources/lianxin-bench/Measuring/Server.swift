import Foundation

/// The built program, serving in a process of its own.
final class Server {
  let port: Int
  let figures: ProcessFigures
  /// Milliseconds from the start of the process to its first "ready".
  let start: Double
  private let process: Process
  private static let patience = 60.0

  /// - Parameter place: the options that say where the data is.
  init(_ place: [String]) throws {
    port = Probe.freePort()
    process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program)
    process.arguments = ["serve", "--port", String(port)] + place
    process.standardOutput = FileHandle.nullDevice
    let begun = DispatchTime.now().uptimeNanoseconds
    try process.run()
    while !Probe.isReady(port: port, path: "/readyz") {
      let waited = Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e9
      guard process.isRunning, waited < Self.patience else { throw BenchProblem("the server does not become ready") }
      usleep(1000)
    }
    start = Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e6
    figures = ProcessFigures(pid: process.processIdentifier)
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
  }

  /// `lianxin` beside this program.
  static var program: String { "\(folder)/lianxin" }

  /// Where this program was built.
  static var folder: String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return (own as NSString).deletingLastPathComponent
  }
}

/// Why nothing could be measured.
struct BenchProblem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
