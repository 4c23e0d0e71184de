import App
import Casework
import Foundation
import Store
import Web
import Workdays

/// Recording appeals over HTTP, durably, on 32 connections; beside it the same statements straight on the engine.
struct Recording {
  let name: String
  let engine: Home.Engine
  let folder: URL
  let seconds: Int
  /// How many appeals are traced and run again for the baseline.
  let traced: Int
  static let connections = 32
  private static let warming = 4
  /// The index looks this often; so many appeals come in between.
  private static let indexEvery = 500

  private struct Measured {
    let load: Load
    let appeals: Int
    let groups: Int
    let cpu: Int64
    let resident: Double
  }

  func run() async throws -> [Figure] {
    let (home, token) = try await Home.make(engine, folder, name: "served") { try await $0.accounts.createToken(user: "agent") }
    let (tracing, raw) = (try home.copy("traced"), try home.copy("raw"))
    let measured = try measure(home, token)
    let group = isEmbedded ? max(1, Int((Double(measured.appeals) / Double(max(1, measured.groups))).rounded())) : 1
    note("\(name): \(measured.appeals) recorded, \(measured.groups) seals; tracing \(traced) for the baseline")
    let transactions = try await trace(tracing)
    let before = raw.serverCPU
    let own = try raw.replay(Replay(transactions, group: group))
    let baseline = Double(own + raw.serverCPU - before) / Double(traced)
    let cost = Double(measured.cpu) / Double(max(1, measured.appeals))
    return [
      Figure(name, "appeals per second", Double(measured.appeals) / measured.load.seconds, "1/s", target: ">= 3000"),
      Figure(name, "cpu per appeal", cost, "us", baseline: baseline, target: "ratio <= 4"),
      Figure(name, "p50", measured.load.median, "ms"), Figure(name, "p99", measured.load.slow, "ms"),
      Figure(name, "appeals per commit", Double(measured.appeals) / Double(max(1, isEmbedded ? measured.groups : measured.appeals)), ""),
      Figure(name, "failed", Double(measured.load.failed), "", target: "0"),
      Figure(name, "peak resident", measured.resident, "MB", target: "< 300"),
    ]
  }

  private var isEmbedded: Bool { if case .sqlite = engine { true } else { false } }

  private func measure(_ home: Home, _ token: String) throws -> Measured {
    let script = folder.appendingPathComponent("record.lua")
    try Scripts.recording().write(to: script, atomically: true, encoding: .utf8)
    let server = try Server(home.options)
    defer { server.stop() }
    func load(_ seed: Int, _ seconds: Int) throws -> Load {
      try Load.run(
        script, port: server.port, path: "/api/v1/appeals", connections: Self.connections, seconds: seconds,
        ["BENCH_TOKEN": token, "BENCH_SEED": String(seed)])
    }
    _ = try load(1, Self.warming)
    try settle(home)
    func state() throws -> (appeals: Int64, seals: Int64, cpu: Int64) {
      (try home.number("SELECT count(*) FROM appeals"), try home.number("SELECT count(*) FROM seals"), server.figures.cpu + home.serverCPU)
    }
    let before = try state()
    let load = try load(2, seconds)
    try settle(home)
    let after = try state()
    return Measured(
      load: load, appeals: Int(after.appeals - before.appeals), groups: Int(after.seals - before.seals), cpu: after.cpu - before.cpu,
      resident: server.figures.peakResident)
  }

  /// Waits until the search index has taken in all that was recorded.
  private func settle(_ home: Home) throws {
    let last = isEmbedded ? "SELECT max(seq) FROM events" : "SELECT count(*) FROM events"
    for _ in 0..<600 {
      let taken = try home.number("SELECT min(position) FROM checkpoints WHERE projector LIKE 'search-%'")
      if taken >= (try home.number(last)) { return }
      usleep(200_000)
    }
    throw BenchProblem("the search index does not catch up")
  }

  /// Every statement of so many recordings and of the index that follows them, on a twin of the database.
  private func trace(_ home: Home) async throws -> [Traced] {
    let tracing = TracingDatabase(try home.database())
    let hotline = try await home.hotline(tracing)
    guard let endpoint = hotline.endpoints.first(where: { $0.method == .post && $0.path == "appeals" && $0.surfaces.contains(.api) }) else {
      throw BenchProblem("there is no endpoint for appeals")
    }
    let actor = try await hotline.accounts.actor(for: "agent")
    var dice = Dice(seed: 3)
    tracing.forget()
    for number in 0..<traced {
      let body = Array(Scripts.body(&dice).utf8)
      let references = hotline.gate.references
      let input = try endpoint.form.read(json: body, references: references)
      tracing.trace(sharing: true)
      let key = "trace-\(number)"
      _ = try await endpoint.handle(Call(actor: actor, now: .now(), input: input, references: references, idempotencyKey: key, body: body))
      guard number % Self.indexEvery == Self.indexEvery - 1 || number == traced - 1 else { continue }
      tracing.trace(sharing: false)
      try await hotline.index.advanceToEnd()
    }
    await hotline.close()
    return tracing.transactions
  }
}
