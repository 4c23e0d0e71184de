import Casework
import Ledger
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
  }

  let statement: Statement
  let intake: UnitID
  let then: Then
  let steps: NextSteps?

  func perform(in session: LedgerSession) throws -> TakenDown {
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
