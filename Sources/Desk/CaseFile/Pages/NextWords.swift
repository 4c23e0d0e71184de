import Casework
import Workdays

/// What happens next, in one sentence for colleagues.
enum NextWords {
  static func sentence(_ file: OrderFile) -> Phrase {
    switch file.order.state {
    case .pendingDispatch, .pendingSignature, .handling, .objection, .disputed, .suspended: beforeTheAnswer(file)
    case .review, .callback, .continuedReport, .closed, .archived, .withdrawn, .handedOver: afterTheAnswer(file)
    }
  }

  private static func beforeTheAnswer(_ file: OrderFile) -> Phrase {
    let (order, unit) = (file.order, unit(file))
    let ruling = end(order.clock(.ruling))
    let until = order.suspendedUntil?.phrase ?? open
    return switch order.state {
    case .pendingSignature: signing(unit, end(order.clock(.sign)), order)
    case .handling: handling(order, unit)
    case .objection:
      Phrase("派单方审核退单理由，\(ruling.zh) 前裁定；办理时限不停。", "The dispatching side rules by \(ruling.en); the handling clock runs on.")
    case .disputed: Phrase("由编办在 \(ruling.zh) 前裁定承办单位。", "The staffing office rules by \(ruling.en).")
    case .suspended: Phrase("已暂停计时，到 \(until.zh) 恢复。", "The clocks stand still until \(until.en).")
    default: Phrase("派单后，承办单位的签收、首次联系和办理时限即刻起算。", "Once it is dispatched, the unit's clocks start at once.")
    }
  }

  private static func signing(_ unit: Phrase, _ due: Phrase, _ order: Order) -> Phrase {
    guard order.clock(.sign)?.rungs.contains(where: { $0.what == .autoSign }) == true else {
      return Phrase("等待\(unit.zh)在 \(due.zh) 前签收。", "Waiting for \(unit.en) to sign by \(due.en).")
    }
    return Phrase("等待\(unit.zh)签收，\(due.zh) 前未签收将自动签收。", "Waiting for \(unit.en) to sign; at \(due.en) it counts as signed.")
  }

  private static func handling(_ order: Order, _ unit: Phrase) -> Phrase {
    let due = end(order.answerClock)
    if order.extensionAsked != nil {
      return Phrase("已申请延期，等待审批；期限仍按 \(due.zh)。", "An extension is asked for; until it is decided the deadline is \(due.en).")
    }
    let count = order.openTasks.count
    if count > 0 {
      return Phrase("还有 \(count) 项任务未收回，收齐后由\(unit.zh)反馈。", "\(count) task(s) are open; \(unit.en) feeds back when all are in.")
    }
    guard let contact = order.clock(.firstContact), contact.stoppedAt == nil, !order.matter.confidential else {
      return Phrase("\(unit.zh)须在 \(due.zh) 前反馈。", "\(unit.en) feeds back by \(due.en).")
    }
    let first = end(contact)
    return Phrase(
      "\(unit.zh)须在 \(first.zh) 前联系市民，在 \(due.zh) 前反馈。", "\(unit.en) contacts the citizen by \(first.en) and feeds back by \(due.en).")
  }

  private static func afterTheAnswer(_ file: OrderFile) -> Phrase {
    let (unit, due) = (unit(file), end(file.order.clock(.continuedReport)))
    return switch file.order.state {
    case .review where file.order.matter.answeredBy != nil && file.order.passedByLeader != true && !file.order.isTask:
      leaders(file)
    case .review:
      Phrase("派单方审核答复；通过后告知市民并回访。", "The dispatching side reviews the answer; passed, the citizens are told and called back.")
    case .callback: Phrase("由未经办的人回访；不满意则发回重办。", "Somebody who did not handle it calls back; not solved, it is redone.")
    case .continuedReport: Phrase("尚未办完，\(unit.zh)须在 \(due.zh) 前续报。", "Not finished; \(unit.en) reports again by \(due.en).")
    case .closed: Phrase("可以复查或归档；归档后案卷不再改变。", "It can be re-checked or archived; an archived volume never changes.")
    case .archived: Phrase("已归档，案卷可查看和打印。", "Archived; the volume can be read and printed.")
    case .handedOver: Phrase("紧急热线反馈后登记；处置完毕即办结。", "Log what the emergency line says; it closes once they have dealt with it.")
    default: Phrase("已撤销，不再办理。", "Withdrawn; nothing more is done.")
    }
  }

  /// What a leader took in person.
  private static func leaders(_ file: OrderFile) -> Phrase {
    guard file.profile.policy.headReview, file.order.passedByHead != true else {
      return Phrase("领导接听件：由接听领导审核，再由派单方审核。", "A leader's call: that leader reviews the answer, then the dispatching side.")
    }
    return Phrase(
      "领导接听件：由承办单位负责人、接听领导、派单方依次审核。",
      "A leader's call: the head of the unit, that leader and the dispatching side review the answer in turn.")
  }

  private static func unit(_ file: OrderFile) -> Phrase {
    file.order.unit.map { file.profile.units.name(of: $0) } ?? Phrase("承办单位", "the unit")
  }

  private static let open = Phrase("—", "—")

  /// The end of the clock that a step has, while it runs.
  private static func end(_ clock: Clock?) -> Phrase { clock.flatMap { $0.stoppedAt == nil ? $0.deadline.at.phrase : nil } ?? open }

  static func sentence(_ file: AppealFile) -> Phrase {
    if file.standing == .closed { return Phrase("全部关联工单已回访。", "All its orders have been called back on.") }
    switch file.appeal.state {
    case .recorded where file.appeal.refusalAsked != nil:
      return Phrase("已申请不予受理，等待另一人审批。", "A refusal was asked for and waits for a second person.")
    case .recorded:
      return Phrase("可直接答复、立单、并单、移交或说明不予受理的法定途径。", "Answer it, raise an order, merge it, hand it over, or refuse it with the legal route.")
    case .answered: return Phrase("已直接答复，市民可以评价。", "Answered; the citizen can rate it.")
    case .refused: return Phrase("已告知法定途径。", "The citizen was told the legal route.")
    case .handedOver: return Phrase("影子工单记录移交情况。", "The shadow order keeps the record.")
    case .inHand: return Phrase("进展见关联工单。", "Its orders tell how it goes on.")
    case .withdrawn: return Phrase("市民已撤回。", "The citizen took it back.")
    }
  }
}
