import Casework
import Ledger
import Store
import Vault
import Workdays

/// A matter that is being worked on, as everybody may see it: what kind, which area, how far. Nobody's words, no address.
public struct OpenMatter: Sendable, Hashable {
  public let id: Int64
  public let category: CategoryID
  public let area: AreaID?
  public let state: OrderState
  public let unit: UnitID?
  public let since: Moment
  /// How many citizens asked for it.
  public internal(set) var citizens = 1
}

/// Reads the open matters of an area. Only needs that several people may share: what concerns persons is never among them.
public struct OpenMatters {
  private let sql: any SQLSession
  private let vault: Vault
  private let profile: Profile
  private let now: Moment
  private static let kinds: Set<Kind> = [.help, .complaint, .suggestion]
  private static let days = 90
  private static let batch: Int64 = 60
  /// From here on two texts are thought to speak of the same thing; where the place is the same, less is enough.
  private static let alike = 0.3
  private static let alikeHere = 0.1

  public init(_ sql: any SQLSession, _ vault: Vault, _ profile: Profile, at now: Moment) {
    (self.sql, self.vault, self.profile, self.now) = (sql, vault, profile, now)
  }

  private var since: Int64 { now.adding(days: -Self.days).milliseconds }

  /// How many there are in each area.
  public func counts() throws -> [AreaID: Int] {
    var args: [SQLValue] = [.int(since)]
    let kinds = args.whereIn("kind", Self.kinds.map(\.rawValue).sorted())
    let statement = """
      SELECT area, category, count(*) FROM order_places WHERE area IS NOT NULL AND raised_at >= $1 AND \(kinds) GROUP BY area, category
      """
    let rows = try sql.query(statement, args) { (area: AreaID($0.text(0)), category: CategoryID($0.text(1)), count: Int($0.int(2))) }
    let shown = rows.filter { profile.policy.openness.shows($0.category) }
    return Dictionary(shown.map { ($0.area, $0.count) }, uniquingKeysWith: +)
  }

  /// Those of these areas, newest first.
  public func list(in areas: [AreaID], limit: Int) throws -> [OpenMatter] {
    let newest = try areas.flatMap { try places(in: $0) }.sorted { ($0.raised, $0.id) > ($1.raised, $1.id) }.map(\.id)
    var found: [OpenMatter] = []
    for start in stride(from: 0, to: newest.count, by: limit) where found.count < limit {
      found += try load(Array(newest[start..<min(start + limit, newest.count)])).sorted { ($0.since, $0.id) > ($1.since, $1.id) }
    }
    return Array(found.prefix(limit))
  }

  public func one(_ id: Int64) throws -> OpenMatter? {
    guard try sql.exists("SELECT 1 FROM order_places WHERE id = $1", [.int(id)]) else { return nil }
    return try load([id]).first
  }

  /// Those that may be what somebody is just writing down.
  public func like(_ words: String, in area: AreaID?, at address: String?, limit: Int) throws -> [OpenMatter] {
    let here = try address.flatMap { PlaceKey.of($0, without: PlaceBook.names(profile)) }.map(ids(at:)) ?? []
    let ids = Set(try here + (area.map(ids(in:)) ?? []))
    let shown = try matters(ids.sorted(by: >))
    let texts = try texts(of: shown.map(\.id))
    let own = LikeWords(IndexText.clean(words))
    let scored = shown.compactMap { matter -> (share: Double, matter: OpenMatter)? in
      let share = own.share(with: LikeWords(texts[matter.id] ?? ""))
      let isHere = here.contains(matter.id)
      guard share >= (isHere ? Self.alikeHere : Self.alike) else { return nil }
      return (share + (isHere ? 1 : 0), matter)
    }
    return try counted(scored.sorted { ($0.share, $0.matter.id) > ($1.share, $1.matter.id) }.prefix(limit).map(\.matter))
  }

  /// Title and text of each order, as the index cleans them.
  private func texts(of ids: [Int64]) throws -> [Int64: String] {
    guard !ids.isEmpty else { return [:] }
    let orders = try sql.folds(Order.self, ids).map { (id: $0.id.value, parts: [$0.matter.title.value, $0.matter.text.value]) }
    let texts = try vault.texts(orders.flatMap(\.parts))
    return Dictionary(
      uniqueKeysWithValues: orders.map { ($0.id, $0.parts.compactMap { texts[$0] }.map(IndexText.clean).joined(separator: "\n")) })
  }

  private func ids(in area: AreaID) throws -> [Int64] { try places(in: area).map(\.id) }

  private func places(in area: AreaID) throws -> [(raised: Int64, id: Int64)] {
    try sql.query(
      "SELECT raised_at, id FROM order_places WHERE area = $1 AND raised_at >= $2 ORDER BY raised_at DESC LIMIT $3",
      [.text(area.value), .int(since), .int(Self.batch)]
    ) { ($0.int(0), $0.int(1)) }
  }

  private func ids(at place: String) throws -> [Int64] {
    try sql.query(
      "SELECT id FROM order_places WHERE place = $1 AND raised_at >= $2 ORDER BY raised_at DESC LIMIT $3",
      [.text(place), .int(since), .int(Self.batch)]
    ) { $0.int(0) }
  }

  /// Nothing confidential, nothing about our own staff, no tasks.
  private static let plain = "role = 'main' AND NOT confidential AND about_agent IS NULL AND about_group IS NULL"

  private func load(_ ids: [Int64]) throws -> [OpenMatter] { try counted(matters(ids)) }

  /// Looked at once more: the book follows the log by a moment.
  private func matters(_ ids: [Int64]) throws -> [OpenMatter] {
    guard !ids.isEmpty else { return [] }
    var args: [SQLValue] = []
    let (list, kinds) = (args.whereIn("id", ids), args.whereIn("kind", Self.kinds.map(\.rawValue).sorted()))
    let statement = "SELECT id, category, area, state, unit, raised_at FROM orders WHERE \(list) AND \(kinds) AND \(Self.plain)"
    let found = try sql.query(statement, args) { row in
      OrderState(rawValue: row.text(3)).map { state in
        OpenMatter(
          id: row.int(0), category: CategoryID(row.text(1)), area: row.textOrNil(2).map { AreaID($0) }, state: state,
          unit: row.textOrNil(4).map { UnitID($0) }, since: Moment(milliseconds: row.int(5)))
      }
    }
    return found.compactMap(\.self).filter { profile.policy.openness.shows($0.category) && Order.lifecycle.line($0.state, .join) != nil }
  }

  /// Whoever asked twice counts once.
  private func counted(_ matters: [OpenMatter]) throws -> [OpenMatter] {
    guard !matters.isEmpty else { return [] }
    var args: [SQLValue] = []
    let list = args.whereIn("order_id", matters.map(\.id))
    let statement = "SELECT order_id, count(DISTINCT citizen) FROM participations WHERE \(list) AND state <> 'parted' GROUP BY order_id"
    let citizens = Dictionary(try sql.query(statement, args) { ($0.int(0), Int($0.int(1))) }, uniquingKeysWith: { first, _ in first })
    return matters.map { matter in
      var matter = matter
      matter.citizens = citizens[matter.id] ?? 1
      return matter
    }
  }
}
