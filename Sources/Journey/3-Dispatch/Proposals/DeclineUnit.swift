import CaseFile
import Casework
import Ledger
import Profiles
import Web
import Workdays

/// Says of the unit that is proposed for an order that it is wrong, or takes that back. Nothing of the order changes: the next best is
/// proposed, and whoever keeps the catalogue sees it.
struct DeclineUnit: Verb {
  let order: String
  let unit: UnitID
  let back: Bool
  let seen: Int?

  func perform(in session: LedgerSession) throws -> DeclinedReceipt {
    // Whoever could dispatch it now may say so.
    let order = try session.change(Order.self, try session.orderID(order), .dispatch, seen: seen) { _ in [] }
    if back {
      try session.putBack(unit, of: self.order)
    } else {
      try session.decline(unit, of: self.order, CatalogueQuestion(order.matter))
    }
    return DeclinedReceipt(number: self.order, unit: unit.value, declined: !back)
  }
}

/// What is told of a proposal that was found wrong or put back.
struct DeclinedReceipt: Codable, Sendable {
  let number: String
  let unit: String
  let declined: Bool
}

extension AnswerShape {
  static let declinedReceipt = AnswerShape.object(
    "DeclinedReceipt", [.init("number", .text), .init("unit", .text), .init("declined", .flag)])
  static let declinedProposal = AnswerShape.object(
    "DeclinedProposal",
    [
      .init("number", .text), .init("category", .text), .maybe("unit", .text), .maybe("rule", .text), .maybe("area", .text),
      .maybe("instead", .text), .maybe("unit_now", .text), .init("at", .moment), .init("by", .text),
    ])
}
