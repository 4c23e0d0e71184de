import Casework
import Ledger
import Profiles
import Store
import Vault
import Web
import Workdays

/// A contested order as the page shows it.
struct Objection: Sendable {
  /// Something that happened on the way: dispatched, returned, ruled.
  struct Step: Sendable {
    let at: Moment
    let by: AccountID
    let event: OrderEvent
    /// The note or the basis, masked.
    let words: String?
  }

  let order: Order
  let version: Int64
  let title: String
  let basis: String
  let history: [Step]
  let offer: OrderProposal
  let mayRule: Bool
}

/// Reads the contested orders that an actor may see, the most pressing first.
struct ObjectionList: Sendable {
  struct Page: Sendable {
    let items: [Objection]
    let next: String?
  }

  let profile: Profile
  let actor: Actor
  let day: CivilDay

  private static let block = 60
  private static let events = "SELECT id, at, actor, body FROM events WHERE stream = 'order'"

  private struct Row {
    let order: Order
    let version: Int64
    let due: Int64
  }

  func page(_ sql: any SQLSession, _ vault: Vault, _ states: [OrderState], after: String?, limit: Int) throws -> Page {
    var place = try after.map(Self.place) ?? (due: .min, id: .min)
    var rows: [Row] = []
    // Whoever reads the list sees most of it as a rule, so that the first reading is enough.
    var most = limit + 1
    while rows.count <= limit {
      let block = try read(sql, states, after: place, most: most)
      rows += block.filter { !$0.order.sides(of: actor, in: profile.units).isEmpty }
      guard block.count == most, let last = block.last else { break }
      (place, most) = ((last.due, last.order.id.value), Self.block)
    }
    let shown = Array(rows.prefix(limit))
    let next = rows.count > limit ? shown.last.map { "\($0.due).\($0.order.id.value)" } : nil
    return Page(items: try objections(shown, sql, vault), next: next)
  }

  private func read(_ sql: any SQLSession, _ states: [OrderState], after place: (due: Int64, id: Int64), most: Int) throws -> [Row] {
    var args: [SQLValue] = []
    let states = args.whereIn("state", states.map(\.rawValue))
    let (due, id, most) = (args.bind(.int(place.due)), args.bind(.int(place.id)), args.bind(.int(Int64(most))))
    let key = "coalesce(due_at, \(Int64.max / 2))"
    let statement = """
      SELECT version, fold, \(key) FROM orders WHERE id IN (
        SELECT id FROM orders WHERE \(states) AND (\(key), id) > (\(due), \(id)) ORDER BY \(key), id LIMIT \(most)
      ) ORDER BY \(key), id
      """
    return try sql.query(statement, args) { (version: $0.int(0), fold: $0.text(1), due: $0.int(2)) }
      .map { Row(order: try StoredJSON.decode(Order.self, from: $0.fold), version: $0.version, due: $0.due) }
  }

  private static func place(_ text: String) throws -> (due: Int64, id: Int64) {
    let parts = text.split(separator: ".").map { Int64($0) }
    guard parts.count == 2, let due = parts[0], let id = parts[1] else {
      throw CaseworkProblem.field("after", "翻页标记无效：请原样使用上一页返回的 next。", "This is no cursor of this list: send the next of the page before.")
    }
    return (due, id)
  }

  private func objections(_ rows: [Row], _ sql: any SQLSession, _ vault: Vault) throws -> [Objection] {
    guard !rows.isEmpty else { return [] }
    var args: [SQLValue] = []
    let ids = args.whereIn("id", rows.map(\.order.id.value))
    let events = try sql.query("\(Self.events) AND \(ids) ORDER BY id, version", args) { row in
      (order: row.int(0), at: Moment(milliseconds: row.int(1)), by: AccountID(row.text(2)), body: row.text(3))
    }
    let told = try events.filter { Self.matters($0.body) }.map { event in
      (order: event.order, at: event.at, by: event.by, event: try StoredJSON.decode(OrderEvent.self, from: event.body))
    }
    let wanted =
      told.compactMap { Self.words(of: $0.event)?.value }
      + rows.flatMap { [$0.order.matter.title.value, $0.order.objection?.basis.value] }.compactMap { $0 }
    let texts = try vault.texts(Array(Set(wanted)).sorted()).mapValues { Masking.text($0) }
    return try rows.map { row in
      let steps = told.filter { $0.order == row.order.id.value }.map { step in
        Objection.Step(at: step.at, by: step.by, event: step.event, words: Self.words(of: step.event).flatMap { texts[$0.value] })
      }
      return Objection(
        order: row.order, version: row.version, title: texts[row.order.matter.title.value] ?? row.order.matter.number,
        basis: row.order.objection.flatMap { texts[$0.basis.value] } ?? "", history: steps,
        offer: try OrderProposal.read(for: row.order, sql, vault, profile, on: day),
        mayRule: Permit.possible(row.order, for: actor, in: profile.units).contains(.rule))
    }
  }

  private static let kinds = ["dispatched", "returned", "ruled"].map { "{\"\($0)\"" }

  private static func matters(_ body: String) -> Bool { kinds.contains { body.hasPrefix($0) } }

  private static func words(of event: OrderEvent) -> TextID? {
    switch event {
    case .dispatched(_, let note, _): note
    case .returned(_, let basis, _): basis
    case .ruled(_, _, _, let note, _, _): note
    default: nil
    }
  }
}

extension Objection {
  func json(_ profile: Profile) -> JSONValue {
    .members(
      ("number", .text(order.matter.number)), ("state", .text(order.state.rawValue)), ("title", .text(title)),
      ("category", .text(order.matter.category.value)), ("area", .optional(order.matter.area?.value)),
      ("unit", .optional(order.unit?.value)),
      ("reason", .optional(order.objection?.reason)), ("basis", .text(basis)), ("returns", .count(order.returns)),
      ("due", .optional(order.clock(.ruling)?.deadline.at.iso8601)), ("window", .optional(order.clock(.returnWindow)?.deadline.at.iso8601)),
      ("proposal", ProposalAnswer.json(offer, order.matter.number, profile)))
  }
}

extension AnswerShape {
  static let objection = AnswerShape.object(
    "Objection",
    [
      .init("number", .text), .init("state", .choice([OrderState.objection, .disputed].map(\.rawValue))), .init("title", .text),
      .init("category", .text), .maybe("area", .text), .maybe("unit", .text), .maybe("reason", .text), .init("basis", .text),
      .init("returns", .whole), .maybe("due", .moment), .maybe("window", .moment), .init("proposal", .proposal),
    ])
}
