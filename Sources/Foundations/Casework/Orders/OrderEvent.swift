import Workdays

/// Everything that can happen to an order. Events carry decisions, not inputs: the deadlines, the unit, the next state.
/// A shape that has been written is never changed: a new one gets a new case or an upcaster.
public enum OrderEvent: StreamEvent, Equatable {
  case raised(matter: OrderMatter, state: OrderState, clocks: [Clock])
  case dispatched(to: UnitID, note: TextID?, clocks: [Clock])
  case signed
  case signedByClock
  case returned(reason: String, basis: TextID, clocks: [Clock])
  case ruled(decision: Ruling, to: UnitID?, lock: Bool, note: TextID?, state: OrderState, clocks: [Clock])
  case delegated(task: OrderID, to: UnitID)
  case assisted(task: OrderID, to: UnitID)
  case collected(task: OrderID, unit: UnitID?, outcome: Outcome?, reply: TextID?, credit: Credit? = nil)
  case extensionAsked(limit: Limit, reason: String, text: TextID?, clocks: [Clock])
  case extensionDecided(granted: Bool, reason: TextID?, clocks: [Clock])
  case suspended(reason: String, text: TextID?, until: Moment?)
  case resumed(clocks: [Clock])
  case contacted(proof: ContactProof, note: TextID?)
  case fedBack(feedback: Feedback)
  /// What a leader answered in person: the head of the unit that handled it passed the answer on, or sent it back.
  case headReviewed(passed: Bool, reason: TextID?, clocks: [Clock])
  case reviewed(passed: Bool, reason: TextID?, state: OrderState, callbacks: Int, clocks: [Clock])
  case calledBack(appeal: AppealID, verdict: Verdict, pending: Int, state: OrderState, clocks: [Clock])
  /// The demand is thought unreasonable, with the evidence; and what a second person said to it.
  case unreasonableAsked(appeal: AppealID, evidence: TextID)
  case unreasonableDecided(appeal: AppealID, granted: Bool, note: TextID?, pending: Int, state: OrderState, clocks: [Clock])
  case rechecked(onSite: Bool, confirmed: Bool, note: TextID, state: OrderState, clocks: [Clock])
  case reported(
    text: TextID, finished: Bool, due: Moment?, state: OrderState, callbacks: Int, clocks: [Clock], plan: ReportPlan? = nil)
  case closed(ending: String, evidence: TextID?)
  case archived(volume: TextID, fingerprint: String)
  /// The emergency line took it, or said what became of it.
  case handoverReported(report: HandoverReport)
  case urged(text: TextID?)
  case supervised(cause: String, text: TextID?)
  case recategorised(category: CategoryID, kind: Kind, urgency: Urgency, reason: TextID?, clocks: [Clock])
  case noted(text: TextID)
  case attached(file: AttachmentID, spot: PhotoSpot? = nil)
  case joined(appeal: AppealID, participants: Int, pending: Int)
  case parted(appeal: AppealID, participants: Int, pending: Int, state: OrderState)
  case withdrawn(reason: TextID?)
  /// A clock came to a rung of its ladder.
  case rungReached(clock: ClockKind, rung: String, what: Rung.What, to: [Rung.Audience], due: Moment)
  /// The unit told the citizen when it will be done.
  case committed(until: Moment, text: TextID?, clocks: [Clock])
  /// Deadlines were counted again.
  case recomputed(because: Recount, clocks: [Clock])

  /// Everybody may read the answer, under a title of the staff's own; and what was published is taken back.
  case published(title: TextID, text: TextID)
  case unpublished(reason: TextID)

  public enum Ruling: String, Codable, Sendable, CaseIterable, Worded {
    case accept, reject, dispute
    public var phrase: Phrase {
      switch self {
      case .accept: Phrase("同意退单", "Uphold the objection")
      case .reject: Phrase("驳回退单", "Reject the objection")
      case .dispute: Phrase("提交裁定", "Put it to the staffing office")
      }
    }
  }

  /// Why deadlines are counted again.
  public enum Recount: String, Codable, Sendable, CaseIterable, Worded {
    /// A year's holidays were published.
    case calendar
    /// Clocks from before there was a ladder get their rungs.
    case ladder
    public var phrase: Phrase {
      switch self {
      case .calendar: Phrase("工作日历已更新", "the work calendar was updated")
      case .ladder: Phrase("补设提醒节点", "the ladder was put to running clocks")
      }
    }
  }

  /// What one call-back meant for the order.
  public enum Verdict: String, Codable, Sendable, CaseIterable {
    case settled, unreached, unsolved, unreasonable
  }

  public var action: OrderAction {
    switch self {
    case .raised: .raise
    case .dispatched: .dispatch
    case .signed: .sign
    case .signedByClock: .autoSign
    case .returned: .giveBack
    case .ruled: .rule
    case .delegated: .delegate
    case .assisted: .assist
    case .collected: .collect
    case .extensionAsked: .requestExtension
    case .extensionDecided: .decideExtension
    case .suspended: .suspend
    case .resumed: .resume
    case .contacted: .contact
    case .fedBack: .feedBack
    case .headReviewed: .headReview
    case .reviewed: .review
    case .calledBack: .callBack
    case .unreasonableAsked: .askUnreasonable
    case .unreasonableDecided: .decideUnreasonable
    case .rechecked: .recheck
    case .reported: .report
    case .closed: .close
    case .archived: .archive
    case .handoverReported: .reportHandover
    case .urged: .urge
    case .supervised: .supervise
    case .recategorised: .recategorise
    case .noted: .note
    case .attached: .attach
    case .joined: .join
    case .parted: .part
    case .withdrawn: .withdraw
    case .rungReached: .reachRung
    case .committed: .commit
    case .recomputed: .recompute
    case .published: .publish
    case .unpublished: .unpublish
    }
  }
}
