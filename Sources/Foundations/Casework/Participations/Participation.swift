import Workdays

/// Where the call-back of one appeal on one order stands.
public enum ParticipationState: String, Codable, Sendable, CaseIterable, Worded {
  case open, settled, parted

  public var phrase: Phrase {
    switch self {
    case .open: Phrase("进行中", "Open")
    case .settled: Phrase("已回访", "Settled")
    case .parted: Phrase("已拆出", "Parted")
    }
  }
}

/// What is done with a participation. Each is part of an order's or an appeal's action.
public enum ParticipationAction: String, Codable, Sendable, CaseIterable {
  case join, notify, answer, settle, reopen, rate, part
}

public enum ParticipationEvent: StreamEvent, Equatable {
  case joined(appeal: AppealID, order: OrderID, citizen: CitizenID, merged: Bool)
  /// The citizen was told something; the words are in the vault.
  case notified(about: Notice, text: TextID)
  case answered(answers: CallbackAnswers, attempt: Int, settled: Bool)
  case settled(because: String)
  case reopened(round: Int)
  /// What the citizen said unasked; the call-back asks on its own.
  case rated(grade: Grade, solved: Bool?, note: TextID?, answers: CallbackAnswers? = nil)
  case parted(reason: TextID?)

  /// What a notice is about.
  public enum Notice: String, Codable, Sendable, CaseIterable {
    case raised, extended, answered, reported, closed, promised
  }

  public var action: ParticipationAction {
    switch self {
    case .joined: .join
    case .notified: .notify
    case .answered: .answer
    case .settled: .settle
    case .reopened: .reopen
    case .rated: .rate
    case .parted: .part
    }
  }
}

/// One appeal's part in one order. Notice, call-back and rating live here, so that forty merged callers are each
/// told, called back and heard, and count as one order.
public struct Participation: EventStream {
  public typealias Event = ParticipationEvent

  public let id: ParticipationID
  public let appeal: AppealID
  public let order: OrderID
  public let citizen: CitizenID
  public let merged: Bool
  public let joinedAt: Moment
  public var state: ParticipationState = .open
  public var attempts = 0
  public var answers: CallbackAnswers?
  public var answeredAt: Moment?
  public var settledBecause: String?
  public var notices: [Told] = []
  public var rating: Grade?
  /// The four questions as the citizen answered them without being called.
  public var ownAnswers: CallbackAnswers?

  public struct Told: Hashable, Codable, Sendable {
    public let about: ParticipationEvent.Notice
    public let text: TextID
    public let at: Moment
  }

  public static let kind = StreamKind.participation
  /// The closing reason by which a demand leaves the base of satisfaction.
  public static let unreasonable = "unreasonable"
  private static let everybody = Permission(Set(Role.allCases), .viewer, citizen: true, system: true)
  public static let births: [ParticipationAction: Permission] = [.join: everybody]
  /// Who may do it stands in the order's table; a participation only moves along with its order.
  public static let lifecycle = Lifecycle<ParticipationState, ParticipationAction>([
    Transition([.open, .settled], .notify, to: [.open, .settled], by: everybody),
    Transition([.open], .answer, to: [.open, .settled], by: everybody),
    Transition([.open], .settle, to: [.settled], by: everybody),
    Transition([.settled], .reopen, to: [.open], by: everybody, why: "17: a bad answer is called back again after the redo"),
    Transition([.open, .settled], .rate, to: [.open, .settled], by: everybody),
    Transition([.open, .settled], .part, to: [.parted], by: everybody),
  ])

  /// Two people found the demand unreasonable: it counts neither for nor against anybody.
  public var isUnreasonable: Bool { settledBecause == Self.unreasonable }

  public init?(birth fact: Fact<ParticipationEvent>) {
    guard case .joined(let appeal, let order, let citizen, let merged) = fact.event else { return nil }
    id = ParticipationID(fact.stream)
    self.appeal = appeal
    self.order = order
    self.citizen = citizen
    self.merged = merged
    joinedAt = fact.at
  }

  public mutating func apply(_ fact: Fact<ParticipationEvent>) {
    switch fact.event {
    case .joined: break
    case .notified(let about, let text): notices.append(Told(about: about, text: text, at: fact.at))
    case .answered(let answers, let attempt, let settled):
      self.answers = answers
      attempts = attempt
      answeredAt = fact.at
      if settled { state = .settled }
    case .settled(let because):
      settledBecause = because
      state = .settled
    case .reopened:
      attempts = 0
      settledBecause = nil
      state = .open
    case .rated(let grade, _, _, let answers):
      rating = grade
      ownAnswers = answers ?? ownAnswers
    case .parted: state = .parted
    }
  }

  public func sides(of actor: Actor, in organisation: Organisation) -> Set<Permission.Side> { [.owner, .viewer] }
}
