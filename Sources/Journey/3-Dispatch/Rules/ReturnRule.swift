import Casework
import Workdays

/// When a unit may contest an order (source 10): inside the window, not too often, not against a lock.
enum ReturnRule {
  static func check(_ order: Order, policy: CasePolicy, now: Moment) throws(DispatchProblem) {
    if order.noReturn { throw .locked }
    if order.returns >= policy.returns.rounds { throw .roundsUsed(policy.returns.rounds) }
    if !order.openTasks.isEmpty { throw .tasksOpen }
    if let window = order.clock(.returnWindow), window.deadline.at < now { throw .windowEnded(window.deadline.at) }
  }
}

/// What dispatching and returning can meet.
enum DispatchProblem: Problem {
  case locked
  case roundsUsed(Int)
  case windowEnded(Moment)
  case tasksOpen

  var status: Int { 409 }

  var code: String {
    switch self {
    case .locked: "no-return-lock"
    case .roundsUsed: "return-rounds-used"
    case .windowEnded: "return-window-ended"
    case .tasksOpen: "tasks-open"
    }
  }

  var sentence: Phrase {
    switch self {
    case .locked: Phrase("此单已经裁定由贵单位承办，不能再退单。", "A ruling has given this order to your unit for good; it cannot be returned again.")
    case .roundsUsed(let rounds): Phrase("此单已退过 \(rounds) 次，不能再退单。", "It has been returned \(rounds) times already; no more returns.")
    case .windowEnded(let end): Phrase("退单期限已于\(end.phrase.zh)结束。", "The window for returns ended on \(end.phrase.en).")
    case .tasksOpen: Phrase("请先收回下级或协办任务，再退单。", "Recall the tasks below it first, then return it.")
    }
  }
}
