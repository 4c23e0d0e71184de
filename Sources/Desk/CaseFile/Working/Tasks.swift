import Casework
import Ledger

/// Tasks below an order: given on down the levels, or to a unit that assists. A task is an order of its own with the same
/// lifecycle, and it inherits the outer deadline: no task ends after the order above it.
extension LedgerSession {
  /// Begins a task and dispatches it to its unit.
  public func beginTask(under order: Order, role: OrderRole, to unit: UnitID, text: String) throws -> OrderID {
    let id = try newID()
    var matter = order.matter
    matter.number = number(for: id, mark: "T")
    matter.role = role
    matter.parent = order.id
    matter.owner = order.unit ?? order.matter.owner
    matter.text = try keep(text, on: order.matter)
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
      [.collected(task: task.id, unit: task.unit, outcome: outcome, reply: reply, credit: outcome.map { _ in credit(of: task) })]
    }
  }

  /// When its unit answered, and whether before its deadline.
  private func credit(of task: Order) -> Credit {
    let at = task.fedBackAt ?? now
    let clock = [task.clock(.redo), task.clock(.handling)].compactMap { $0 }.first { $0.stoppedAt == at } ?? task.clock(.handling)
    return Credit(role: task.matter.role, at: at, onTime: clock.map { at <= $0.deadline.at } ?? true)
  }

  /// When the order above a task must be answered at the latest; nil for what is no task, and where that clock stands still.
  public func outerDeadline(of task: Order) throws -> Clock? {
    guard let parent = task.matter.parent else { return nil }
    guard let clock = try load(Order.self, parent.value).answerClock, clock.stoppedAt == nil else { return nil }
    return clock
  }

  /// The clocks by which a task must be answered, none of them beyond the deadline of the order above it.
  public func within(_ outer: Clock?, _ clocks: [Clock], of task: Order) -> [Clock] {
    guard let outer else { return clocks }
    return clocks.map { clock in
      guard [.handling, .redo].contains(clock.kind), clock.deadline.at > outer.deadline.at else { return clock }
      var fresh = inheritClock(clock.kind, from: outer, for: task.matter, unit: task.unit).remembering(clock)
      fresh.pausedAt = clock.pausedAt
      return fresh
    }
  }
}
