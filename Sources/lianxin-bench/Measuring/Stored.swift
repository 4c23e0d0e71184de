import App
import Foundation
import People

/// What the program does with a city's orders of years in its database.
struct Stored {
  let folder: URL
  let orders: Int
  let seconds: Int
  private static let pages = 8
  private static let cases = 3000

  private struct Prepared {
    /// By whose they are.
    var sessions: [String: String] = [:]
    var numbers: [String] = []
    var token = ""
  }

  func run(_ wanted: (String) -> Bool) async throws -> [Figure] {
    let (home, figures) = try await generated()
    var all = figures
    if wanted("verify") { all += try verify(home) }
    if wanted("cold-start") { all.append(try coldStart(home)) }
    let prepared = try await prepare(home)
    let server = try Server(home.options)
    defer { server.stop() }
    if wanted("list") { all += try lists(server, prepared) }
    if wanted("case") { all += try cases(server, prepared) }
    if wanted("pages") { all += try rooms(server, prepared) }
    if wanted("console"), let session = prepared.sessions["agent"] { all += try Browsing(server: server, session: session).run() }
    if wanted("record-stored") { all += try record(server, prepared) }
    all.append(Figure("memory", "peak resident", server.figures.peakResident, "MB", target: "< 300"))
    all.append(Figure("memory", "proportional set", server.figures.proportional, "MB"))
    return all
  }

  /// The database, made now or left by an earlier run in a folder that was named.
  private func generated() async throws -> (Home, [Figure]) {
    let home = Home(engine: .sqlite, folder: folder.appendingPathComponent("stored"), name: "stored")
    let mark = home.folder.appendingPathComponent("orders")
    if let kept = try? String(contentsOf: mark, encoding: .utf8), Int(kept.trimmed) == orders { return (home, []) }
    try? FileManager.default.removeItem(at: home.folder)
    var figures: [Figure] = []
    let clock = ContinuousClock()
    _ = try await Home.make(.sqlite, folder, name: "stored") { hotline in
      // The index follows on the writer's thread, which the preparing of histories leaves nearly idle.
      let following = Task { await hotline.index.run() }
      let writing = try await clock.measure {
        try await Generator(hotline: hotline, orders: orders).run {
          if $0 % 50_000 == 0 { note("stored: \($0) of \(orders) cases written") }
        }
      }
      following.cancel()
      await following.value
      note("stored: the rest of the index")
      let indexing = try await clock.measure { try await hotline.index.advanceToEnd(piece: 2000) }
      figures = [Figure("stored", "generated in", writing.seconds, "s"), Figure("stored", "index behind by", indexing.seconds, "s")]
    }
    try String(orders).write(to: mark, atomically: true, encoding: .utf8)
    let size = try FileManager.default.attributesOfItem(atPath: home.target)[.size] as? Int ?? 0
    return (home, figures + [Figure("stored", "database", Double(size) / 1e6, "MB")])
  }

