import Casework
import Workdays

/// What one person may see of an order: everything on it is masked and already less what is not for these eyes.
public struct OrderFile: Sendable {
  /// One appeal's part in the order.
  public struct Part: Sendable {
    public let participation: Participation
    public let number: String
    public let channel: Channel
    public let receivedAt: Moment
    public let title: String?
    public let text: String
    /// What the citizen said later.
    public let additions: [Said]
    /// Masked; read for the first `OrderFile.chips` parts only.
    public let caller: MaskedPerson?
    public let attachments: [AttachmentID]
    public let isConfidential: Bool
  }

  public struct Said: Sendable {
    public let at: Moment
    public let text: String
    public let corrects: Bool
  }

  /// Another order of the same case: the one above, or a task below.
  public struct Link: Sendable {
    public let number: String
    public let role: OrderRole
    public let state: OrderState
    public let unit: UnitID?
    public let due: Moment?
    public let outcome: Outcome?

    init(_ order: Order) {
      (number, role) = (order.matter.number, order.matter.role)
      (state, unit, due) = (order.state, order.unit, order.nextClock?.deadline.at)
      outcome = order.feedback?.outcome
    }
  }

  /// What the unit answered.
  public struct Answer: Sendable {
    public let feedback: Feedback
    public let reply: String
    /// For colleagues; nil on paper.
    public let note: String?
  }

  /// Of so many callers the names are read.
  public static let chips = 20

  public let order: Order
  public let version: Int64
  public let title: String
  public let text: String
  public let above: Link?
  public let tasks: [Link]
  /// Less those that these eyes must not see.
  public let parts: [Part]
  public let answer: Answer?
  public let plan: Plan?
  /// What the units below and beside answered, in the order in which it came in.
  public let contributions: [Contribution]
  public let handover: [Handover]
  public let against: String?
  /// The leader who took the call, on an answering day.
  public let leader: Phrase?
  public let timeline: [TimelineEntry]
  public let possible: [OrderAction]
  public let profile: Profile

  public var number: String { order.matter.number }
  /// From the root of the organisation down to the unit that has it.
  public var unitPath: [UnitID] { order.unit.map(profile.units.path) ?? [] }
  public var attachments: [AttachmentID] { order.attachments }
}

/// What the table allows and the case makes sense of: a button stands only for what would not be refused at once.
enum Possible {
  /// Actions that are part of another one, or the clock's.
  private static let notByHand: Set<OrderAction> = [.raise, .autoSign, .collect, .join, .part, .reachRung, .recompute]

  static func actions(_ order: Order, for actor: Actor, profile: Profile, now: Moment, table: [OrderAction]) -> [OrderAction] {
    table.filter { action in
      if notByHand.contains(action) { return false }
      return switch action {
      case .giveBack: mayReturn(order, profile.policy, now)
      case .assist, .report: !order.isTask
      case .requestExtension: mayExtend(order, profile.policy, now)
      case .decideExtension: order.extensionAsked != nil
      case .feedBack: order.openTasks.isEmpty
      case .headReview: profile.policy.headReview && order.matter.answeredBy != nil && order.passedByHead != true && !order.isTask
      case .review: order.isTask || order.feedback == nil || order.handlers.last != actor.account
      case .callBack: !order.handlers.contains(actor.account)
      case .askUnreasonable: !order.handlers.contains(actor.account)
      case .decideUnreasonable: order.unreasonableAsked?.contains { $0.by != actor.account } ?? false
      case .withdraw: order.isTask
      case .publish: profile.policy.openness.answers && order.published == nil && Publication.mayBe(of: order)
      case .unpublish: order.published != nil
      default: true
      }
    }
  }

  private static func mayReturn(_ order: Order, _ policy: CasePolicy, _ now: Moment) -> Bool {
    if order.noReturn || order.returns >= policy.returns.rounds || !order.openTasks.isEmpty { return false }
    return order.clock(.returnWindow).map { $0.deadline.at >= now } ?? true
  }

  private static func mayExtend(_ order: Order, _ policy: CasePolicy, _ now: Moment) -> Bool {
    guard order.extensionAsked == nil, order.extensions < policy.extensions.times else { return false }
    guard let clock = order.answerClock else { return false }
    return clock.stoppedAt == nil && clock.deadline.at >= now
  }
}
