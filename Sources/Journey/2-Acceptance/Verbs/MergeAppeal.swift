import CaseFile
import Casework
import Ledger
import Workdays

/// Joins an appeal to an order that already runs for the same place and matter: 并单. The citizen is still told and called back.
struct MergeAppeal: AppealVerb {
  let appeal: String
  /// The number of the order, or of an appeal that is part of it.
  let into: String
  var action: AppealAction { .merge }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    let order = try target(session)
    if appeal.matter.lifeRisk, try session.load(Order.self, order.value).matter.urgency != .critical {
      throw CaseworkProblem.field(
        "into", "涉及生命安全，只能并入特急工单；请移交紧急热线或另立特急单。",
        "A life is at risk: it joins a critical order only. Hand it over, or raise a critical order.")
    }
    if appeal.matter.confidential, try !session.load(Order.self, order.value).matter.confidential {
      throw CaseworkProblem.field(
        "into", "保密件不能并入公开的工单，请单独立单。", "A confidential appeal cannot join an open order; raise one of its own.")
    }
    let participation = try session.join(appeal, to: order, merged: true)
    return [.joined(order: order, participation: participation, merged: true)]
  }

  private func target(_ session: LedgerSession) throws -> OrderID {
    if let id = try session.sql.first("SELECT id FROM orders WHERE number = $1", [.text(into)], { $0.int(0) }) { return OrderID(id) }
    let other = try session.load(Appeal.self, try session.appealID(into))
    guard let order = other.orders.last else {
      throw CaseworkProblem.field("into", "诉求 \(into) 还没有工单可以并入。", "Appeal \(into) has no order yet to be merged into.")
    }
    return order
  }
}

/// Takes a wrongly merged appeal out again: 拆单.
struct SeparateAppeal: AppealVerb {
  let appeal: String
  let order: String
  let reason: String?
  var action: AppealAction { .separate }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    let order = OrderID(try session.orderID(order))
    try session.part(appeal, from: order, reason: try session.keepIfAny(reason, for: appeal.matter.citizen))
    return [.parted(order: order, remaining: appeal.orders.count - 1)]
  }
}
