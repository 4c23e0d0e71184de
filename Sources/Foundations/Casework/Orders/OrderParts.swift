import Workdays

/// How it goes on with what did not end with the answer: 续报计划.
public struct ReportPlan: Hashable, Codable, Sendable {
  /// What the unit will do; the citizen reads it.
  public let text: TextID
  /// Who sees to it, in the unit that has the order.
  public let owner: AccountID

  public init(text: TextID, owner: AccountID) {
    self.text = text
    self.owner = owner
  }
}

/// What everybody may read of an order.
public struct Publication: Hashable, Codable, Sendable {
  public let title: TextID
  public let text: TextID
  public let at: Moment
  public let by: AccountID

  public init(title: TextID, text: TextID, at: Moment, by: AccountID) {
    (self.title, self.text, self.at, self.by) = (title, text, at, by)
  }

  /// Whether an order may be published at all; its appeals are looked at too.
  public static func mayBe(of order: Order) -> Bool {
    let matter = order.matter
    return !order.isTask && !matter.confidential && matter.kind != .staffComplaint && matter.aboutAgent == nil && matter.aboutGroup == nil
      && order.feedback != nil
  }
}

/// Where a photograph was taken, in degrees as Chinese maps have them. In a confidential case it is not told here but stays in the
/// vault's texts, like the place itself.
public struct PhotoSpot: Hashable, Codable, Sendable {
  public let latitude: Double
  public let longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A photograph with its place.
public struct PlacedPhoto: Hashable, Codable, Sendable {
  public let file: AttachmentID
  public let spot: PhotoSpot
}

/// When a task was answered, and whether in time: what its unit is credited with.
public struct Credit: Hashable, Codable, Sendable {
  public let role: OrderRole
  public let at: Moment
  public let onTime: Bool

  public init(role: OrderRole, at: Moment, onTime: Bool) {
    self.role = role
    self.at = at
    self.onTime = onTime
  }
}

/// What one unit has contributed to an order, by a task.
public struct Contribution: Hashable, Codable, Sendable {
  public let task: OrderID
  public let unit: UnitID
  public let outcome: Outcome
  public let reply: TextID
  public let credit: Credit
}

/// A demand that is thought unreasonable; until a second person agrees it counts as reasonable (source 29).
public struct UnreasonableReview: Hashable, Codable, Sendable {
  public let appeal: AppealID
  public let evidence: TextID
  public let by: AccountID
  public let at: Moment
}

/// What an emergency line said of a matter that was handed over to it.
public struct HandoverReport: Hashable, Codable, Sendable {
  public let at: Moment
  /// Their number for it.
  public let reference: String?
  /// Who took it, in the vault.
  public let takenBy: TextID?
  /// What came back.
  public let text: TextID?
  /// They have dealt with it.
  public let ended: Bool

  public init(at: Moment, reference: String?, takenBy: TextID?, text: TextID?, ended: Bool) {
    self.at = at
    self.reference = reference
    self.takenBy = takenBy
    self.text = text
    self.ended = ended
  }
}
