import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// The citizen corrects what was said or adds to it: 更正、补充.
struct CorrectAppeal: AppealVerb {
  let appeal: String
  let text: String
  let addition: Bool
  var action: AppealAction { .correct }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    [.corrected(text: try session.keep(text, for: appeal.matter.citizen), addition: addition)]
  }
}

/// The citizen takes it back: 撤回. Orders that nobody else asks for end with it.
struct WithdrawAppeal: AppealVerb {
  let appeal: String
  let reason: String?
  var action: AppealAction { .withdraw }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    let reason = try session.keepIfAny(reason, for: appeal.matter.citizen)
    for order in appeal.orders {
      let state = try session.load(Order.self, order.value).state
      if OrderState.ended.contains(state) || state == .continuedReport {
        throw CaseworkProblem.conflict(
          Phrase("相关工单已办结，不能再撤回；如有新情况请重新反映。", "Its order has ended, so it can no longer be withdrawn; report anew what is new."))
      }
      try session.part(appeal, from: order, reason: reason)
    }
    return [.withdrawn(reason: reason)]
  }
}

/// The citizen says how it was: 评价. On an order the rating stands with the participation; "not solved" has it redone.
struct RateAppeal: AppealVerb {
  let appeal: String
  let grade: Grade
  let solved: Bool?
  let note: String?
  /// The four questions, where all of them were asked.
  var answers: CallbackAnswers?
  var action: AppealAction { .rate }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    let note = try session.keepIfAny(note, for: appeal.matter.citizen)
    var answers = answers
    answers?.note = note
    for order in appeal.orders {
      let part = try session.participation(of: appeal.id, in: order)
      let rated = ParticipationEvent.rated(grade: grade, solved: solved, note: note, answers: answers)
      let after = try session.change(Participation.self, part.id.value, .rate) { _ in [rated] }
      if let answers { try session.takeNotSolved(answers, after, in: order) }
    }
    return [.rated(grade: grade, solved: solved, note: note, answers: answers)]
  }
}

/// Pictures or scans that belong to what was said.
struct AttachPictures: AppealVerb {
  let appeal: String
  let pictures: [Upload]
  var action: AppealAction { .attach }
  static let most = 9

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    let full = Phrase("每件诉求最多 \(Self.most) 张图片。", "An appeal holds at most \(Self.most) pictures.")
    let kept = try session.keep(pictures, beside: appeal.attachments.count, most: Self.most, full: full, for: appeal.matter.citizen)
    return kept.map { .attached(file: $0) }
  }
}
