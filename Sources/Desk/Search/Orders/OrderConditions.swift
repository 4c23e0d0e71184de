import Casework
import Ledger
import Store
import Workdays

/// Conditions as the partial indexes spell them: SQLite uses such an index only where its very words are asked for.
enum OrderConditions {
  static let open = OpenRows.condition
  /// The place of `critical` among the urgencies.
  static let critical = "urgency = 2"
  /// The place of `urgent` among the urgencies.
  static let urgent = "urgency = 1"
  static let supervised = "supervisions > 0"
  /// The fold is written by us, with sorted keys and without a person's words, so this is exact.
  static let extensionAsked = "fold LIKE '%\"extensionAsked\":{%'"

  static let unreasonableAsked = "fold LIKE '%\"unreasonableAsked\":[%'"

  /// What a leader answered in person and has not passed yet.
  static let leadersCall = "fold LIKE '%\"answeredBy\":\"%' AND fold NOT LIKE '%\"passedByLeader\":true%'"

  static func spelling(_ mark: OrderFilter.Mark) -> String {
    switch mark {
    case .supervised: supervised
    case .provisional: "provisional"
    case .extensionAsked: extensionAsked
    case .unreasonableAsked: unreasonableAsked
    case .leadersCall: leadersCall
    case .task: "role IN ('delegated', 'assisting')"
    }
  }

  /// As the partial indexes of the urgent and the critical ones spell it.
  static func spelling(_ urgency: Urgency) -> String {
    switch urgency {
    case .normal: "urgency = 0"
    case .urgent: urgent
    case .critical: critical
    }
  }

  /// `column = value` that leaves the choice of the index to the lane.
  static func beside(_ column: String, _ values: [String]) -> Condition {
    { args in args.whereIn("(\(column) || '')", values) }
  }

  static func due(_ sign: String, _ moment: Moment) -> Condition {
    { args in "due_at \(sign) \(args.bind(.int(moment.milliseconds)))" }
  }

  static func without(_ ids: [Int64]) -> Condition {
    { args in "NOT (\(args.whereIn("id", ids)))" }
  }

  static func plain(_ words: String) -> Condition { { _ in words } }
}
