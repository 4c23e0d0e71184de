import Casework
import Ledger
import Store
import Workdays

/// Makes entries of sealed events. What an event means is told by its own stream up to it, never by the rows of today:
/// so a rebuilding finds years later what was found at once.
struct EntryReader {
  let sql: any SQLSession

  private static let ofAppeals: Set<String> = ["recorded", "answered"]
  private static let ofOrders: Set<String> = [
    "raised", "dispatched", "ruled", "reviewed", "calledBack", "unreasonableDecided", "rechecked", "closed", "parted",
  ]

  /// In the order of the log.
  func entries(_ events: [SealedEvent]) throws -> [FigureEntry] {
    let appeals = events.filter { $0.stream == StreamKind.appeal.rawValue && Self.ofAppeals.contains(String($0.type)) }
    let orders = events.filter { $0.stream == StreamKind.order.rawValue && Self.ofOrders.contains(String($0.type)) }
    let found = try ofAppeals(appeals) + ofOrders(orders)
    return found.sorted { ($0.position, $0.happening.rawValue) < ($1.position, $1.happening.rawValue) }
  }

  // MARK: Appeals

  private static let births = "SELECT id, body FROM events WHERE stream = 'appeal' AND version = 1 AND"

  private func ofAppeals(_ events: [SealedEvent]) throws -> [FigureEntry] {
    let ids = Set(events.filter { $0.type != "recorded" }.map(\.id))
    var matters = try matters(of: ids.sorted())
    return try events.compactMap { event in
      switch try StoredJSON.decode(AppealEvent.self, from: event.body) {
      case .recorded(let matter):
        matters[event.id] = matter
        return FigureEntry(
          .received, position: event.position, at: matter.receivedAt, of: event.id, matter, category: matter.category, kind: matter.kind)
      case .answered(_, let kind, let category):
        guard let matter = matters[event.id] else { return nil }
        return FigureEntry(
          .answered, position: event.position, at: event.at, of: event.id, matter, category: category ?? matter.category, kind: kind)
      default: return nil
      }
    }
  }

  private func matters(of ids: [Int64]) throws -> [Int64: AppealMatter] {
    var matters: [Int64: AppealMatter] = [:]
    guard !ids.isEmpty else { return matters }
    var args: [SQLValue] = []
    let list = args.whereIn("id", ids)
    for (id, body) in try sql.query("\(Self.births) \(list)", args, { ($0.int(0), $0.text(1)) }) {
      if case .recorded(let matter) = try StoredJSON.decode(AppealEvent.self, from: body) { matters[id] = matter }
    }
    return matters
  }

  // MARK: Orders

  private struct Step {
    let position: Int64?
    let fact: Fact<OrderEvent>
  }

  /// An event that is not sealed yet has no position, and its stream may reach beyond what is being taken.
  private static let streams = """
    SELECT s.position, e.id, e.at, e.actor, e.unit, e.body FROM events e LEFT JOIN sealed s ON s.seq = e.seq
    WHERE e.stream = 'order' AND
    """

  private func ofOrders(_ events: [SealedEvent]) throws -> [FigureEntry] {
    let ids = Array(Set(events.map(\.id))).sorted()
    guard !ids.isEmpty else { return [] }
    var args: [SQLValue] = []
    let list = args.whereIn("e.id", ids)
    let rows = try sql.query("\(Self.streams) \(list) ORDER BY e.id, e.version", args) { row in
      let event = try StoredJSON.decode(OrderEvent.self, from: row.text(5))
      let fact = Fact(
        event, stream: row.int(1), at: Moment(milliseconds: row.int(2)), by: AccountID(row.text(3)), unit: UnitID(row.text(4)))
      return Step(position: row.intOrNil(0), fact: fact)
    }
    let streams = Dictionary(grouping: rows, by: \.fact.stream)
    let channels = try channels(of: streams)
    let wanted = Set(events.map(\.position))
    return try ids.flatMap { id in try entries(of: streams[id] ?? [], wanted, channels[id] ?? .phone) }
  }

  private func entries(of steps: [Step], _ wanted: Set<Int64>, _ channel: Channel) throws -> [FigureEntry] {
    var order: Order?
    var answered: [AppealID: Int] = [:]
    var found: [FigureEntry] = []
    for step in steps {
      let after = try Order.fold(order, step.fact)
      if let appeal = step.fact.event.answeredAppeal { answered[appeal, default: 0] += 1 }
      if let position = step.position, wanted.contains(position) {
        let appeal = step.fact.event.answeredAppeal
        let answers = try appeal.flatMap { try self.answers(of: $0, in: after.id, time: answered[$0] ?? 1) }
        let happenings = OrderHappenings(event: step.fact.event, before: order, after: after, answers: answers).all
        found += happenings.map {
          FigureEntry($0.happening, position: position, at: step.fact.at, of: after, unit: $0.unit, channel: channel, tally: $0.tally)
        }
      }
      order = after
    }
    return found
  }

  /// An order belongs to the channel of the appeal that it was raised from.
  private func channels(of streams: [Int64: [Step]]) throws -> [Int64: Channel] {
    var first: [Int64: Int64] = [:]
    for (id, steps) in streams {
      first[id] = steps.lazy.compactMap { step in if case .joined(let appeal, _, _) = step.fact.event { appeal.value } else { nil } }.first
    }
    let matters = try matters(of: Array(Set(first.values)).sorted())
    return first.compactMapValues { matters[$0]?.channel }
  }

  /// A join would have SQLite read the events of all participations; and an appeal has few orders, an order many appeals.
  private static let said = """
    SELECT body FROM events WHERE stream = 'participation'
    AND id IN (SELECT id FROM participations WHERE order_id + 0 = $1 AND appeal_id = $2) ORDER BY id, version
    """

  /// What the citizen answered when asked for the n-th time.
  private func answers(of appeal: AppealID, in order: OrderID, time: Int) throws -> CallbackAnswers? {
    let bodies = try sql.query(Self.said, [.int(order.value), .int(appeal.value)]) { $0.text(0) }
    let all = try bodies.filter { $0.hasPrefix("{\"answered\"") }.compactMap { body -> CallbackAnswers? in
      guard case .answered(let answers, _, _) = try StoredJSON.decode(ParticipationEvent.self, from: body) else { return nil }
      return answers
    }
    return all.indices.contains(time - 1) ? all[time - 1] : nil
  }
}
