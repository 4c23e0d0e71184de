import CaseFile
import Casework
import Ledger
import Workdays

/// Answers on the spot: 直接答复.
struct AnswerAppeal: AppealVerb {
  let appeal: String
  let reply: String
  let kind: Kind
  let category: CategoryID?
  var action: AppealAction { .answer }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    if appeal.matter.lifeRisk {
      throw CaseworkProblem.conflict(Phrase("涉及生命安全，请移交紧急热线或立单。", "A life is at risk: hand it over or raise an order."))
    }
    return [.answered(reply: try session.keep(reply, for: appeal.matter.citizen), kind: kind, category: category)]
  }
}
