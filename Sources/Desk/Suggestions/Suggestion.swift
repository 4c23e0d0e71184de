import Casework
import Search
import Workdays

/// What is known so far of a matter that is being taken down.
public struct Draft: Sendable {
  public var said: SaidMatter
  public var kind: Kind?
  public var urgency: Urgency
  /// Normalised.
  public var phone: String?
  public var name: String?
  /// What was proposed and found wrong: put away for this matter.
  public var declined = Declined()

  /// Categories and units that are not proposed again.
  public struct Declined: Sendable {
    public var categories: [CategoryID] = []
    public var units: [UnitID] = []

    public init(categories: [CategoryID] = [], units: [UnitID] = []) { (self.categories, self.units) = (categories, units) }
  }

  public init(_ said: SaidMatter, kind: Kind? = nil, urgency: Urgency = .normal, phone: String? = nil, name: String? = nil) {
    (self.said, self.kind, self.urgency, self.phone, self.name) = (said, kind, urgency, phone, name)
  }
}

/// What stands beside it: who calls, what it is about and whose duty it is, how long it may take, what was answered before, what it may
/// join, what has to be asked.
public struct Suggestion: Sendable {
  /// An open order that it may join.
  public struct Joinable: Sendable {
    public let order: Likeness.Candidate
    /// The number of the incident that runs for it.
    public let incident: String?
  }

  /// Words for the answer.
  public struct AnswerText: Sendable {
    public let title: Phrase
    public let text: String
    /// What a text of the city's own is for.
    public let use: CategoryGuide.Template.Use
    /// The case in which it was said; nil for the city's own texts.
    public let number: String?
    public let isOrder: Bool
  }

  /// Where it may be.
  public struct Where: Sendable {
    /// Found by its name or by where such an address was before.
    public let area: AreaID?
    public let places: [KnownPlace]
  }

  public let caller: KnownCaller?
  public let guesses: [CategoryGuess]
  /// The category that was chosen, or else the best guess.
  public let category: CategoryID?
  public let proposal: Proposal?
  public let limits: [PlainLimit]
  public let joinable: [Joinable]
  public let answers: [AnswerText]
  public let place: Where
  public let questions: [OutcomeField]
}

/// An order for which an incident runs: many call about one and the same thing.
public struct RunningIncident: Sendable {
  /// The number of the measure.
  public let number: String
  public let order: OrderID

  public init(number: String, order: OrderID) { (self.number, self.order) = (number, order) }
}
