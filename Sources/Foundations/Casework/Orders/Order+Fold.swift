import Workdays

extension Order {
  public init?(birth fact: Fact<OrderEvent>) {
    guard case .raised(let matter, let state, let clocks) = fact.event else { return nil }
    id = OrderID(fact.stream)
    self.matter = matter
    self.state = state
    raisedAt = fact.at
    raisedBy = fact.by
    take(clocks)
  }

  /// The fold: pure, total, and the only place where an order changes.
  public mutating func apply(_ fact: Fact<OrderEvent>) {
    moveClocks(Self.lifecycle.line(state, fact.event.action), at: fact.at)
    switch fact.event.action {
    case .raise, .dispatch, .sign, .autoSign, .giveBack, .rule: applyDispatching(fact)
    case .delegate, .assist, .collect, .requestExtension, .decideExtension, .suspend, .resume, .contact, .recategorise, .commit:
      applyHandling(fact)
    case .feedBack, .headReview, .review, .callBack, .recheck, .report, .close, .archive, .askUnreasonable, .decideUnreasonable,
      .reportHandover:
      applyAnswering(fact)
    case .urge, .supervise, .note, .attach, .join, .part, .withdraw, .publish, .unpublish: applyAnytime(fact)
    case .reachRung, .recompute: applyTime(fact)
    }
  }

  private mutating func moveClocks(_ line: Transition<OrderState, OrderAction>?, at now: Moment) {
    guard let line else { return }
    for index in clocks.indices where clocks[index].stoppedAt == nil {
      if line.stops.contains(clocks[index].kind) {
        clocks[index].stoppedAt = now
      } else if line.pauses.contains(clocks[index].kind) {
        clocks[index].pausedAt = now
      }
    }
  }

  /// New clocks take the place of those of the same kind: an order has at most one of each.
  mutating func take(_ fresh: [Clock]) {
    for clock in fresh {
      clocks.removeAll { $0.kind == clock.kind }
      clocks.append(clock)
    }
  }

  private mutating func applyDispatching(_ fact: Fact<OrderEvent>) {
    switch fact.event {
    case .dispatched(let unit, _, let clocks):
      handOver(to: unit, fact, clocks)
      state = .pendingSignature
    case .signed, .signedByClock:
      state = .handling
      signedAt = fact.at
      if case .signed = fact.event { addHandler(fact.by) }
    case .returned(let reason, let basis, let clocks):
      objection = Objection(reason: reason, basis: basis, unit: unit ?? matter.owner, signed: state == .handling)
      returns += 1
      take(clocks)
      state = .objection
    case .ruled(let decision, let unit, let lock, _, let state, let clocks):
      if decision == .accept { self.unit = nil }
      if let unit, state == .pendingSignature, decision == .accept { handOver(to: unit, fact, clocks) } else { take(clocks) }
      if decision != .dispute { objection = nil }
      noReturn = lock
      self.state = state
    default: break
    }
  }

  private mutating func handOver(to unit: UnitID, _ fact: Fact<OrderEvent>, _ fresh: [Clock]) {
    self.unit = unit
    dispatchedAt = fact.at
    dispatchedBy = fact.by
    signedAt = nil
    dropExtension(at: fact.at)
    take(fresh)
  }

  /// Whoever asked for more time has it no more in hand: nobody decides on it, and its clock ends.
  mutating func dropExtension(at now: Moment) {
    extensionAsked = nil
    for index in clocks.indices where clocks[index].kind == .extension && clocks[index].stoppedAt == nil { clocks[index].stoppedAt = now }
  }

  private mutating func applyHandling(_ fact: Fact<OrderEvent>) {
    switch fact.event {
    case .delegated(let task, _), .assisted(let task, _):
      tasks.append(task)
      openTasks.append(task)
    case .collected(let task, let unit, let outcome, let reply, let credit):
      openTasks.removeAll { $0 == task }
      if let unit, let outcome, let reply, let credit {
        contributions = (contributions ?? []) + [Contribution(task: task, unit: unit, outcome: outcome, reply: reply, credit: credit)]
      }
    case .extensionAsked(let limit, let reason, let text, let clocks):
      extensionAsked = ExtensionRequest(limit: limit, reason: reason, text: text)
      take(clocks)
    case .extensionDecided(let granted, _, let clocks):
      extensionAsked = nil
      if granted { extensions += 1 }
      take(clocks)
    case .suspended(_, _, let until):
      suspendedUntil = until
      state = .suspended
    case .resumed(let clocks):
      suspendedUntil = nil
      take(clocks)
      state = .handling
    case .contacted(let proof, _):
      contacts += 1
      addHandler(fact.by)
      // Only a citizen who was reached ends the clock; the table stops it, an attempt sets it going again.
      if proof.result != .reached { restart(.firstContact, stoppedAt: fact.at) }
    case .recategorised(let category, let kind, let urgency, _, let clocks):
      matter.category = category
      matter.kind = kind
      matter.urgency = urgency
      take(clocks)
    case .committed(_, _, let clocks): take(clocks)
    default: break
    }
  }

  /// What time itself does.
  private mutating func applyTime(_ fact: Fact<OrderEvent>) {
    switch fact.event {
    case .rungReached(let clock, let rung, _, _, _): reach(clock, rung, at: fact.at)
    case .recomputed(_, let clocks): take(clocks)
    default: break
    }
  }

  private mutating func restart(_ kind: ClockKind, stoppedAt: Moment) {
    for index in clocks.indices where clocks[index].kind == kind && clocks[index].stoppedAt == stoppedAt {
      clocks[index].stoppedAt = nil
    }
  }
}
