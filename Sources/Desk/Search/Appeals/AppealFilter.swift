import Casework
import Workdays

/// Which appeals a list shows.
public struct AppealFilter: Sendable, Hashable {
  public var state: AppealState?
  public var channel: Channel?
  /// Recorded by this account, from this moment on.
  var recordedBy: AccountID?
  var since: Moment?
  /// Complaints about the hotline's own people.
  var aboutStaff = false
  /// A refusal waits for a second person.
  var refusalAsked = false
  /// The longest waiting first; else the newest.
  var oldestFirst = false

  public init() {}
}

/// Conditions as the partial indexes of appeals spell them.
enum AppealConditions {
  static let waiting = "state = 'recorded'"
  static let lifeRisk = "life_risk = TRUE"
  static let decided = "state <> 'recorded'"
  static let written = "channel <> 'phone'"
  /// The fold is written by us, with sorted keys and without a person's words, so this is exact.
  static let refusalAsked = "fold LIKE '%\"refusalAsked\":{%'"
  static let staffComplaint = "kind = 'staff-complaint'"
}
