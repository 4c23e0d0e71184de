import Foundation
import TestKit

/// The built program, as a process of its own.
struct Program: Sendable {
  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// `lianxin` beside the test program, both from one build.
  static let path: String = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "lianxin").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    return URL(filePath: #filePath).appending(path: "../../../.build/debug/lianxin").standardizedFileURL.path
  }()

  /// `--database … --key-file …`
  let place: [String]
  let log: URL

  /// Runs a command to its end; what it printed, without the last line's end.
  func run(_ words: String...) async throws -> String { try await run(words) }

  func run(_ words: [String]) async throws -> String {
    let process = try process(words)
    let output = Pipe()
    process.standardOutput = output
    let status = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { status.continuation.yield($0.terminationStatus) }
    try process.run()
    let text = await Self.blocking { String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) }
    for await code in status.stream {
      guard code == 0 else { throw Failed(description: "\(words.joined(separator: " ")) ended with \(code): \(text)\(complaints)") }
      break
    }
    return text.trimmingCharacters(in: .newlines)
  }

  /// Starts to serve and returns when the program says where.
  func serve() async throws -> Served {
    let port = try RawConnection.freePort()
    let process = try process(["serve", "--port", "\(port)"])
    let output = Pipe()
    process.standardOutput = output
    let served = Served(process, port)
    try process.run()
    let ready = await Self.blocking { () -> Bool in
      var heard = ""
      while !heard.contains("http://") {
        let data = output.fileHandleForReading.availableData
        if data.isEmpty { return false }
        heard += String(decoding: data, as: UTF8.self)
      }
      return true
    }
    guard ready else { throw Failed(description: "serve ended before it was ready: \(complaints)") }
    return served
  }

  /// Takes the folder of its key and log away.
  func tidy() { try? FileManager.default.removeItem(at: log.deletingLastPathComponent()) }

  var complaints: String { (try? String(contentsOf: log, encoding: .utf8)) ?? "" }

  private func process(_ words: [String]) throws -> Process {
    guard FileManager.default.isExecutableFile(atPath: Self.path) else {
      throw Failed(description: "\(Self.path) is not built: run bin/test")
    }
    let process = Process()
    process.executableURL = URL(filePath: Self.path)
    process.arguments = words + place
    process.standardInput = FileHandle.nullDevice
    if !FileManager.default.fileExists(atPath: log.path) { try Data().write(to: log) }
    let complaints = try FileHandle(forWritingTo: log)
    try complaints.seekToEnd()
    process.standardError = complaints
    return process
  }

  /// Runs what blocks on a thread of its own.
  static func blocking<T: Sendable>(_ body: @Sendable @escaping () -> T) async -> T {
    await withCheckedContinuation { caller in Thread.detachNewThread { caller.resume(returning: body()) } }
  }
}

/// A serving process.
final class Served: Sendable {
  let port: UInt16
  private let ended: AsyncStream<Void>
  private let process: Process

  init(_ process: Process, _ port: UInt16) {
    self.process = process
    self.port = port
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    ended = stream
    process.terminationHandler = { _ in continuation.finish() }
  }

  /// Ends it as a power cut would, or kindly.
  func end(_ sign: Int32 = SIGKILL) {
    if process.isRunning { kill(process.processIdentifier, sign) }
  }

  func wait() async { for await _ in ended {} }
}
