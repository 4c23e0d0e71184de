import Casework
import Ledger
import Workdays

extension LedgerSession {
  /// The clocks with which an order goes on after a call-back, or after a decision on one.
  public func nextClocks(_ state: OrderState, _ order: Order) -> [Clock] {
    let matter = order.matter
    return switch state {
    case .callback:
      order.clock(.followUp).map { clock in
        var running = clock
        running.stoppedAt = nil
        return [running]
      } ?? []
    case .pendingSignature: startClocks([.sign, .redo], for: matter, unit: order.unit, from: now)
    case .pendingDispatch: startClocks([.transfer], for: matter, unit: nil, from: now)
    case .continuedReport: startClocks([.continuedReport], for: matter, unit: order.unit, from: now)
    default: []
    }
  }
}
