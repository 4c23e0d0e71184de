import Casework
import Ledger
import Store
import Synchronization
import Vault
import Web
import Workdays

/// The counts of a desk's tabs, and a mark for each that tells when its rows are others. Read once for all who have the same
/// roles in the same place; whoever is complained about, or whose group is, has a view of their own, without that complaint.
public struct DeskLive: LiveSource {
  public let name = "desk"
  private let ledger: Ledger
  private let about = KnownAbout()

  public init(ledger: Ledger) { self.ledger = ledger }

  /// The streams whose changes move rows in or out of desks.
  private static let streams: Set<String> = [StreamKind.order.rawValue, StreamKind.appeal.rawValue]

  public func view(_ topic: LiveTopic, for actor: Actor) async throws -> LiveView? {
    guard let role = Role(rawValue: topic.name), actor.has(role) else { return nil }
    if about.isUnknown { _ = try await heed([]) }
    let own = about.concerns(actor) ? actor.account.value : ""
    return LiveView(
      "\(DeskSight.of(actor)) \(own)", concerns: { $0.contains { Self.streams.contains($0.stream) } }
    ) {
      try await read(role, actor, at: $0)
    }
  }

  public func heed(_ changes: [LiveChange]) async throws -> Bool {
    about.set(try await ledger.look { sql, _ in try StaffComplaints.read(sql) })
  }

  private func read(_ role: Role, _ actor: Actor, at now: Moment) async throws -> [JSONValue.Member]? {
    let desk = Desk(of: role, for: actor, at: now)
    let query = DeskQuery(ledger: ledger, actor: actor, now: now)
    let glimpses = try await query.glimpses(desk.tabs)
    let counts = glimpses.map { JSONValue.Member($0.key, .count($0.glimpse.total)) }
    let marks = glimpses.map { JSONValue.Member($0.key, .text($0.glimpse.mark)) }
    return [JSONValue.Member("counts", .object(counts)), JSONValue.Member("marks", .object(marks))]
  }
}

/// The complaints of which the hub has heard.
private final class KnownAbout: Sendable {
  private let known = Mutex<StaffComplaints?>(nil)

  var isUnknown: Bool { known.withLock { $0 == nil } }

  /// Whether it says something new.
  func set(_ found: StaffComplaints) -> Bool {
    known.withLock { known in
      defer { known = found }
      return known != found
    }
  }

  func concerns(_ actor: Actor) -> Bool { known.withLock { $0?.concern(actor) == true } }
}
