import CaseFile
import Casework
import Ledger
import Workdays

/// Looks again at a closed order, on file or on site: 复查. Confirmed, or redone.
struct RecheckOrder: OrderVerb {
  let order: String
  let onSite: Bool
  let confirmed: Bool
  let note: String
  let seen: Int?
  var action: OrderAction { .recheck }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let note = try session.keep(note, for: order.matter.citizen)
    guard !confirmed, !order.isTask else {
      return [.rechecked(onSite: onSite, confirmed: true, note: note, state: .closed, clocks: [])]
    }
    for participation in try session.participations(of: order.id) where participation.state == .settled {
      try session.change(Participation.self, participation.id.value, .reopen) { _ in [.reopened(round: order.redoRounds + 1)] }
    }
    let clocks = session.startClocks([.sign, .redo], for: order.matter, unit: order.unit, from: session.now)
    return [.rechecked(onSite: onSite, confirmed: false, note: note, state: .pendingSignature, clocks: clocks)]
  }
}
