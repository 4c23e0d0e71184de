import CaseFile
import Casework
import Ledger
import Workdays

/// What dispatch does inside somebody else's transaction.
extension DispatchStage {
  public static func dispatch(_ order: String, to unit: UnitID, assist: [UnitID], in session: LedgerSession) throws -> OrderReceipt {
    try DispatchOrder(order: order, unit: unit, assist: assist, note: nil, seen: nil).perform(in: session)
  }
}
