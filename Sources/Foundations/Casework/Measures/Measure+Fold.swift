import Workdays

extension Measure {
  public init?(birth fact: Fact<MeasureEvent>) {
    guard case .opened(let matter, let duties, let clock) = fact.event else { return nil }
    id = MeasureID(fact.stream)
    self.matter = matter
    self.duties = duties
    self.clock = clock
    openedAt = fact.at
    openedBy = fact.by
  }

  /// The fold: pure, total, and the only place where a measure changes.
  public mutating func apply(_ fact: Fact<MeasureEvent>) {
    switch fact.event {
    case .received, .answered, .rejected, .assigned, .agreed: applyDuties(fact)
    case .instructed, .inspected, .met, .reviewed, .approved: applySteps(fact)
    case .filed, .opined, .signed, .decided: applyParties(fact)
    case .attached(let file): photographs.append(file)
    case .urged: urges += 1
    case .linked(let appeals):
      linked += appeals.count
      state = .inHand
    case .broadcast(let text):
      told = text
      state = .inHand
    case .accepted: end(.closed, at: fact.at)
    case .refused, .withdrawn: end(.withdrawn, at: fact.at)
    case .opened, .remarked: break
    }
  }

  private mutating func end(_ state: MeasureState, at now: Moment) {
    self.state = state
    closedAt = now
    stop(at: now)
    for index in duties.indices where duties[index].clock.stoppedAt == nil { duties[index].clock.stoppedAt = now }
  }

  private mutating func stop(at now: Moment) {
    if clock?.stoppedAt == nil { clock?.stoppedAt = now }
  }

  /// With every duty answered it is for the supervisor to judge; until then it is in hand. A three-party case also waits for
  /// its signatures.
  private mutating func settle() {
    let isReady = matter.kind == .threeParty && decision == nil ? isSignedByAll : !duties.isEmpty
    state = isReady && duties.allSatisfy(\.isDone) ? .answered : .inHand
  }

  private mutating func applyDuties(_ fact: Fact<MeasureEvent>) {
    switch fact.event {
    case .received(let unit):
      for index in duties.indices where duties[index].unit == unit && duties[index].receivedAt == nil { duties[index].receivedAt = fact.at }
    case .answered(let unit, let text):
      for index in duties.indices where duties[index].unit == unit && !duties[index].isDone { answer(index, text, at: fact.at) }
    case .rejected(_, let again):
      for duty in again {
        if let index = duties.firstIndex(where: { $0.unit == duty.unit && $0.demand == duty.demand }) { duties[index] = duty }
      }
    case .assigned(let fresh), .agreed(_, let fresh):
      stop(at: fact.at)
      duties += fresh
    default: break
    }
    settle()
  }

  private mutating func answer(_ index: Int, _ text: TextID, at now: Moment) {
    duties[index].answer = text
    duties[index].answeredAt = now
    duties[index].clock.stoppedAt = now
    if duties[index].receivedAt == nil { duties[index].receivedAt = now }
  }

  private mutating func applySteps(_ fact: Fact<MeasureEvent>) {
    switch fact.event {
    case .instructed(let text, let fresh):
      (instruction, instructedBy, instructedAt) = (text, fact.by, fact.at)
      take(fresh, at: fact.at)
    case .inspected(let finding, let fresh):
      findings.append(finding)
      take(fresh, at: fact.at)
    case .approved(_, let fresh):
      publishedAt = fact.at
      approvedBy = fact.by
      take(fresh, at: fact.at)
    case .met(let meeting, let next):
      meetings.append(meeting)
      clock = next
      state = .inHand
    case .reviewed(_, let next):
      reviews += 1
      clock = next
      state = .inHand
    default: break
    }
  }

  /// A step that may give duties: without any it only waits to be judged.
  private mutating func take(_ fresh: [Duty], at now: Moment) {
    stop(at: now)
    duties += fresh
    state = duties.allSatisfy(\.isDone) ? .answered : .inHand
  }

  private mutating func applyParties(_ fact: Fact<MeasureEvent>) {
    switch fact.event {
    case .filed(let party):
      if file(of: party) == nil { files.append(PartyFile(party: party, openedAt: fact.at)) }
      state = .inHand
    case .opined(let party, let text): write(party) { ($0.opinion, $0.opinionBy) = (text, fact.by) }
    case .signed(let party):
      write(party) { ($0.signedAt, $0.signedBy) = (fact.at, fact.by) }
      settle()
    case .decided(let decision, let fresh):
      self.decision = decision
      take(fresh, at: fact.at)
    default: break
    }
  }

  private mutating func write(_ party: MeasureParty, _ body: (inout PartyFile) -> Void) {
    if let index = files.firstIndex(where: { $0.party == party }) { body(&files[index]) }
  }
}
