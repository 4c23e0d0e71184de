import Casework
import Ledger
import Store
import Vault
import Web
import Workdays

/// The lamps of the supervision board: how many stand in each lane, and a mark that tells when the lanes are others.
public struct BoardLive: LiveSource {
  public let name = "board"
  private let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  public func view(_ topic: LiveTopic, for actor: Actor) async throws -> LiveView? {
    guard SupervisionStage.watchers.admits(actor), topic == .board else { return nil }
    return LiveView(actor.scope.value, concerns: { $0.contains { $0.stream == StreamKind.order.rawValue } }) { now in
      let profile = ledger.profile()
      let glimpse = try await ledger.look { sql, _ in try Board.glimpse(actor, nil, profile, now: now, sql) }
      return glimpse.members
    }
  }
}

/// The board without its words.
struct BoardGlimpse: Sendable {
  let counts: [(lane: BoardLane, count: Int)]
  let mark: String

  init(_ lanes: [(lane: BoardLane, count: Int, rows: [LaneRow])]) {
    counts = lanes.map { ($0.lane, $0.count) }
    let words = lanes.map { lane in
      let rows = lane.rows.map { "\($0.id).\($0.version)" }
      return "\(lane.lane.rawValue) \(lane.count) \(rows.joined(separator: " "))"
    }
    mark = Digest.hex(Array(Digest.sha256(Array(words.joined(separator: "\n").utf8)).prefix(8)))
  }

  var members: [JSONValue.Member] {
    let counts = counts.map { JSONValue.Member($0.lane.rawValue, .count($0.count)) }
    return [JSONValue.Member("counts", .object(counts)), JSONValue.Member("marks", .members(("lanes", .text(mark))))]
  }
}

extension Board {
  static func glimpse(
    _ actor: Actor, _ unit: UnitID?, _ profile: Profile, now: Moment, _ sql: any SQLSession
  ) throws -> BoardGlimpse {
    let query = LaneQuery(times: BoardTimes(now: now, calendar: profile.calendar), units: scope(actor, unit, profile.units))
    return BoardGlimpse(
      try BoardLane.allCases.map { (lane: $0, count: try query.count($0, sql), rows: try query.rows($0, sql)) })
  }
}
