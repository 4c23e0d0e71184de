import Casework
import Ledger

/// The unit says that it has it: 签收.
struct SignOrder: OrderVerb {
  let order: String
  let seen: Int?
  var action: OrderAction { .sign }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] { [.signed] }
}
