import Casework
import Ledger
import Store
import Web
import Workdays

/// What has just been finished, said on the console that waits for the next call.
struct DoneNote: Sendable {
  let number: String
  let state: AppealState
  let order: (number: String, state: OrderState, unit: UnitID?)?

  private static let lastOrder = "SELECT number, state, unit FROM orders WHERE id = $1"

  /// Nil for what this person may not see.
  static func read(_ number: String, for actor: Actor, _ profile: Profile, _ sql: any SQLSession) throws -> DoneNote? {
    let fold = try sql.first("SELECT fold FROM appeals WHERE number = $1", [.text(number)]) { $0.text(0) }
    guard let appeal = try fold.map({ try StoredJSON.decode(Appeal.self, from: $0) }), !appeal.sides(of: actor, in: profile.units).isEmpty
    else { return nil }
    let order = try appeal.orders.last.flatMap { id in
      try sql.first(lastOrder, [.int(id.value)]) { row in
        (number: row.text(0), state: OrderState(rawValue: row.text(1)) ?? .handling, unit: row.textOrNil(2).map { UnitID($0) })
      }
    }
    return DoneNote(number: number, state: appeal.state, order: order)
  }

  func render(_ profile: Profile, _ language: Language) -> HTML {
    let appeal: HTML = "<a class=\"number\" href=\"\(Paths.appeal(number))\">\(number)</a>"
    guard let order else { return note("\(state.phrase, language)\(Phrase("：", ": "), language)\(appeal)") }
    let link: HTML = "<a class=\"number\" href=\"\(Paths.order(order.number))\">\(order.number)</a>"
    guard let unit = order.unit.map({ profile.units.name(of: $0) }) else {
      let waits = Phrase("等待派单员派出", "waits for a dispatcher")
      return note("\(Phrase("已立单：", "Order raised: "), language)\(link)\(Self.comma, language)\(waits, language) (\(appeal))")
    }
    return note(
      "\(Phrase("工单", "Order"), language) \(link) → \(unit, language)\(Self.comma, language)\(order.state.phrase, language) (\(appeal))")
  }

  private static let comma = Phrase("，", ", ")

  private func note(_ words: HTML) -> HTML { "<div class=\"done-note\" role=\"status\" data-done><p>● \(words)</p></div>" }
}
