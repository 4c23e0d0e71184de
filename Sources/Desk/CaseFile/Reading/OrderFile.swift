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
      outcome = order.outcome
    }
  }

  /// What the unit answered.
  public struct Answer: Sendable {
    public let feedback: Feedback
    public let reply: String
    /// How it ended, and the last report where it took one.
    public let outcome: Outcome
    public let report: String?
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
