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
  private let about: About

  public init(ledger: Ledger) {
    self.ledger = ledger
    about = About()
  }

  /// The streams whose changes move rows in or out of desks.
  private static let streams: Set<String> = [StreamKind.order.rawValue, StreamKind.appeal.rawValue]

  public func view(_ topic: LiveTopic, for actor: Actor) async throws -> LiveView? {
    guard let role = Role(rawValue: topic.name), actor.has(role) else { return nil }
    if about.isUnknown { _ = try await heed([]) }
    let roles = actor.roles.map(\.rawValue).sorted().joined(separator: ",")
    let own = about.concerns(actor) ? actor.account.value : ""
    return LiveView(
      "\(roles) \(actor.unit.value) \(actor.scope.value) \(own)", concerns: { $0.contains { Self.streams.contains($0.stream) } }
    ) {
      try await read(role, actor, at: $0)
    }
  }

  public func heed(_ changes: [LiveChange]) async throws -> Bool {
    about.set(try await ledger.look { sql, _ in try About.read(sql) })
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

/// About whom there are complaints: their colleagues' counts are not theirs.
private final class About: Sendable {
  struct People: Hashable, Sendable {
    var accounts: Set<String> = []
    var groups: Set<String> = []
  }

  private let people = Mutex<People?>(nil)

  private static let orders = """
    SELECT about_agent, about_group FROM orders WHERE about_agent IS NOT NULL
    UNION SELECT about_agent, about_group FROM orders WHERE about_group IS NOT NULL
    UNION SELECT about_agent, about_group FROM appeals WHERE \(AppealConditions.staffComplaint)
    """

  static func read(_ sql: any SQLSession) throws -> People {
    let rows = try sql.query(orders) { ($0.textOrNil(0), $0.textOrNil(1)) }
    return People(accounts: Set(rows.compactMap(\.0)), groups: Set(rows.compactMap(\.1)))
  }

  var isUnknown: Bool { people.withLock { $0 == nil } }

  /// Whether it says something new.
  func set(_ found: People) -> Bool {
    people.withLock { people in
      defer { people = found }
      return people != found
    }
  }

  func concerns(_ actor: Actor) -> Bool {
    people.withLock { people in
      people?.accounts.contains(actor.account.value) == true || actor.group.map { people?.groups.contains($0) == true } == true
    }
  }
}
