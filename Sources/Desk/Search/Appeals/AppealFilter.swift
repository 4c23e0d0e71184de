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
  /// The longest waiting first; else the newest.
  var oldestFirst = false

  public init() {}
}

/// Conditions as the partial indexes of appeals spell them.
enum AppealConditions {
  static let waiting = "state = 'recorded'"
  static let decided = "state <> 'recorded'"
  static let written = "channel <> 'phone'"
  static let staffComplaint = "kind = 'staff-complaint'"
}
