import Casework
import Ledger
import Profiles
import Suggestions
import Workdays

/// Takes an appeal in and ends the call in the same breath: recorded, answered, raised as an order or joined to one, all of it or
/// nothing.
struct TakeDown: Verb {
  enum Then: Sendable {
    case nothing
    case answer(reply: String, Kind, CategoryID?)
    /// - Parameter to: the unit that gets it at once, where whoever takes it down may dispatch.
    case order(Wish, to: UnitID?, assist: [UnitID])
    case join(order: String)
    case refuse(reason: String, note: String?)
  }

  let statement: Statement
  let intake: UnitID
  let then: Then
  let steps: NextSteps?
  /// What was proposed for it and found wrong.
  var declined = Draft.Declined()

  func perform(in session: LedgerSession) throws -> TakenDown {
    let taken = try takeDown(session)
    try keepDeclined(taken.order?.number ?? taken.number, session)
    return taken
  }

  /// Whoever keeps the catalogue learns what was proposed in vain, unless it was taken after all.
  private func keepDeclined(_ number: String, _ session: LedgerSession) throws {
    var (category, unit) = (statement.category, UnitID?.none)
    if case .order(let wish, let to, _) = then { (category, unit) = (wish.category, to) }
    for wrong in declined.categories where wrong != category {
      try session.decline(wrong, of: number, area: statement.area, instead: category)
    }
    guard let category else { return }
    let question = CatalogueQuestion(category: category, kind: statement.kind, area: statement.area, text: statement.text)
    for wrong in declined.units where wrong != unit { try session.decline(wrong, of: number, question) }
  }

  private func takeDown(_ session: LedgerSession) throws -> TakenDown {
    let receipt = try RecordAppeal(statement: statement, intake: intake).perform(in: session)
    guard let steps else { return TakenDown(receipt) }
    switch then {
    case .nothing: return TakenDown(receipt)
    case .answer(let reply, let kind, let category):
      return TakenDown(try steps.answer(receipt.number, reply, kind, category, session))
    case .order(let wish, let unit, let assist):
      var order = try steps.raise(receipt.number, wish, session)
      if let unit { order = try steps.dispatch(order.number, unit, assist, session) }
      return TakenDown(number: receipt.number, state: .inHand, order: order)
    case .join(let order): return TakenDown(try steps.join(receipt.number, order, session))
    case .refuse(let reason, let note): return TakenDown(try steps.refuse(receipt.number, reason, note, session))
    }
  }
}

/// What whoever took it down is told.
struct TakenDown: Codable, Sendable {
  let number: String
  let state: AppealState
  var order: OrderReceipt?

  init(_ receipt: AppealReceipt) { self.init(number: receipt.number, state: receipt.state, order: nil) }

  init(number: String, state: AppealState, order: OrderReceipt?) { (self.number, self.state, self.order) = (number, state, order) }
}
