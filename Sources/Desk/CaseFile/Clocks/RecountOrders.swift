import Casework
import Ledger
import Workdays

/// Counts the deadlines of some open orders again, by the calendar in force. None gets an earlier end than was told:
/// where the count ends sooner, the old end stays and is listed as held.
struct RecountOrders: Verb {
  /// Under which recount the moves are listed.
  let recount: Int64
  let orders: [Int64]

  /// How many deadlines moved or were held.
  func perform(in session: LedgerSession) throws -> Int {
    var listed = 0
    for id in orders {
      do {
        try session.change(Order.self, id, .recompute) { order in
          let fresh = order.clocks.compactMap { Counted($0, order, session.profile) }
          for one in fresh where one.moved || one.held { listed += try list(one, id, session) }
          return fresh.isEmpty ? [] : [.recomputed(because: .calendar, clocks: fresh.map(\.clock))]
        }
      } catch LifecycleProblem.wrongState {
        // It ended after it was found: nothing runs on it any more.
        continue
      }
    }
    return listed
  }

  private static let insert = """
    INSERT INTO recount_moves (recount_id, order_id, kind, old_at, new_at, held) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
    """

  private func list(_ one: Counted, _ order: Int64, _ session: LedgerSession) throws -> Int {
    try session.sql.execute(
      Self.insert,
      [
        .int(recount), .int(order), .text(one.clock.kind.rawValue), .int(one.old.milliseconds), .int(one.counted.milliseconds),
        .bool(one.held),
      ])
  }
}

/// A clock whose deadline came out differently.
private struct Counted {
  let clock: Clock
  let old: Moment
  /// Where the count ends, held or not.
  let counted: Moment
  var held: Bool { counted < old }
  var moved: Bool { counted > old }

  init?(_ running: Clock, _ order: Order, _ profile: Profile) {
    let deadline = running.deadline
    guard running.stoppedAt == nil, deadline.limit.unit.isWorkingTime else { return nil }
    let (setting, unit) = (ClockSetting(profile), Self.unit(running.kind, order))
    let fresh = setting.deadline(deadline.limit, unit: unit ?? order.matter.owner, from: deadline.from, pauses: running.pauses)
    let kept = fresh.keeping(deadline.at)
    guard kept != deadline else { return nil }
    var clock = setting.clock(running.kind, kept, for: order.matter, unit: unit, pauses: running.pauses)
    (clock.pausedAt, clock.isExtended) = (running.pausedAt, running.isExtended)
    self.clock = clock.remembering(running)
    (old, counted) = (deadline.at, fresh.at)
  }

  /// By whose calendar it was counted: a task's handling is that of the order above it.
  private static func unit(_ kind: ClockKind, _ order: Order) -> UnitID? {
    guard kind.runsAtUnit else { return nil }
    return order.isTask && kind == .handling ? order.matter.owner : order.unit
  }
}