  private func verify(_ home: Home) throws -> [Figure] {
    let begun = DispatchTime.now().uptimeNanoseconds
    let result = try Shell.run(Server.program, ["verify"] + home.options)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - begun) / 1e9
    note("verify: \(result.output.trimmed)")
    return [Figure("verify", "time", seconds, "s"), Figure("verify", "exit code", Double(result.code), "", target: "0")]
  }

  /// The middle one of three.
  private func coldStart(_ home: Home) throws -> Figure {
    let starts = try (0..<3).map { _ in
      let server = try Server(home.options)
      server.stop()
      return server.start
    }
    return Figure("cold-start", "to first ready", starts.sorted()[1], "ms", target: "< 1000")
  }

  /// Sessions and numbers, in this process before the server runs.
  private func prepare(_ home: Home) async throws -> Prepared {
    let hotline = try await home.hotline(home.database())
    var prepared = Prepared()
    for name in Set(Rooms.people + ["dispatcher", "officer", "supervisor", "agent"]) {
      prepared.sessions[name] = try await hotline.accounts.signIn(name: name, password: FixtureCity.password).session
    }
    prepared.token = try await hotline.accounts.createToken(user: "agent")
    prepared.numbers = try await hotline.ledger.look { sql, _ in
      let first = try sql.count("SELECT min(id) FROM orders")
      let last = try sql.count("SELECT max(id) FROM orders")
      var dice = Dice(seed: 7)
      return try (0..<Self.cases).compactMap { _ in
        try sql.first("SELECT number FROM orders WHERE id >= $1 ORDER BY id LIMIT 1", [.int(Int64(dice.between(first, last)))]) {
          $0.text(0)
        }
      }
    }
    await hotline.close()
    return prepared
  }

  private func lists(_ server: Server, _ prepared: Prepared) throws -> [Figure] {
    let lists = [
      ("dispatcher", ""), ("dispatcher", "?tab=open"), ("officer", ""), ("officer", "?tab=all"), ("supervisor", ""),
      ("supervisor", "?tab=open"),
    ]
    return try lists.flatMap { role, tab in
      try page("list", "desk/\(role)\(tab)", ["/desk/\(role)\(tab)"], prepared.sessions[role], server)
    }
  }

  /// Cases of all years: the first reading waits for the disk where the machine's memory does not hold them yet.
  private func cases(_ server: Server, _ prepared: Prepared) throws -> [Figure] {
    let paths = prepared.numbers.map { "/orders/\($0)" }
    let first = try reading(prepared.sessions["supervisor"], server, seconds).read("order page", paths).load
    let again = try page("case", "order page", paths, prepared.sessions["supervisor"], server)
    return [Figure("case", "first reading p99", first.slow, "ms"), Figure("case", "first reading p50", first.median, "ms")] + again
  }

  /// The middle, the slowest one in a hundred, and what a page costs.
  private func page(_ name: String, _ metric: String, _ paths: [String], _ session: String?, _ server: Server) throws -> [Figure] {
    let (load, cpu) = try reading(session, server, seconds).read(metric, paths)
    return [
      Figure(name, "\(metric) p99", load.slow, "ms", target: "< 20"), Figure(name, "\(metric) p50", load.median, "ms"),
      Figure(name, "\(metric) rate", load.perSecond, "1/s"),
      Figure(name, "\(metric) cpu", cpu, "us"),
    ]
  }

  /// Every room of every role: whether one of its pages keeps people waiting.
  private func rooms(_ server: Server, _ prepared: Prepared) throws -> [Figure] {
    try Rooms.all.flatMap { who, paths in
      let pages = reading(who.flatMap { prepared.sessions[$0] }, server, max(1, seconds / 5))
      return try paths.map { path in
        Figure("pages", "\(who ?? "-") \(path)", try pages.read(path, [path]).load.late, "ms", target: "< 60")
      }
    }
  }

  private func reading(_ session: String?, _ server: Server, _ seconds: Int) -> PageLoad {
    let reader = ["BENCH_COOKIE": session.map { "lianxin_session=\($0)" } ?? ""]
    return PageLoad(server: server, folder: folder, connections: Self.pages, seconds: seconds, reader: reader)
  }

  private func record(_ server: Server, _ prepared: Prepared) throws -> [Figure] {
    let script = folder.appendingPathComponent("record.lua")
    try Scripts.recording().write(to: script, atomically: true, encoding: .utf8)
    let seed = String(Int(Date().timeIntervalSince1970))
    let load = try Load.run(
      script, port: server.port, path: "/api/v1/appeals", connections: Recording.connections, seconds: seconds,
      ["BENCH_TOKEN": prepared.token, "BENCH_SEED": seed])
    return [
      Figure("record-stored", "appeals per second", load.perSecond, "1/s", target: ">= 3000"),
      Figure("record-stored", "p99", load.slow, "ms"), Figure("record-stored", "failed", Double(load.failed), "", target: "0"),
    ]
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
