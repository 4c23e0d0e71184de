import CaseFile
import Casework
import Ledger
import Workdays

/// Puts an order under another category, kind or urgency: 调整分类. Its clocks follow the new rule from their old start.
struct RecategoriseOrder: OrderVerb {
  let order: String
  let category: CategoryID?
  let kind: Kind?
  let urgency: Urgency?
  let reason: String?
  let seen: Int?
  var action: OrderAction { .recategorise }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    var matter = order.matter
    matter.category = category ?? matter.category
    matter.kind = kind ?? matter.kind
    matter.urgency = urgency ?? matter.urgency
    guard matter != order.matter else {
      throw CaseworkProblem.field("category", "分类、类型、紧急程度都没有变化。", "Neither category, kind nor urgency changes.")
    }
    let reason = try session.keepIfAny(reason, for: matter.citizen)
    let clocks = order.clocks.filter { $0.stoppedAt == nil }.compactMap { moved($0, matter, order.unit, session) }
    return [.recategorised(category: matter.category, kind: matter.kind, urgency: matter.urgency, reason: reason, clocks: clocks)]
  }

  /// A granted extension or a ruling's clock keeps its own limit; the rest is counted anew from the old start.
  private func moved(_ clock: Clock, _ matter: OrderMatter, _ unit: UnitID?, _ session: LedgerSession) -> Clock? {
    guard [.transfer, .sign, .handling, .firstContact].contains(clock.kind), !clock.isExtended else { return nil }
    guard var fresh = session.startClock(clock.kind, for: matter, unit: unit, from: clock.deadline.from, pauses: clock.pauses) else {
      return nil
    }
    fresh.pausedAt = clock.pausedAt
    return fresh.remembering(clock)
  }
}
