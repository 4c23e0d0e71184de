import App
import Casework
import Foundation
import Ledger
import Store
import TestKit
import Testing
import Vault
import Web
import Workdays

@testable import Figures

/// The sums against a count of their own, made from the log by other code.
@Suite struct BookTests {
  static let now = Moment(milliseconds: 1_790_557_200_000)

  /// The fixture city with a past, on a database of its own.
  static func city(_ engine: TestEngine, at now: Moment = Self.now, _ body: @Sendable (Hotline) async throws -> Void) async throws {
    try await engine.place { place in
      let keys = try VaultKeys(master: [UInt8](repeating: 7, count: 32))
      let hotline = try await Hotline.open(place.open(), keys: keys, clock: { now }, random: { UInt64.random(in: .min ... .max) })
      let result = await outcome {
        try await FixtureCity(hotline).fill(days: 40, orders: 25)
        try await body(hotline)
      }
      await hotline.close()
      try result.get()
    }
  }

  private static func dump(_ hotline: Hotline) async throws -> [String] {
    let (keys, sums) = (EntryBook.keys.count + Tally.columns.count, 4 + Tally.columns.count)
    return try await hotline.ledger.look { sql, _ in
      let entries = try sql.query(
        "SELECT \(EntryBook.keys.joined(separator: ", ")), \(Tally.columns.joined(separator: ", ")) FROM figure_entries ORDER BY happening, day, position"
      ) { row in
        (0..<keys).map { row.text($0) }.joined(separator: "|")
      }
      let kept = try sql.query("SELECT * FROM figure_sums ORDER BY dimension, happening, day, member") { row in
        (0..<sums).map { row.text($0) }.joined(separator: "|")
      }
      return entries + kept
    }
  }

  @Test("what is kept is what a plain count of the log finds, and a rebuilding finds the same", arguments: TestDatabases.each)
  func countedTwice(_ engine: TestEngine) async throws {
    try await Self.city(engine) { hotline in
      // In pieces of odd sizes, as a running program takes them.
      try await hotline.ledger.sealNow()
      for size in [1, 7, 50] { _ = try await hotline.ledger.advance(hotline.figures.projector, atMost: size) }
      try await hotline.figures.advance()
      let plain = try await PlainCount.read(hotline)
      #expect(plain.amounts["closed"] ?? 0 > 5, "a city without endings proves nothing")
      for happening in Happening.allCases {
        let kept = try await Self.sum(hotline, happening)
        #expect(kept.amount == plain.amounts[happening.rawValue] ?? 0, "\(happening)")
      }
      let (called, replied) = (try await Self.sum(hotline, .called), try await Self.sum(hotline, .replied))
      #expect(called.solved == plain.solved)
      #expect(called.satisfied == plain.satisfied)
      #expect(replied.late == plain.late)
      #expect(try await hotline.figures.differing() == 0)

      let before = try await Self.dump(hotline)
      try await hotline.figures.rebuild()
      #expect(try await Self.dump(hotline) == before)
    }
  }

  @Test("verify finds a sum that somebody changed, an entry that is gone, and a rebuilding heals both", arguments: TestDatabases.each)
  func changed(_ engine: TestEngine) async throws {
    try await Self.city(engine) { hotline in
      #expect(try await hotline.verify().isSound)
      try await hotline.ledger.database.write {
        _ = try $0.execute("UPDATE figure_sums SET late = late + 1 WHERE dimension = 'unit' AND happening = 'replied'")
      }
      #expect(try await hotline.verify().differing > 0)
      try await hotline.figures.rebuild()
      #expect(try await hotline.verify().isSound)
      try await hotline.ledger.database.write {
        _ = try $0.execute("DELETE FROM figure_entries WHERE position = (SELECT max(position) FROM figure_entries)")
      }
      #expect(try await hotline.figures.differing() > 0)
    }
  }

  private static func sum(_ hotline: Hotline, _ happening: Happening) async throws -> Tally {
    let profile = hotline.ledger.profile()
    let period = try #require(FigurePeriod("2025-01..2027-12", today: now.day))
    let asking = try FigureAsking(
      FigureQuestion(metric: .received, period: period), FigureReach.of(.system, in: profile.units), profile)
    return try await hotline.ledger.look { sql, _ in try FigureQuery(asking.filter, of: [happening]).total(sql)[happening] }
  }
}

/// Counts happenings from the bodies of the events, without the lifecycle's fold.
struct PlainCount {
  private(set) var amounts: [String: Int64] = [:]
  private(set) var solved: Int64 = 0
  private(set) var satisfied: Int64 = 0
  private(set) var late: Int64 = 0

  static func read(_ hotline: Hotline) async throws -> PlainCount {
    let events = try await hotline.ledger.look { sql, _ in
      try sql.query("SELECT stream, id, at, body FROM events ORDER BY stream, id, version") {
        (stream: $0.text(0), id: $0.int(1), at: $0.int(2), body: try JSONParser.parse(Array($0.text(3).utf8)))
      }
    }
    var count = PlainCount()
    var main: Set<Int64> = []
    var closed: Set<Int64> = []
    var due: [Int64: Int64] = [:]
    var answered: [Int64: Int64] = [:]
    for event in events {
      guard case .object(let members) = event.body, let event = members.first.map({ (event.stream, event.id, event.at, $0.name, $0.value) })
      else { continue }
      let (stream, id, at, type, body) = event
      switch (stream, type) {
      case ("appeal", "recorded"): count.amounts["received", default: 0] += 1
      case ("appeal", "answered"): count.amounts["answered", default: 0] += 1
      case ("participation", "answered"): count.answer(body["answers"])
      case ("order", "raised") where body["matter"]?["role"]?.text == "main":
        main.insert(id)
        count.amounts["raised", default: 0] += 1
      case ("order", _) where main.contains(id):
        for clock in Self.clocks(body) where ["handling", "redo"].contains(clock["kind"]?.text) {
          if case .whole(let end)? = clock["deadline"]?["at"] { due[id] = end }
        }
        if type == "dispatched" { count.amounts["dispatched", default: 0] += 1 }
        if type == "fedBack" { answered[id] = at }
        if type == "reviewed", body["passed"] == .flag(true) {
          count.amounts["replied", default: 0] += 1
          if let end = due[id], let answer = answered[id], answer > end { count.late += 1 }
        }
        let state = body["state"]?.text
        if type == "calledBack", state == "pending-signature" || state == "pending-dispatch" { count.amounts["redone", default: 0] += 1 }
        let ends = type == "closed" || state == "closed"
        if ends, closed.insert(id).inserted { count.amounts["closed", default: 0] += 1 }
        if let state, state != "closed" { closed.remove(id) }
      default: break
      }
    }
    return count
  }

  private static func clocks(_ body: JSONValue) -> [JSONValue] {
    guard case .list(let clocks)? = body["clocks"] else { return [] }
    return clocks
  }

  private mutating func answer(_ answers: JSONValue?) {
    guard let answers, answers["reached"] == .flag(true), answers["reasonable"] != .flag(false) else { return }
    amounts["called", default: 0] += 1
    if answers["solved"] == .flag(true) { solved += 1 }
    if let grade = answers["resultGrade"]?.text, grade != "dissatisfied", grade != "very-dissatisfied" { satisfied += 1 }
  }
}
