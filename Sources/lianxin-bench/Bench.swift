import ArgumentParser
import Foundation

/// `lianxin-bench`: figures of the release build, load from a second process.
@main
struct Bench: AsyncParsableCommand {
  static let names =
    ["record-sqlite", "record-postgres", "proposal", "verify", "cold-start", "list", "case", "pages", "console", "record-stored"]
    + LiveBench.names
    + Timing.names
  /// What a look after a change is about; the rest waits until it is asked for by name.
  private static let brief = ["record-sqlite", "record-postgres", "proposal", "cold-start", "list", "case"]
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures the release build beside the raw engines.",
    discussion:
      "Names: \(names.joined(separator: ", ")). Without any, all of them; with --quick what takes five minutes: \(brief.joined(separator: ", "))."
  )

  @Argument(help: "What to measure.") var wanted: [String] = []
  @Flag(help: "Within five minutes: 100,000 stored orders, 20,000 with clocks running, shorter loads, fewer benchmarks.") var quick = false
  @Option(help: "How many orders are stored; 1,000,000 if not given.") var orders: Int?
  @Option(help: "Also writes the figures here, as JSON.") var json: String?
  @Option(help: "Keeps the stored orders in this folder and takes them from there the next time.") var keep: String?

  func validate() throws {
    for name in wanted where !Self.names.contains(name) {
      throw ValidationError("no benchmark \(name); known: \(Self.names.joined(separator: ", "))")
    }
  }

  func run() async throws {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("lianxin-bench.\(getpid())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var report = Report()
    print(Report.head)
    if wants("record-sqlite") { report.add(try await recording("record-sqlite", .sqlite, scratch)) }
    if wants("record-postgres") {
      if let target = ProcessInfo.processInfo.environment["LIANXIN_TEST_POSTGRES"] {
        report.add(try await recording("record-postgres", .postgres(target), scratch))
      } else {
        note("record-postgres: skipped; run through bin/with-postgres")
      }
    }
    if wants("proposal") { report.add(try Proposing().run()) }
    if Self.names.dropFirst(3).contains(where: { wants($0) && !(LiveBench.names + Timing.names).contains($0) }) {
      let folder = keep.map { URL(fileURLWithPath: $0) } ?? scratch
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let stored = Stored(folder: folder, orders: orders ?? (quick ? 100_000 : 1_000_000), seconds: quick ? 3 : 10)
      report.add(try await stored.run(wants))
    }
    if LiveBench.names.contains(where: wants) { report.add(try await LiveBench(folder: scratch, seconds: quick ? 10 : 30).run()) }
    if Timing.names.contains(where: wants) {
      let timing = Timing(folder: scratch, orders: orders ?? (quick ? 20_000 : 1_000_000), recounted: quick ? 20_000 : 100_000)
      report.add(try await timing.run(wants))
    }
    if let json { try report.write(to: json) }
  }

  private func wants(_ name: String) -> Bool {
    wanted.isEmpty ? !quick || Self.brief.contains(name) : wanted.contains(name)
  }

  private func recording(_ name: String, _ engine: Home.Engine, _ scratch: URL) async throws -> [Figure] {
    let folder = scratch.appendingPathComponent(name)
    return try await Recording(name: name, engine: engine, folder: folder, seconds: quick ? 8 : 20, traced: quick ? 8000 : 20_000).run()
  }
}
