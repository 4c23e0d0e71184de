import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// Evidence that belongs to an order: photographs from the site.
struct AttachToOrder: OrderVerb {
  let order: String
  let pictures: [Upload]
  /// Where they were taken, as maps have it.
  var spot: GeoPoint?
  var action: OrderAction { .attach }
  static let most = 30

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    let full = Phrase("每张工单最多 \(Self.most) 个附件。", "An order holds at most \(Self.most) files.")
    let kept = try session.keep(pictures, beside: order.attachments.count, most: Self.most, full: full, for: order.matter.citizen)
    guard let spot = spot?.rounded else { return kept.map { .attached(file: $0) } }
    guard order.matter.confidential else {
      return kept.map { .attached(file: $0, spot: PhotoSpot(latitude: spot.latitude, longitude: spot.longitude)) }
    }
    // Where a confidential matter is stays in the vault, as in its words.
    let note = try session.keep("拍摄位置：\(spot.degrees)", for: order.matter.citizen)
    return kept.map { .attached(file: $0) } + [.noted(text: note)]
  }
}

/// A remark for colleagues; never shown to citizens: 备注.
struct NoteOnOrder: OrderVerb {
  let order: String
  let text: String
  var action: OrderAction { .note }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    [.noted(text: try session.keep(text, on: order.matter))]
  }
}

/// Takes a task back that is no longer needed: 撤销任务. The order above it is told.
struct RecallTask: OrderVerb {
  let order: String
  let reason: String?
  let seen: Int?
  var action: OrderAction { .withdraw }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard order.isTask else {
      throw CaseworkProblem.conflict(
        Phrase("只有下级任务可以收回；工单随诉求撤回而撤销。", "Only a task can be recalled; an order ends when its appeals are withdrawn."))
    }
    for task in order.openTasks { try end(task, session) }
    try session.collect(order, outcome: nil, reply: nil)
    return [.withdrawn(reason: try session.keepIfAny(reason, for: order.matter.citizen))]
  }

  private func end(_ task: OrderID, _ session: LedgerSession) throws {
    let below = try session.load(Order.self, task.value)
    for inner in below.openTasks { try end(inner, session) }
    if OrderState.open.contains(below.state) {
      try session.change(Order.self, task.value, .withdraw) { _ in [.withdrawn(reason: nil)] }
    }
  }
}
