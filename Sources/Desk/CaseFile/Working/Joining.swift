import Casework
import Ledger
import Store

/// Joining and parting appeals and orders: what several stages do to participations.
extension LedgerSession {
  /// All participations of an order that are not parted, oldest first.
  public func participations(of order: OrderID) throws -> [Participation] {
    let ids = try sql.query(
      "SELECT id FROM participations WHERE order_id = $1 AND state <> 'parted' ORDER BY id", [.int(order.value)]
    ) { $0.int(0) }
    return try ids.map { try load(Participation.self, $0) }
  }

  /// The participation of one appeal in one order.
  public func participation(of appeal: AppealID, in order: OrderID) throws -> Participation {
    let id = try sql.first(
      "SELECT id FROM participations WHERE order_id = $1 AND appeal_id = $2 AND state <> 'parted'", [.int(order.value), .int(appeal.value)]
    ) { $0.int(0) }
    guard let id else {
      throw CaseworkProblem.field("appeal", "这件诉求不属于该工单。", "That appeal is not part of this order.")
    }
    return try load(Participation.self, id)
  }

  /// Makes an appeal part of an order: the participation, the order's counts. The appeal's own event is the caller's.
  public func join(_ appeal: Appeal, to order: OrderID, merged: Bool) throws -> ParticipationID {
    let id = try newID()
    let joined = ParticipationEvent.joined(appeal: appeal.id, order: order, citizen: appeal.matter.citizen, merged: merged)
    try begin(Participation.self, id, [joined])
    try change(Order.self, order.value, .join) { order in
      let due = order.state == .callback ? 1 : 0
      return [.joined(appeal: appeal.id, participants: order.participants + 1, pending: order.pendingCallbacks + due)]
    }
    return ParticipationID(id)
  }

  /// Takes an appeal out of an order. An order that nobody asks for any more ends; one whose last due call-back this was closes.
  public func part(_ appeal: Appeal, from order: OrderID, reason: TextID?) throws {
    let participation = try participation(of: appeal.id, in: order)
    let wasDue = participation.state == .open
    try change(Participation.self, participation.id.value, .part) { _ in [.parted(reason: reason)] }
    let rest = try participations(of: order)
    try change(Order.self, order.value, .part) { order in
      let pending = max(0, order.pendingCallbacks - (wasDue && order.state == .callback ? 1 : 0))
      var state = order.state
      if rest.isEmpty { state = .withdrawn } else if order.state == .callback, pending == 0 { state = Settling.end(of: order, rest) }
      return [.parted(appeal: appeal.id, participants: rest.count, pending: pending, state: state)]
    }
  }
}
