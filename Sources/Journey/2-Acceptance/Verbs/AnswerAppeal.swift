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

/// Does not accept it, and says where the law sends the citizen: 不予受理.
struct RefuseAppeal: AppealVerb {
  let appeal: String
  let reason: String
  let note: String?
  var action: AppealAction { .refuse }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    guard session.profile.policy.refusals.contains(where: { $0.code == reason }) else {
      let known = session.profile.policy.refusals.map(\.code).joined(separator: ", ")
      throw CaseworkProblem.field("reason", "不是本市公布的不予受理事项；可用：\(known)", "Not on the public list; use one of: \(known)")
    }
    return [.refused(reason: reason, note: try session.keepIfAny(note, for: appeal.matter.citizen))]
  }
}
