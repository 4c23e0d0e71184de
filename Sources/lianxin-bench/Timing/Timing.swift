import App
import Casework
import Foundation
import Synchronization
import Workdays

/// What the clocks cost: nothing due among many open orders, many due in one minute, and a calendar year put in.
struct Timing {
  let folder: URL
  let orders: Int
  /// How many orders' deadlines are counted again.
  let recounted: Int
  private static let due = 10_000
  private static let passes = 60
  /// One order in so many is older, by up to so many days.
  private static let older = (one: 10, days: 30)

  static let names = ["timer-idle", "board", "timer-due", "recompute"]

  func run(_ wanted: (String) -> Bool) async throws -> [Figure] {
    var figures: [Figure] = []
    if Self.names.dropLast().contains(where: wanted) { figures += try await timers(wanted) }
    if wanted("recompute") { figures += try await recompute() }
    return figures
  }

  private func timers(_ wanted: (String) -> Bool) async throws -> [Figure] {
    let now = Moment.now()
    let (home, _) = try await Home.make(.sqlite, folder, name: "timers") { hotline in
      func begun(_ index: Int) -> Moment {
        now.adding(minutes: -5).adding(days: index % Self.older.one == 0 ? -(index / Self.older.one % Self.older.days) : 0)
      }
      try await OpenCases(hotline: hotline).write(orders, signed: true, start: begun) {
        if $0 % 100_000 == 0 { note("timers: \($0) of \(orders) open orders written") }
      }
    }
    var figures = [Figure("timer-idle", "open orders", Double(orders), "")]
    if wanted("timer-idle") { figures += try await idle(home) }
    if wanted("board") { figures += try await BoardBench(home: home, folder: folder).run() }
    if wanted("timer-due") { figures += try await due(home) }
    return figures
  }

  private func idle(_ home: Home) async throws -> [Figure] {
    let hotline = try await home.hotline(home.database())
    try await hotline.clocks.keep(at: .now())
    let before = ProcessFigures.own
    for _ in 0..<Self.passes { try await hotline.clocks.keep(at: .now()) }
    let passes = Double(ProcessFigures.own - before) / 1000
    await hotline.close()
    let server = try Server(home.options)
    defer { server.stop() }
    try await Task.sleep(for: .seconds(5))
    let start = server.figures.cpu
    try await Task.sleep(for: .seconds(20))
    let minute = Double(server.figures.cpu - start) * 3 / 1000
    return [
      Figure("timer-idle", "60 passes, nothing due", passes, "ms", target: "< 100"),
      Figure("timer-idle", "whole idle server", minute, "ms/min"),
    ]
  }

  /// All are dispatched in one minute, so that all signing clocks end in one; rungs of the older orders fall due on the way.
  private func due(_ home: Home) async throws -> [Figure] {
    let hotline = try await home.hotline(home.database())
    let begun = Moment.now()
    try await OpenCases(hotline: hotline).write(Self.due, signed: false, start: { _ in begun })
    let end = try await hotline.ledger.look { sql, _ in
      Moment(milliseconds: Int64(try sql.count("SELECT max(wake_at) FROM clocks WHERE kind = 'sign' AND wake_at IS NOT NULL")))
    }
    var reached = 0
    let time = try await ContinuousClock().measure {
      reached = try await hotline.clocks.keep(at: end)
    }
    await hotline.close()
    return [
      Figure("timer-due", "rungs reached", Double(reached), "", target: ">= 10000"),
      Figure("timer-due", "time for all", time.seconds, "s"),
      Figure("timer-due", "time for \(Self.due)", time.seconds * Double(Self.due) / Double(max(1, reached)), "s", target: "<= 10"),
    ]
  }

  /// Orders of the last days of a year whose next year is not known yet.
  private func recompute() async throws -> [Figure] {
    let (home, _) = try await Home.make(.sqlite, folder, name: "recompute") { _ in }
    let covers = NationalYear.last
    let begun = covers.midnight.adding(minutes: 9 * 60).adding(days: -3)
    let hotline = try await Hotline.open(
      home.database(), keys: home.keys(), clock: { begun.adding(hours: 1) }, random: { UInt64.random(in: .min ... .max) })
    // Of some the deadline does not hang on the new year's days.
    try await OpenCases(hotline: hotline).write(recounted + recounted / 50, signed: true, start: { _ in begun })
    let reads = Reads()
    var moved = 0
    let time = try await ContinuousClock().measure {
      let id = try await hotline.importYear(NationalYear.next, file: "year", year: covers.year + 1).recount
      let reading = Task { try await readPages(hotline, at: begun.adding(hours: 1), reads) }
      try await hotline.recounts.run(id) { if $0 % 50_000 == 0 { note("recompute: \($0) clocks") } }
      reading.cancel()
      try await reading.value
      moved = try await hotline.recounts.counts(of: id).moved
    }
    await hotline.close()
    return [
      Figure("recompute", "deadlines moved", Double(moved), "", target: ">= \(recounted)"),
      Figure("recompute", "time", time.seconds, "s", target: "< 60"),
      Figure("recompute", "pages meanwhile", Double(reads.count), ""),
      Figure("recompute", "page meanwhile p95", reads.late * 1000, "ms", target: "< 60"),
      Figure("recompute", "slowest page meanwhile", reads.slowest * 1000, "ms"),
    ]
  }

  /// Somebody who looks at the board and at the list of orders in turn all the while, ten times a second.
  private func readPages(_ hotline: Hotline, at now: Moment, _ reads: Reads) async throws {
    let (interface, supervisor) = (InProcess(hotline), Cast(root: hotline.ledger.profile().units.root).supervisor)
    while !Task.isCancelled {
      for page in ["supervision", "orders"] {
        let time = try await ContinuousClock().measure { _ = try await interface.get(page, as: supervisor, at: now) }
        reads.note(time.seconds)
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
  }
}

/// How long reads took.
private final class Reads: Sendable {
  private let held = Mutex<[Double]>([])
  var count: Int { held.withLock { $0.count } }
  var slowest: Double { held.withLock { $0.max() ?? 0 } }
  /// Nineteen of twenty were quicker.
  var late: Double { held.withLock { all in all.isEmpty ? 0 : all.sorted()[all.count * 19 / 20] } }
  func note(_ seconds: Double) { held.withLock { $0.append(seconds) } }
}

/// The end of what is known, and a made-up year behind it with a long holiday at its beginning.
private enum NationalYear {
  static let last = WorkCalendar.national().covers.upperBound
  static let next = "holidays: {\((1...8).map { "\(last.year + 1)-01-0\($0): new-year" }.joined(separator: ", "))}"
}
