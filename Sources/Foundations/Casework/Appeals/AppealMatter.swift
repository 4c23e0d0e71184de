import Workdays

/// What a citizen said, on which channel, when. Every word of it stands in the vault.
public struct AppealMatter: Hashable, Codable, Sendable {
  public var number: String
  public var channel: Channel
  public var receivedAt: Moment
  public var citizen: CitizenID
  public var title: TextID?
  public var text: TextID
  /// The unit that took it in; its channel is reported apart.
  public var intake: UnitID
  public var kind: Kind?
  public var category: CategoryID?
  public var area: AreaID?
  public var place: Place?
  public var confidential = false
  /// Somebody's life is in danger.
  public var lifeRisk = false
  /// The complained-against party, a record of the vault.
  public var against: CitizenID?
  /// Whom praise is for.
  public var praisedUnit: UnitID?
  public var praisedAgent: AccountID?
  /// For a complaint about our own staff: whom, and the group that must not handle it.
  public var aboutAgent: AccountID?
  public var aboutGroup: String?
  /// The number that the citizen dialled or wrote to, where there are several.
  public var line: String?
  /// The permanent key of an imported appeal within its channel, and its other columns as they came, in the vault.
  public var source: String?
  public var extra: TextID?

  public init(number: String, channel: Channel, receivedAt: Moment, citizen: CitizenID, text: TextID, intake: UnitID) {
    self.number = number
    self.channel = channel
    self.receivedAt = receivedAt
    self.citizen = citizen
    self.text = text
    self.intake = intake
  }
}

/// Everything that can happen to an appeal.
public enum AppealEvent: StreamEvent, Equatable {
  case recorded(matter: AppealMatter)
  case answered(reply: TextID, kind: Kind, category: CategoryID?)
  case refused(reason: String, note: TextID?)
  /// A refusal that a second person must agree to was asked for, and decided.
  case refusalAsked(reason: String, note: TextID)
  case refusalDecided(granted: Bool, note: TextID?)
  case handedOver(line: String, order: OrderID, note: TextID?)
  /// What the emergency line said of it.
  case handoverHeard(order: OrderID, reference: String?, text: TextID, ended: Bool)
  case joined(order: OrderID, participation: ParticipationID, merged: Bool)
  case parted(order: OrderID, remaining: Int)
  case withdrawn(reason: TextID?)
  case corrected(text: TextID, addition: Bool)
  /// - Parameter answers: the four questions, where the citizen was asked them.
  case rated(grade: Grade, solved: Bool?, note: TextID?, answers: CallbackAnswers? = nil)
  case attached(file: AttachmentID)
  /// Somebody looked at personal data; the reason is on record.
  case revealed(fields: [String], reason: TextID)

  public var action: AppealAction {
    switch self {
    case .recorded: .record
    case .answered: .answer
    case .refused: .refuse
    case .refusalAsked: .askRefusal
    case .refusalDecided: .decideRefusal
    case .handedOver: .handOver
    case .handoverHeard: .hearHandover
    case .joined(_, _, let merged): merged ? .merge : .raiseOrder
    case .parted: .separate
    case .withdrawn: .withdraw
    case .corrected: .correct
    case .rated: .rate
    case .attached: .attach
    case .revealed: .reveal
    }
  }
}
