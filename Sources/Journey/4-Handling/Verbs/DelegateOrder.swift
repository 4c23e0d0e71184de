import CaseFile
import Casework
import Ledger
import Workdays

/// Gives the order on to a unit below, as a task: 转派. The outer deadline stays; the answer comes back for review.
struct DelegateOrder: OrderVerb {
  let order: String
  let unit: UnitID
  let text: String
  let seen: Int?
  var action: OrderAction { .delegate }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let organisation = session.profile.units
    guard let below = organisation.units[unit] else { throw CaseworkProblem.field("unit", "没有单位“\(unit)”。", "There is no unit “\(unit)”.") }
    guard let holder = order.unit, unit != holder, organisation.contains(unit, below: holder) else {
      throw CaseworkProblem.field("unit", "只能转派给本单位的下级单位。", "Delegate only to a unit below your own.")
    }
    guard below.isOpen(on: session.now.day) else { throw CaseworkProblem.closed(below) }
    try session.profile.refuseBelowLowest(unit, for: CatalogueQuestion(order.matter), on: session.now.day)
    let task = try session.beginTask(under: order, role: .delegated, to: unit, text: text)
    return [.delegated(task: task, to: unit)]
  }
}

/// Asks another unit to assist: 协办. The leading unit composes the answer.
struct AskAssistance: OrderVerb {
  let order: String
  let unit: UnitID
  let text: String
  let seen: Int?
  var action: OrderAction { .assist }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard let helper = session.profile.units.units[unit], helper.level != .hotline, helper.parent != nil, unit != order.unit else {
      throw CaseworkProblem.field("unit", "请选择另一个承办单位协办。", "Choose another unit that handles orders.")
    }
    guard helper.isOpen(on: session.now.day) else { throw CaseworkProblem.closed(helper) }
    guard !order.isTask else {
      throw CaseworkProblem.conflict(
        Phrase("协办由主办单位提出；请与交办单位联系。", "Assistance is asked for by the leading unit; speak with whoever gave you the task."))
    }
    let task = try session.beginTask(under: order, role: .assisting, to: unit, text: text)
    return [.assisted(task: task, to: unit)]
  }
}
