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
    let fresh = order.clocks.filter { $0.stoppedAt == nil }.compactMap { moved($0, matter, order.unit, session) }
    let clocks = session.within(try session.outerDeadline(of: order), fresh, of: order)
    try follow(order.openTasks, matter, clocks.first { $0.kind == .handling } ?? order.answerClock, session)
    return [.recategorised(category: matter.category, kind: matter.kind, urgency: matter.urgency, reason: reason, clocks: clocks)]
  }

  /// Its open tasks go with it, and none of them ends after it.
  private func follow(_ tasks: [OrderID], _ matter: OrderMatter, _ outer: Clock?, _ session: LedgerSession) throws {
    for id in tasks {
      let task = try session.load(Order.self, id.value)
      guard Order.lifecycle.line(task.state, .recategorise) != nil else { continue }
      let running = task.clocks.filter { $0.stoppedAt == nil }
      let clocks = session.within(outer, running, of: task).filter { !running.contains($0) }
      try session.change(Order.self, id.value, .recategorise, standing: [.viewer]) { _ in
        [.recategorised(category: matter.category, kind: matter.kind, urgency: matter.urgency, reason: nil, clocks: clocks)]
      }
      try follow(task.openTasks, matter, outer, session)
    }
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
