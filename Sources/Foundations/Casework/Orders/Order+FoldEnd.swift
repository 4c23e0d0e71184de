import Workdays

/// The second half of the fold: answers, call-backs, endings, and what may happen at any time.
extension Order {
  mutating func applyAnswering(_ fact: Fact<OrderEvent>) {
    switch fact.event {
    case .fedBack(let feedback):
      self.feedback = feedback
      fedBackAt = fact.at
      (passedByHead, passedByLeader, finalReport) = (nil, nil, nil)
      extensionAsked = nil
      addHandler(fact.by)
      state = .review
    case .headReviewed(let passed, _, let clocks):
      passedByHead = passed
      // The head of the unit who took the call in person has said both.
      if passed, fact.by == matter.answeredBy { passedByLeader = true }
      if !passed { move(to: .handling, callbacks: 0, clocks, fact) }
    case .reviewed(_, _, let state, let callbacks, let clocks):
      if state == .review { passedByLeader = true }
      move(to: state, callbacks: callbacks, clocks, fact)
    case .calledBack(let appeal, let verdict, let pending, let state, let clocks):
      if verdict != .unreasonable { forget(reviewOf: appeal) }
      redo(state)
      move(to: state, callbacks: pending, clocks, fact)
    case .unreasonableAsked(let appeal, let evidence):
      forget(reviewOf: appeal)
      let review = UnreasonableReview(appeal: appeal, evidence: evidence, by: fact.by, at: fact.at)
      unreasonableAsked = (unreasonableAsked ?? []) + [review]
    case .unreasonableDecided(let appeal, let granted, _, let pending, let state, let clocks):
      forget(reviewOf: appeal)
      if granted, state == .closed, participants == 1 { ending = Participation.unreasonable }
      redo(state)
      move(to: state, callbacks: pending, clocks, fact)
    case .handoverReported(let report):
      handover = (handover ?? []) + [report]
      if report.ended {
        ending = OrderState.handedOver.rawValue
        move(to: .closed, callbacks: 0, [], fact)
      }
    case .rechecked(_, let confirmed, _, let state, let clocks):
      if !confirmed { redoRounds += 1 }
      move(to: state, callbacks: pendingCallbacks, clocks, fact)
    case .reported(let text, let finished, let due, let state, let callbacks, let clocks, let plan):
      reportDue = due
      finalReport = finished ? text : nil
      self.plan = plan ?? self.plan
      move(to: state, callbacks: callbacks, clocks, fact)
    case .closed(let ending, _):
      self.ending = ending
      move(to: .closed, callbacks: 0, [], fact)
    case .archived(let volume, _):
      self.volume = volume
      archivedAt = fact.at
      state = .archived
    default: break
    }
  }

  private mutating func redo(_ next: OrderState) {
    if next == .pendingSignature || next == .pendingDispatch { redoRounds += 1 }
    if next == .pendingDispatch { supervisions += 1 }
  }

  private mutating func forget(reviewOf appeal: AppealID) {
    let rest = (unreasonableAsked ?? []).filter { $0.appeal != appeal }
    unreasonableAsked = rest.isEmpty ? nil : rest
  }

  private mutating func move(to next: OrderState, callbacks: Int, _ clocks: [Clock], _ fact: Fact<OrderEvent>) {
    take(clocks)
    pendingCallbacks = callbacks
    if next == .closed, state != .closed {
      closedAt = fact.at
      if ending == nil { ending = outcome?.rawValue }
      dropExtension(at: fact.at)
    }
    if next != .closed {
      closedAt = nil
      ending = nil
    }
    if next != .callback { unreasonableAsked = nil }
    // Not solved after all: what the unit called finished is not.
    if next != .callback, next != .closed { finalReport = nil }
    // Handled anew: what was planned before is past.
    if next == .pendingSignature || next == .pendingDispatch { plan = nil }
    if next == .pendingSignature { signedAt = nil }
    if next == .pendingDispatch { unit = nil }
    state = next
  }

  mutating func applyAnytime(_ fact: Fact<OrderEvent>) {
    switch fact.event {
    case .urged: urges += 1
    case .supervised: supervisions += 1
    case .attached(let file, let spot):
      attachments.append(file)
      if let spot { placedPhotos = (placedPhotos ?? []) + [PlacedPhoto(file: file, spot: spot)] }
    case .joined(_, let participants, let pending):
      self.participants = participants
      pendingCallbacks = pending
    case .parted(let appeal, let participants, let pending, let state):
      self.participants = participants
      forget(reviewOf: appeal)
      move(to: state, callbacks: pending, [], fact)
    case .published(let title, let text): published = Publication(title: title, text: text, at: fact.at, by: fact.by)
    case .unpublished: published = nil
    case .withdrawn:
      state = .withdrawn
      closedAt = fact.at
    default: break
    }
  }
}
