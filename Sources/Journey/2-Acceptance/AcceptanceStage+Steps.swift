import CaseFile
import Casework
import Ledger
import Workdays

/// What acceptance does inside somebody else's transaction, such as that in which the appeal itself is taken down.
extension AcceptanceStage {
  public static func answer(_ appeal: String, _ reply: String, _ kind: Kind, _ category: CategoryID?, in session: LedgerSession) throws
    -> AppealReceipt
  {
    try AnswerAppeal(appeal: appeal, reply: reply, kind: kind, category: category).perform(in: session)
  }

  public static func raise(
    _ appeal: String, _ kind: Kind, _ category: CategoryID, _ urgency: Urgency, title: String, text: String, in session: LedgerSession
  ) throws -> OrderReceipt {
    let demand = Demand(kind: kind, category: category, urgency: urgency, title: title, text: text)
    return try RaiseOrder(appeal: appeal, demand: demand).perform(in: session)
  }

  public static func refuse(_ appeal: String, _ reason: String, _ note: String?, in session: LedgerSession) throws -> AppealReceipt {
    try RefuseAppeal(appeal: appeal, reason: reason, note: note).perform(in: session)
  }

  public static func join(_ appeal: String, _ order: String, in session: LedgerSession) throws -> AppealReceipt {
    try MergeAppeal(appeal: appeal, into: order).perform(in: session)
  }
}
