import Workdays

/// What the table allows and the case makes sense of: nothing is offered that would be refused at once.
extension Order {
  /// Actions that are part of another one, or the clock's.
  private static let notByHand: Set<OrderAction> = [.raise, .autoSign, .collect, .join, .part, .reachRung, .recompute]

  public func offers(_ action: OrderAction, to actor: Actor, under profile: Profile, at now: Moment) -> Bool {
    if Self.notByHand.contains(action) { return false }
    return switch action {
    case .giveBack: mayReturn(profile.policy, now)
    case .assist, .report: !isTask
    case .requestExtension: mayExtend(profile.policy, now)
    case .decideExtension: extensionAsked != nil
    case .feedBack: openTasks.isEmpty
    case .headReview: profile.policy.headReview && matter.answeredBy != nil && passedByHead != true && !isTask
    case .review: isTask || feedback == nil || handlers.last != actor.account
    case .callBack, .askUnreasonable: !handlers.contains(actor.account)
    case .decideUnreasonable: unreasonableAsked?.contains { $0.by != actor.account } ?? false
    case .withdraw: isTask
    case .publish: profile.policy.openness.answers && published == nil && Publication.mayBe(of: self)
    case .unpublish: published != nil
    default: true
    }
  }

  private func mayReturn(_ policy: CasePolicy, _ now: Moment) -> Bool {
    if noReturn || returns >= policy.returns.rounds || !openTasks.isEmpty { return false }
    return clock(.returnWindow).map { $0.deadline.at >= now } ?? true
  }

  private func mayExtend(_ policy: CasePolicy, _ now: Moment) -> Bool {
    guard extensionAsked == nil, extensions < policy.extensions.times, let clock = answerClock else { return false }
    return clock.stoppedAt == nil && clock.deadline.at >= now
  }
}
