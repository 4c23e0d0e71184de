import Casework
import Ledger

/// One page of orders from before there were rows and rungs of clocks: each gets its rows, the open ones the ladder in force.
struct EnrolClocks: Verb {
  let page: Int

  /// Whether there may be more.
  func perform(in session: LedgerSession) throws -> Bool {
    guard let bare = try session.enrolClocks(page: page) else { return false }
    let setting = ClockSetting(session.profile)
    for order in bare {
      try session.change(Order.self, order.id.value, .recompute) { order in
        let running = order.clocks.filter { $0.isRunning && $0.rungs.isEmpty }
        let clocks = running.map { old -> Clock in
          var clock = setting.clock(old.kind, old.deadline, for: order.matter, unit: order.unit, pauses: old.pauses)
          clock.isExtended = old.isExtended
          return clock
        }
        return [.recomputed(because: .ladder, clocks: clocks)]
      }
    }
    return true
  }
}

extension ClockKeeper {
  /// Brings an older database up to the rows and rungs of clocks; done at once where there is nothing to do.
  public func enrol() async throws {
    while try await ledger.perform(EnrolClocks(page: 500), as: .system) {}
  }
}
