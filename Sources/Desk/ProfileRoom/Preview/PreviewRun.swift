import Casework
import Ledger
import Profiles
import Store
import Workdays

/// What the limits and calendars of the draft would have made of the clocks of past orders, beside the release that it
/// changes. Read in small pieces: each asks for so many orders, and nobody who writes has to wait.
struct PreviewRun: Sendable {
  let base: Profile
  let draft: Profile
  let from: CivilDay
  let to: CivilDay

  /// One clock that would have ended at another time.
  struct Moved: Sendable {
    let number: String
    let category: CategoryID
    let unit: UnitID?
    let clock: ClockKind
    /// Nil: the clock would not have run at all.
    let before: (limit: Limit, end: Moment)?
    let after: (limit: Limit, end: Moment)?
    let confidential: Bool

    var isEarlier: Bool {
      guard let before, let after else { return before == nil }
      return after.end < before.end
    }
  }

  /// So far.
  struct Figures: Sendable, Equatable {
    var orders = 0
    var changed = 0
    var earlier = 0
    var later = 0
  }

  /// Orders in one piece.
  static let piece = 1000
  private let onCalendar: Bool

  init(base: Profile, draft: Profile, from: CivilDay, to: CivilDay) {
    (self.base, self.draft, self.from, self.to) = (base, draft, from, to)
    onCalendar = (base.calendar, base.overlays) != (draft.calendar, draft.overlays)
    clocks = Self.touched(base, draft, onCalendar)
  }

  /// The kinds of clocks that the draft may touch: those whose lines differ, and all that run on working time where a
  /// calendar does.
  let clocks: Set<ClockKind>

  private static func touched(_ base: Profile, _ draft: Profile, _ onCalendar: Bool) -> Set<ClockKind> {
    if onCalendar { return Set(ClockKind.allCases).subtracting(promised) }
    return Set(
      ClockKind.allCases.filter { kind in
        base.limits.rules.filter { $0.clock == kind } != draft.limits.rules.filter { $0.clock == kind }
      }
    ).subtracting(promised)
  }

  /// A promise to a citizen ends when it was promised, whatever the table says.
  private static let promised: Set<ClockKind> = [.commitment]

  private var select: String {
    let kinds = clocks.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    return """
      SELECT o.id, o.raised_at, o.number, o.kind, o.category, o.urgency, o.owner, o.confidential, c.kind, c.unit, c.started_at, c.pauses
      FROM (SELECT id, raised_at, number, kind, category, urgency, owner, confidential FROM orders
        WHERE role = 'main' AND raised_at >= $1 AND raised_at < $2 AND (raised_at, id) < ($3, $4)
        ORDER BY raised_at DESC, id DESC LIMIT \(Self.piece)) o
      LEFT JOIN clocks c ON c.order_id = o.id AND NOT c.extended AND c.kind IN (\(kinds))
      ORDER BY o.raised_at DESC, o.id DESC, c.kind
      """
  }

  private struct Row {
    let id: Int64
    let at: Int64
    let number: String
    let kind: Kind
    let category: CategoryID
    let urgency: Urgency
    let owner: UnitID
    let confidential: Bool
    let clock: ClockKind?
    let unit: UnitID?
    let start: Moment
    let pauses: [Pause]

    init(_ row: any SQLRow) throws {
      (id, at, number) = (row.int(0), row.int(1), row.text(2))
      (kind, category) = (Kind(rawValue: row.text(3)) ?? .help, CategoryID(row.text(4)))
      urgency = Urgency.allCases.indices.contains(Int(row.int(5))) ? Urgency.allCases[Int(row.int(5))] : .normal
      (owner, confidential) = (UnitID(row.text(6)), row.bool(7))
      (clock, unit) = (row.textOrNil(8).flatMap { ClockKind(rawValue: $0) }, row.textOrNil(9).map { UnitID($0) })
      start = Moment(milliseconds: row.intOrNil(10) ?? 0)
      pauses = try row.textOrNil(11).map { try StoredJSON.decode([Pause].self, from: $0) } ?? []
    }
  }

  /// The next piece: how many orders it had, what would have moved, and where the one after it begins.
  /// - Parameter after: the place of the last order seen, `raised.id`.
  func piece(_ sql: any SQLSession, after: PreviewPlace?) throws -> (
    orders: Int, moved: [(place: PreviewPlace, clock: Moved)], next: PreviewPlace?
  ) {
    guard !clocks.isEmpty else { return (0, [], nil) }
    let from = after ?? PreviewPlace(at: .max, id: .max)
    let args: [SQLValue] = [
      .int(self.from.midnight.milliseconds), .int(to.adding(days: 1).midnight.milliseconds), .int(from.at), .int(from.id),
    ]
    let rows = try sql.query(select, args) { try Row($0) }
    var seen: Set<Int64> = []
    var moved: [(PreviewPlace, Moved)] = []
    for row in rows {
      seen.insert(row.id)
      guard let clock = row.clock, let found = self.moved(row, clock) else { continue }
      moved.append((PreviewPlace(at: row.at, id: row.id), found))
    }
    let next = seen.count == Self.piece ? rows.last.map { PreviewPlace(at: $0.at, id: $0.id) } : nil
    return (seen.count, moved, next)
  }

  private func moved(_ row: Row, _ clock: ClockKind) -> Moved? {
    let (one, other) = (limit(row, clock, by: base), limit(row, clock, by: draft))
    guard onCalendar || one != other else { return nil }
    let (before, after) = (end(row, clock, one, by: base), end(row, clock, other, by: draft))
    guard one != other || before?.end != after?.end else { return nil }
    return Moved(
      number: row.number, category: row.category, unit: row.unit, clock: clock, before: before, after: after,
      confidential: row.confidential)
  }

  private func limit(_ row: Row, _ clock: ClockKind, by profile: Profile) -> Limit? {
    let unit = clock.runsAtUnit ? row.unit : nil
    let matter = Matter(
      kind: row.kind, urgency: row.urgency, category: row.category, unit: unit.flatMap(profile.unit), day: row.start.day)
    return profile.limits.limit(for: clock, matter: matter)?.limit
  }

  /// When the clock would end by a profile, had it started by that.
  private func end(_ row: Row, _ clock: ClockKind, _ limit: Limit?, by profile: Profile) -> (limit: Limit, end: Moment)? {
    guard let limit else { return nil }
    let unit = clock.runsAtUnit ? row.unit : nil
    let deadline = ClockSetting(profile).deadline(limit, unit: unit ?? row.owner, from: row.start, pauses: row.pauses)
    return (limit, deadline.at)
  }
}

/// The place of an order in a list by the time it was raised.
struct PreviewPlace: Sendable, Equatable, LosslessStringConvertible {
  let at: Int64
  let id: Int64

  init(at: Int64, id: Int64) { (self.at, self.id) = (at, id) }

  init?(_ text: String) {
    let parts = text.split(separator: ".").map { Int64($0) }
    guard parts.count == 2, let at = parts[0], let id = parts[1] else { return nil }
    self.init(at: at, id: id)
  }

  var description: String { "\(at).\(id)" }
}

extension PreviewRun.Figures {
  mutating func add(_ orders: Int, _ moved: [(place: PreviewPlace, clock: PreviewRun.Moved)]) {
    self.orders += orders
    for clocks in Dictionary(grouping: moved, by: { $0.place.id }).values {
      changed += 1
      if clocks.contains(where: { $0.clock.isEarlier }) { earlier += 1 }
      if clocks.contains(where: { !$0.clock.isEarlier }) { later += 1 }
    }
  }
}
