import Casework
import Workdays

/// A case in a citizen's words: short sentences, 您, a date and an office, no codes and no office language.
struct CitizenWords {
  private let profile: Profile
  /// Somebody who left no telephone is promised no call.
  private let isReachable: Bool

  init(_ profile: Profile, isReachable: Bool = true) { (self.profile, self.isReachable) = (profile, isReachable) }

  private typealias Step = CitizenFile.Step

  /// The way of an appeal without an order.
  func steps(_ appeal: Appeal) -> [CitizenFile.Step] {
    let received = Step(title: Phrase("收到您的诉求", "We have it"), at: appeal.matter.receivedAt, isDone: true)
    return [received, Step(title: ending(appeal), at: appeal.endedAt, isDone: appeal.endedAt != nil)]
  }

  private func ending(_ appeal: Appeal) -> Phrase {
    switch appeal.state {
    case .recorded, .inHand: return Phrase("安排受理", "Taken up")
    case .answered: return Phrase("已经答复您", "Answered")
    case .refused: return Phrase("不在受理范围", "Not for the hotline")
    case .handedOver:
      let line = appeal.emergencyLine ?? ""
      return Phrase("已转交 \(line)", "Handed over to \(line)")
    case .withdrawn: return Phrase("您已撤回", "You took it back")
    }
  }

  /// The way of an order, from the citizen's call to the end.
  func steps(_ order: Order, _ way: CitizenWay, _ part: Participation?, _ appeal: Appeal) -> [CitizenFile.Step] {
    let unit = order.unit.map { profile.units.name(of: $0) } ?? Phrase("承办单位", "the office")
    let ended = part?.state == .settled && (order.closedAt != nil || order.state == .callback)
    let called = part?.answers?.reached == true && part?.state == .settled
    let told = !isReachable && part?.ownAnswers != nil && order.state != .pendingSignature
    var steps = [
      Step(title: Phrase("收到您的诉求", "We have it"), at: appeal.matter.receivedAt, isDone: true),
      Step(title: Phrase("已经受理", "Accepted"), at: order.raisedAt, isDone: true),
      Step(title: Phrase("交给\(unit.zh)", "Given to \(unit.en)"), at: way.dispatched, isDone: way.dispatched != nil && order.unit != nil),
    ]
    if let redone = way.redone {
      steps.append(Step(title: Phrase("您说没有解决，重新办理", "You said it is not solved: done again"), at: redone, isDone: true))
    }
    steps += [
      Step(title: Phrase("\(unit.zh)开始办理", "\(unit.en) is working on it"), at: way.signed, isDone: way.signed != nil),
      Step(title: Phrase("\(unit.zh)回复了您", "\(unit.en) answered you"), at: way.answered, isDone: way.answered != nil),
      Step(
        title: isReachable ? Phrase("我们回访您", "We call you back") : Phrase("您来评价", "You tell us how it was"),
        at: called ? part?.answeredAt : nil, isDone: called || told),
      Step(title: Phrase("办结", "Done"), at: ended ? order.closedAt ?? part?.answeredAt : nil, isDone: ended),
    ]
    return steps
  }

  func next(_ appeal: Appeal, _ tracks: [CitizenFile.Track]) -> Phrase {
    if let track = tracks.last { return track.next }
    switch appeal.state {
    case .recorded, .inHand:
      return Phrase("工作人员正在看您的诉求，受理后这里会显示交给了哪个单位。", "Somebody is reading it; here you will see which office gets it.")
    case .answered: return Phrase("如果这个答复没有解决问题，请再告诉我们。", "If the answer does not help, tell us again.")
    case .refused:
      let route = appeal.refusal.flatMap { profile.policy.refusals[code: $0]?.route } ?? Phrase("请咨询热线。", "Ask the hotline.")
      return Phrase("这件事请走：\(route.zh)", "Please turn to: \(route.en)")
    case .handedOver:
      let line = appeal.emergencyLine ?? ""
      if appeal.handoverEnded != nil { return Phrase("\(line) 告诉我们已经处置完毕。", "\(line) told us that it has been dealt with.") }
      return Phrase("紧急情况请直接拨打 \(line)。", "In an emergency call \(line) directly.")
    case .withdrawn: return Phrase("您已撤回。有新情况请重新反映。", "You took it back. Report anew what is new.")
    }
  }

  func next(_ order: Order, _ part: Participation?, _ clock: Clock?) -> Phrase {
    let unit = order.unit.map { profile.units.name(of: $0) } ?? Phrase("负责的单位", "the office in charge")
    let by = clock.map { day($0.deadline.at) }
    switch order.state {
    case .pendingDispatch: return Phrase("我们正在把它交给负责的单位。", "We are giving it to the office in charge.")
    case .pendingSignature where !isReachable: return Phrase("\(unit.zh)会尽快开始办理。", "\(unit.en) will start soon.")
    case .pendingSignature: return Phrase("\(unit.zh)会尽快开始办理并联系您。", "\(unit.en) will start soon and contact you.")
    case .handling: return working(unit, by)
    case .objection, .disputed:
      return Phrase("我们正在确定由哪个单位负责，您不用再说一遍。", "We are settling which office is in charge; you need not say it again.")
    case .suspended:
      let until = order.suspendedUntil.map(day) ?? Phrase("条件具备时", "it can go on")
      return Phrase("暂时要等一等，到\(until.zh)继续办理。", "It has to wait and goes on by \(until.en).")
    case .review: return Phrase("我们正在核对\(unit.zh)的答复，之后会告诉您。", "We are checking the answer of \(unit.en) and will tell you.")
    case .callback:
      if part?.state == .settled { return Phrase("谢谢您的评价。", "Thank you for your answer.") }
      if !isReachable { return Phrase("已经答复您，请看看解决了没有，告诉我们。", "It has been answered: see whether it is solved, and tell us.") }
      return Phrase("我们会打电话问您解决了没有；您也可以现在就评价。", "We will call and ask whether it is solved; you can also tell us now.")
    case .continuedReport:
      guard let by else { return Phrase("事情还没有办完，\(unit.zh)会继续告诉您进展。", "It is not finished; \(unit.en) will go on telling you.") }
      return Phrase("事情还没有办完，\(unit.zh)会在\(by.zh)前告诉您进展。", "It is not finished; \(unit.en) will tell you more by \(by.en).")
    case .closed, .archived: return Phrase("已经办结。如果还没有解决，请告诉我们。", "It is done. If it is not solved, tell us.")
    case .withdrawn: return Phrase("这件事已经撤回。", "It was taken back.")
    case .handedOver: return Phrase("已转交紧急热线。", "An emergency line has it.")
    }
  }

  private func working(_ unit: Phrase, _ by: Phrase?) -> Phrase {
    guard let by else { return Phrase("\(unit.zh)正在办理，办好会回复您。", "\(unit.en) is working on it and will answer you.") }
    return Phrase("\(unit.zh)正在办理，会在\(by.zh)前回复您。", "\(unit.en) is working on it and will answer you by \(by.en).")
  }

  private func day(_ moment: Moment) -> Phrase {
    moment.day.words
  }
}
