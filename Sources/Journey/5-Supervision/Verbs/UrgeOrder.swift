import CaseFile
import Casework
import Ledger
import Workdays

/// Reminds whoever has it: 催办.
struct UrgeOrder: OrderVerb {
  let order: String
  let text: String?
  var action: OrderAction { .urge }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    [.urged(text: try session.keepIfAny(text, on: order.matter))]
  }
}

/// Puts it under supervision for a cause, with a formal notice to the unit that has it: 督办.
struct SuperviseOrder: Verb {
  let order: String
  let cause: MeasureCause
  let text: String?

  func perform(in session: LedgerSession) throws -> OrderReceipt {
    let id = try session.orderID(order)
    let after = try session.change(Order.self, id, .supervise) { order in
      [.supervised(cause: cause.rawValue, text: try session.keepIfAny(text, on: order.matter))]
    }
    if let unit = after.unit, try !MeasureQuery.hasNotice(after.id, unit, session.sql) {
      let notice = OpenMeasure(kind: .notice, orders: [order], units: [unit], text: text, cause: cause, marksOrders: false)
      _ = try notice.open(in: session)
    }
    return OrderReceipt(after)
  }
}

/// A call to a unit to bring its people together with others: it stands on the order for colleagues.
struct CoordinateOrder: OrderVerb {
  let order: String
  let unit: UnitID
  let reached: Bool
  let text: String
  var action: OrderAction { .note }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    try session.check([unit], of: .escalation, field: "unit")
    let name = session.profile.units.name(of: unit).zh
    let words = "协调电话 \(name)（\(session.now.phrase.zh)，\(reached ? "已接通" : "未接通")）：\(text)"
    return [.noted(text: try session.keep(words, on: order.matter))]
  }
}
