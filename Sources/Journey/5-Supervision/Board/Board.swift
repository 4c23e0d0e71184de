import CaseFile
import Casework
import Search
import Store
import Vault
import Web
import Workdays

/// What will be late before it is late, and what is done about it.
struct Board: Sendable {
  struct Column: Sendable {
    let lane: BoardLane
    let rows: [OrderGlance]
    /// At most `LaneQuery.cap`.
    let count: Int
  }

  let columns: [Column]
  let units: [BoardUnit]
  let measures: MeasureRows
  let provisional: Int
  let offers: [IncidentOffer]
  /// Tells this board from a later one.
  let mark: String

  private static let mostMeasures = 20

  /// - Parameter unit: only the orders of this unit and those below it.
  static func read(
    _ actor: Actor, unit: UnitID?, _ profile: Profile, now: Moment, _ sql: any SQLSession, _ vault: Vault
  ) throws -> Board {
    let query = LaneQuery(times: BoardTimes(now: now, calendar: profile.calendar), units: scope(actor, unit, profile.units))
    let lanes = try BoardLane.allCases.map { (lane: $0, count: try query.count($0, sql), rows: try query.rows($0, sql)) }
    let seen = try OrderGlance.load(lanes.flatMap { $0.rows.map(\.id) }, for: actor, profile, sql, vault)
    let orders = Dictionary(seen.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let columns = lanes.map { Column(lane: $0.lane, rows: $0.rows.compactMap { orders[$0.id] }, count: $0.count) }
    var filter = MeasureFilter()
    (filter.states, filter.newestFirst) = (Array(MeasureState.running), false)
    return Board(
      columns: columns, units: try query.byUnit(sql),
      measures: try MeasureRows.read(filter, limit: mostMeasures, actor, profile, sql, vault), provisional: try query.provisional(sql),
      offers: query.units == nil ? try IncidentOffer.read(profile.policy.measures, now: now, sql) : [],
      mark: BoardGlimpse(lanes).mark)
  }

  static func scope(_ actor: Actor, _ unit: UnitID?, _ units: Organisation) -> [UnitID]? {
    if let unit, units.contains(unit, below: actor.scope) { return unit == units.root ? nil : units.subtree(of: unit) }
    return actor.scope == units.root ? nil : units.subtree(of: actor.scope)
  }
}

extension Board {
  static let shape = AnswerShape.object(
    "SupervisionBoard",
    [
      .init(
        "lanes",
        .list(
          of: .object(
            "BoardLane",
            [
              .init("lane", .choice(BoardLane.allCases.map(\.rawValue))), .init("count", .whole),
              .init(
                "orders",
                .list(
                  of: .object(
                    "BoardOrder",
                    [
                      .init("number", .text), .init("title", .text), .maybe("unit", .text), .init("state", .text),
                      .maybe("due_at", .moment),
                      .maybe("card", .text), .init("urges", .whole), .init("provisional", .flag),
                    ]))),
            ]))),
      .init("units", .list(of: .object("BoardUnit", [.init("unit", .text), .init("late", .whole), .init("due", .whole)]))),
      .init("measures", .list(of: .measureGlance)), .init("provisional", .whole),
      .init(
        "incidents",
        .list(
          of: .object(
            "IncidentOffer", [.init("category", .text), .maybe("area", .text), .init("count", .whole), .maybe("order", .text)]))),
    ])

  static let urged = AnswerShape.object(
    "Urged", [.init("urged", .list(of: .text)), .init("skipped", .list(of: .text)), .init("refused", .refusals)])

  /// What was urged, what was not, and why not.
  static func urged(_ several: Several) -> JSONValue {
    .members(
      ("urged", .texts(several.done)), ("skipped", .texts(several.refused.map(\.order))),
      ("refused", several.json["refused"]))
  }

  func json(at now: Moment) -> JSONValue {
    .members(
      ("lanes", .list(columns.map(Self.json))),
      ("units", .list(units.map { .members(("unit", .text($0.unit.value)), ("late", .count($0.late)), ("due", .count($0.due))) })),
      ("measures", .list(measures.measures.map { $0.glance(measures.title($0), at: now) })), ("provisional", .count(provisional)),
      ("incidents", .list(offers.map(Self.json))))
  }

  private static func json(_ offer: IncidentOffer) -> JSONValue {
    .members(
      ("category", .text(offer.category.value)), ("area", .optional(offer.area?.value)), ("count", .count(offer.count)),
      ("order", .optional(offer.order)))
  }

  private static func json(_ column: Column) -> JSONValue {
    .members(
      ("lane", .text(column.lane.rawValue)), ("count", .count(column.count)),
      (
        "orders",
        .list(
          column.rows.map { order in
            .members(
              ("number", .text(order.number)), ("title", .text(order.heading)), ("unit", .optional(order.unit?.value)),
              ("state", .text(order.state.rawValue)), ("due_at", .optional(order.due?.iso8601)),
              ("card", .optional(order.card?.rawValue)), ("urges", .count(order.urges)), ("provisional", .flag(order.isProvisional)))
          })
      ))
  }
}

extension SupervisionStage {
  @Sendable func board(_ call: Call) async throws -> Answer {
    let profile = ledger.profile()
    let unit = call.query.optionalText("unit").map { UnitID($0) }
    let board = try await ledger.look { sql, vault in
      try Board.read(call.actor, unit: unit, profile, now: call.now, sql, vault)
    }
    guard call.surface == .page else { return .ok(board.json(at: call.now)) }
    let page = BoardPage(board: board, unit: unit, profile: profile, call: call)
    return call.wantsFragment ? .fragment(page.lanes) : .page(page.render())
  }
}
