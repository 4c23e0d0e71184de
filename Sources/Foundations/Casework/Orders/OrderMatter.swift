import Workdays

/// How an order came to be and whom it serves.
public enum OrderRole: String, Codable, Sendable, CaseIterable, Worded {
  /// Raised from appeals; it has participations and call-backs.
  case main
  /// A task below another order, given on by the unit that has that one.
  case delegated
  /// A task for a unit that assists the leading one.
  case assisting
  /// The record of a matter handed over to an emergency line.
  case shadow

  public var phrase: Phrase {
    switch self {
    case .main: Phrase("主办", "Lead")
    case .delegated: Phrase("转派", "Delegated")
    case .assisting: Phrase("协办", "Assisting")
    case .shadow: Phrase("影子工单", "Shadow order")
    }
  }
}

/// Where the matter is. Ordinary data, except in confidential cases, where it stays in the vault's texts.
public struct Place: Hashable, Codable, Sendable {
  public let address: String
  public let latitude: Double?
  public let longitude: Double?

  public init(address: String, latitude: Double? = nil, longitude: Double? = nil) {
    self.address = address
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// What an order is about, as it was raised.
public struct OrderMatter: Hashable, Codable, Sendable {
  public var number: String
  public var kind: Kind
  public var category: CategoryID
  public var urgency: Urgency
  public var area: AreaID?
  public var place: Place?
  public var confidential: Bool
  public var role: OrderRole
  public var parent: OrderID?
  /// Under whose key the texts stand.
  public var citizen: CitizenID
  public var title: TextID
  public var text: TextID
  /// The unit that dispatches, rules, reviews: the hotline, an intake unit, the unit above a task.
  public var owner: UnitID
  /// The complained-against party, a record of the vault.
  public var against: CitizenID?
  /// Whom the praise is for.
  public var praised: UnitID?
  public var emergencyLine: String?
  /// The leader who took the call in person 领导接听件: the answer passes under those eyes first (source 004).
  public var answeredBy: AccountID?
  /// For a complaint about our own staff: the person and the group that must not meet it.
  public var aboutAgent: AccountID?
  public var aboutGroup: String?
  /// The release of the profile whose rules led to the decisions.
  public var profile: Int

  public init(
    number: String, kind: Kind, category: CategoryID, urgency: Urgency, citizen: CitizenID, title: TextID, text: TextID,
    owner: UnitID, role: OrderRole = .main, confidential: Bool = false, profile: Int = 0
  ) {
    self.number = number
    self.kind = kind
    self.category = category
    self.urgency = urgency
    self.citizen = citizen
    self.title = title
    self.text = text
    self.owner = owner
    self.role = role
    self.confidential = confidential
    self.profile = profile
  }
}
