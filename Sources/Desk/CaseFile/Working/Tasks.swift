import Casework
import Ledger

/// Tasks below an order: given on down the levels, or to a unit that assists. A task is an order of its own with the same
/// lifecycle, and it inherits the outer deadline.
extension LedgerSession {
  /// Begins a task and dispatches it to its unit.
  public func beginTask(under order: Order, role: OrderRole, to unit: UnitID, text: String) throws -> OrderID {
    let id = try newID()
    let citizen = order.matter.citizen
    var matter = order.matter
    matter.number = number(for: id, mark: "T")
    matter.role = role
    matter.parent = order.id
    matter.owner = order.unit ?? order.matter.owner
    matter.text = try keep(text, for: citizen)
    matter.profile = profile.version
    var clocks = startClocks([.sign], for: matter, unit: unit, from: now)
    if let outer = order.answerClock, outer.stoppedAt == nil {
      clocks.append(inheritClock(.handling, from: outer, for: matter, unit: unit))
    }
    try begin(
      Order.self, id,
      [
        .raised(matter: matter, state: .pendingDispatch, clocks: []),
        .dispatched(to: unit, note: nil, clocks: clocks),
      ])
    return OrderID(id)
  }

  /// Tells the order above that a task has ended.
  public func collect(_ task: Order, outcome: Outcome?, reply: TextID?) throws {
    guard let parent = task.matter.parent else { return }
    let above = try load(Order.self, parent.value)
    guard above.openTasks.contains(task.id) else { return }
    try change(Order.self, parent.value, .collect) { _ in
      [.collected(task: task.id, unit: task.unit, outcome: outcome, reply: reply)]
    }
  }
}
