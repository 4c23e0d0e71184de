import Workdays

/// What one unit must do under a measure, with a clock of its own.
public struct Duty: Hashable, Codable, Sendable {
  public let unit: UnitID
  /// What is asked of it.
  public let demand: TextID
  public var clock: Clock
  /// The task below the order that it became, where it became one.
  public var task: OrderID?
  public var receivedAt: Moment?
  public var answer: TextID?
  public var answeredAt: Moment?
  /// How often its answer was sent back.
  public var rounds = 0

  public init(unit: UnitID, demand: TextID, clock: Clock, task: OrderID? = nil) {
    self.unit = unit
    self.demand = demand
    self.clock = clock
    self.task = task
  }

  public var isDone: Bool { answeredAt != nil }
}

/// One office's part in a three-party case.
public struct PartyFile: Hashable, Codable, Sendable {
  public let party: MeasureParty
  public let openedAt: Moment
  public var opinion: TextID?
  public var opinionBy: AccountID?
  public var signedAt: Moment?
  public var signedBy: AccountID?

  public init(party: MeasureParty, openedAt: Moment) {
    self.party = party
    self.openedAt = openedAt
  }
}

/// What was found on site.
public struct Finding: Hashable, Codable, Sendable {
  public let at: Moment
  public let place: Place?
  public let text: TextID
  /// Whether what the unit had reported is true there.
  public let confirmed: Bool

  public init(at: Moment, place: Place?, text: TextID, confirmed: Bool) {
    self.at = at
    self.place = place
    self.text = text
    self.confirmed = confirmed
  }
}

/// One meeting on a hard matter.
public struct MatterMeeting: Hashable, Codable, Sendable {
  public let at: Moment
  public let units: [UnitID]
  public let agenda: TextID
  public let minutes: TextID

  public init(at: Moment, units: [UnitID], agenda: TextID, minutes: TextID) {
    self.at = at
    self.units = units
    self.agenda = agenda
    self.minutes = minutes
  }
}

/// How a three-party case or a hard matter was decided. With unit and category it can become a rule of the catalogue.
public struct MeasureDecision: Hashable, Codable, Sendable {
  public enum Result: String, Codable, Sendable, CaseIterable, Worded {
    /// This unit has it: 裁定.
    case ruling
    /// Each unit's duties, line by line: 责任清单.
    case dutyList = "duty-list"
    /// Handed to the discipline office for accountability: 移送问责.
    case referral

    public var phrase: Phrase {
      switch self {
      case .ruling: Phrase("裁定承办单位", "Ruling")
      case .dutyList: Phrase("责任清单", "Duty list")
      case .referral: Phrase("移送问责", "Referral for accountability")
      }
    }
  }

  public let result: Result
  public let unit: UnitID?
  public let category: CategoryID?
  public let text: TextID
  public let at: Moment

  public init(result: Result, unit: UnitID?, category: CategoryID?, text: TextID, at: Moment) {
    self.result = result
    self.unit = unit
    self.category = category
    self.text = text
    self.at = at
  }
}

/// What a measure is about, as it was opened.
public struct MeasureMatter: Hashable, Codable, Sendable {
  public let number: String
  public let kind: MeasureKind
  public let orders: [OrderID]
  /// The unit that supervises.
  public let owner: UnitID
  /// Under whose key its texts and photographs lie: the citizen of its only order, or a key of its own.
  public let keeper: CitizenID
  public let title: TextID
  public let demand: TextID
  /// The units that it concerns.
  public var units: [UnitID] = []
  public var cause: MeasureCause?
  public var reach: MeasureReach?
  /// The leader before whom it is put.
  public var leader: AccountID?
  public var place: Place?
  /// Whoever an order of it complains about: it is hidden from these people and groups.
  public var keptFrom: [AccountID] = []
  public var keptFromGroups: [String] = []
  public let profile: Int

  public init(
    number: String, kind: MeasureKind, orders: [OrderID], owner: UnitID, keeper: CitizenID, title: TextID, demand: TextID, profile: Int = 0
  ) {
    self.number = number
    self.kind = kind
    self.orders = orders
    self.owner = owner
    self.keeper = keeper
    self.title = title
    self.demand = demand
    self.profile = profile
  }
}
