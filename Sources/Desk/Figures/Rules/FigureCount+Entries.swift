import Casework

/// Where each count stands among what is kept.
extension FigureCount {
  var happening: Happening {
    switch self {
    case .received: .received
    case .answered: .answered
    case .raised: .raised
    case .dispatched: .dispatched
    case .replied, .onTime, .late, .handlingTime: .replied
    case .calledBack, .asked, .solved, .graded, .satisfied: .called
    case .redone: .redone
    case .closed: .closed
    }
  }

  func value(_ tally: Tally) -> Double {
    switch self {
    case .onTime: Double(tally.amount - tally.late)
    case .late: Double(tally.late)
    case .handlingTime: Double(tally.minutes) / 60
    case .asked: Double(tally.asked)
    case .solved: Double(tally.solved)
    case .graded: Double(tally.graded)
    case .satisfied: Double(tally.satisfied)
    default: Double(tally.amount)
    }
  }

  /// The entries that it counts, as SQL; nil for all of its happening.
  var condition: String? {
    switch self {
    case .late: "late = 1"
    case .onTime: "late = 0"
    case .asked: "asked = 1"
    case .solved: "solved = 1"
    case .graded: "graded = 1"
    case .satisfied: "satisfied = 1"
    default: nil
    }
  }
}
