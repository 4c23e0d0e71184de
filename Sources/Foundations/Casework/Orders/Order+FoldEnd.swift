import Workdays

/// The second half of the fold: answers, call-backs, endings, and what may happen at any time.
extension Order {
  mutating func applyAnswering(_ fact: Fact<OrderEvent>) {
    switch fact.event {
    case .fedBack(let feedback):
      self.feedback = feedback
      fedBackAt = fact.at
      addHandler(fact.by)
      state = .review
    case .reviewed(_, _, let state, let callbacks, let clocks): move(to: state, callbacks: callbacks, clocks, fact)
    case .calledBack(_, _, let pending, let state, let clocks):
      let again = state == .pendingSignature || state == .pendingDispatch
      if again { redoRounds += 1 }
      if state == .pendingDispatch { supervisions += 1 }
      move(to: state, callbacks: pending, clocks, fact)
    case .rechecked(_, let confirmed, _, let state, let clocks):
      if !confirmed { redoRounds += 1 }
      move(to: state, callbacks: pendingCallbacks, clocks, fact)
    case .reported(_, _, let due, let state, let callbacks, let clocks):
      reportDue = due
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

  private mutating func move(to next: OrderState, callbacks: Int, _ clocks: [Clock], _ fact: Fact<OrderEvent>) {
    take(clocks)
    pendingCallbacks = callbacks
    if next == .closed, state != .closed {
      closedAt = fact.at
      if ending == nil { ending = feedback?.outcome.rawValue }
    }
    if next != .closed {
      closedAt = nil
      ending = nil
    }
    if next == .pendingSignature { signedAt = nil }
    if next == .pendingDispatch { unit = nil }
    state = next
  }

  mutating func applyAnytime(_ fact: Fact<OrderEvent>) {
    switch fact.event {
    case .urged: urges += 1
    case .supervised: supervisions += 1
    case .attached(let file): attachments.append(file)
    case .joined(_, let participants, let pending):
      self.participants = participants
      pendingCallbacks = pending
    case .parted(_, let participants, let pending, let state):
      self.participants = participants
      move(to: state, callbacks: pending, [], fact)
    case .withdrawn:
      state = .withdrawn
      closedAt = fact.at
    default: break
    }
  }
}
