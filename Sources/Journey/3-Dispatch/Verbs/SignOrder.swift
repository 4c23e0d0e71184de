import Casework
import Ledger

/// The unit says that it has it: 签收.
struct SignOrder: OrderVerb {
  let order: String
  let seen: Int?
  var action: OrderAction { .sign }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] { [.signed] }
}

/// The clock signs at its limit, so that nobody gains by not signing: 到时自动签收.
struct SignByClock: OrderVerb {
  let order: String
  var action: OrderAction { .autoSign }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard let clock = order.clock(.sign), clock.deadline.at <= session.now else { return [] }
    return [.signedByClock]
  }
}
