import Casework
import Foundation
import Ledger
import Store
import Testing
import Workdays

/// Reads along in the log and holds every event against the tables, on folds of its own.
struct Watch {
  /// The ends of the tables that any change would move.
  struct Mark: Equatable, Sendable {
    let event: Int64
    let message: Int64
    let text: Int64
    let citizen: Int64
  }

  private var mark = Mark(event: 0, message: 0, text: 0, citizen: 0)
  private var orders: [Int64: Order] = [:]
  private var appeals: [Int64: Appeal] = [:]
  private var participations: [Int64: Participation] = [:]
  private let decoder = JSONDecoder()

  mutating func begin(_ mark: Mark) { self.mark = mark }

  static func mark(_ city: City) async throws -> Mark {
    try await city.database.read { sql in
      let statement = """
        SELECT (SELECT coalesce(max(seq), 0) FROM events), (SELECT coalesce(max(id), 0) FROM outbox),
          (SELECT coalesce(max(id), 0) FROM vault_texts), (SELECT coalesce(max(id), 0) FROM citizens)
        """
      return try #require(sql.first(statement) { Mark(event: $0.int(0), message: $0.int(1), text: $0.int(2), citizen: $0.int(3)) })
    }
  }

  /// Reads what is new.
  /// - Parameter changed: whether something must have happened, or nothing may; nil: either.
  mutating func look(_ city: City, changed: Bool?) async throws {
    let now = try await Self.mark(city)
    if changed == false { #expect(now == mark, "a refusal left something behind") }
    if changed == true { #expect(now.event > mark.event, "an accepted step left no event") }
    guard now.event > mark.event else { return mark = now }
    let before = mark.event
    let events = try await city.database.read { sql in
      try sql.query("SELECT stream, id, at, actor, unit, body FROM events WHERE seq > $1 ORDER BY seq", [.int(before)]) {
        Line(stream: $0.text(0), id: $0.int(1), at: Moment(milliseconds: $0.int(2)), actor: $0.text(3), unit: $0.text(4), body: $0.text(5))
      }
    }
    for event in events { try follow(event) }
    mark = now
  }

  private struct Line: Sendable {
    let stream: String
    let id: Int64
    let at: Moment
    let actor: String
    let unit: String
    let body: String
  }

  private mutating func follow(_ line: Line) throws {
    switch line.stream {
    case Order.kind.rawValue: orders[line.id] = try step(orders[line.id], line)
    case Appeal.kind.rawValue: appeals[line.id] = try step(appeals[line.id], line)
    case Participation.kind.rawValue: participations[line.id] = try step(participations[line.id], line)
    default: break
    }
  }

  /// The thing after one more event, which must be a line of its table.
  private func step<S: EventStream>(_ before: S?, _ line: Line) throws -> S {
    let event = try decoder.decode(S.Event.self, from: Data(line.body.utf8))
    let fact = Fact(event, stream: line.id, at: line.at, by: AccountID(line.actor), unit: UnitID(line.unit))
    let after = try S.fold(before, fact)
    guard let before else { return after }
    let allowed = S.lifecycle.line(before.state, event.action)
    if let old = before as? Order, let new = after as? Order {
      let begun = new.clocks.filter { $0.isRunning && old.clock($0.kind)?.stoppedAt != nil || old.clock($0.kind) == nil }.map(\.kind)
      #expect(
        Set(begun).isSubset(of: allowed?.starts ?? []),
        "order \(line.id): \(event.action.rawValue) from \(before.state.rawValue) starts \(begun), which is not in the table")
    }
    #expect(
      allowed?.to.contains(after.state) == true,
      "\(S.kind) \(line.id): \(event.action.rawValue) from \(before.state.rawValue) to \(after.state.rawValue) is not in the table")
    return after
  }
}
