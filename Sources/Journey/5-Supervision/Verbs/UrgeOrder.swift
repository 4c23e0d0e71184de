import Casework
import Ledger
import Workdays

/// Reminds whoever has it: 催办.
struct UrgeOrder: OrderVerb {
  let order: String
  let text: String?
  var action: OrderAction { .urge }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    [.urged(text: try session.keepIfAny(text, for: order.matter.citizen))]
  }
}

/// Puts it under supervision for a cause: 督办.
struct SuperviseOrder: OrderVerb {
  /// Why something is supervised (sources 000, 003).
  enum Cause: String, CaseIterable, Worded {
    case overdue, undone = "should-have-done", untrue = "false-follow-up", overlap = "overlapping-duty"
    case unsatisfied, escalated, other

    var phrase: Phrase {
      switch self {
      case .overdue: Phrase("超期未办结", "Overdue")
      case .undone: Phrase("该办未办", "Left undone")
      case .untrue: Phrase("回访不实", "Reported untruly")
      case .overlap: Phrase("职能交叉不清", "Unclear duty")
      case .unsatisfied: Phrase("重办仍不满意", "Still not solved after the redo")
      case .escalated: Phrase("提级办理", "Escalated")
      case .other: Phrase("其他", "Other")
      }
    }
  }

  let order: String
  let cause: Cause
  let text: String?
  var action: OrderAction { .supervise }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    [.supervised(cause: cause.rawValue, text: try session.keepIfAny(text, for: order.matter.citizen))]
  }
}
