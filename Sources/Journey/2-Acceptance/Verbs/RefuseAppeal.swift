import CaseFile
import Casework
import Ledger
import Workdays

/// Does not accept it, and says where the law sends the citizen: 不予受理. What the profile leaves to two people, such as a
/// repeat without new facts, waits for the second one.
struct RefuseAppeal: AppealVerb {
  let appeal: String
  let reason: String
  let note: String?
  var action: AppealAction { .refuse }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    guard let rule = session.profile.policy.refusals[code: reason] else {
      let known = session.profile.policy.refusals.map(\.code).joined(separator: ", ")
      throw CaseworkProblem.field("reason", "不是本市公布的不予受理事项；可用：\(known)", "Not on the public list; use one of: \(known)")
    }
    let words = try session.keepIfAny(note, for: appeal.matter.citizen)
    guard rule.needsApproval else { return [.refused(reason: reason, note: words)] }
    guard appeal.refusalAsked == nil else { throw AcceptanceProblem.askedAlready }
    guard let words else {
      throw CaseworkProblem.field(
        "note", "此情形须经另一人批准，请写明依据，如原编号和没有新情况的理由。",
        "A second person must agree to this: say why, such as the old number and why nothing is new.")
    }
    return [.refusalAsked(reason: reason, note: words)]
  }
}

/// The second person agrees to a refusal or does not: 审批不予受理.
struct DecideRefusal: AppealVerb {
  let appeal: String
  let granted: Bool
  let note: String?
  var action: AppealAction { .decideRefusal }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    guard let asked = appeal.refusalAsked else { throw AcceptanceProblem.notAsked }
    guard asked.by != session.actor.account else { throw AcceptanceProblem.ownRequest }
    return [.refusalDecided(granted: granted, note: try session.keepIfAny(note, for: appeal.matter.citizen))]
  }
}

/// What acceptance can meet.
enum AcceptanceProblem: Problem {
  case askedAlready
  case notAsked
  case ownRequest

  var status: Int { self == .ownRequest ? 403 : 409 }

  var code: String {
    switch self {
    case .askedAlready: "refusal-pending"
    case .notAsked: "no-refusal-pending"
    case .ownRequest: "own-request"
    }
  }

  var sentence: Phrase {
    switch self {
    case .askedAlready: Phrase("不予受理的申请正在等待审批。", "A refusal is waiting for its decision already.")
    case .notAsked: Phrase("没有待审批的不予受理申请。", "No refusal is waiting for a decision.")
    case .ownRequest: Phrase("不能审批自己提出的申请，请由另一人审批。", "Nobody decides on their own request; somebody else must.")
    }
  }
}
