import Casework
import Workdays

/// What holds beyond the table.
enum MeasureRules {
  /// Nil where it may be accepted and closed.
  static func obstacle(to accepting: Measure) -> MeasureProblem? {
    let open = accepting.duties.count { !$0.isDone }
    if open > 0 { return .unanswered(open) }
    switch accepting.matter.kind {
    case .threeParty where accepting.decision == nil, .hardMatter where accepting.decision == nil: return .undecided
    case .submission where accepting.instruction == nil: return .undecided
    default: return nil
    }
  }

  /// Nil where it may be decided now.
  static func obstacle(to deciding: Measure, by _: Actor) -> MeasureProblem? {
    if deciding.matter.kind == .hardMatter { return deciding.meetings.isEmpty ? .noMeeting : nil }
    let missing = MeasureParty.allCases.filter { deciding.file(of: $0)?.signedAt == nil }
    return missing.isEmpty ? nil : .notSigned(missing)
  }

  /// For which office of a three-party case somebody speaks.
  static func party(of actor: Actor) -> MeasureParty? { MeasureParty.allCases.first { actor.has($0.role) } }

  /// The unit's duties that wait for its answer.
  static func waiting(_ measure: Measure, for unit: UnitID) -> [Duty] { measure.duties.filter { $0.unit == unit && !$0.isDone } }

  /// What somebody can do now: what the table allows, the kind knows and would not be refused at once.
  static func possible(_ measure: Measure, for actor: Actor, table: [MeasureAction]) -> [MeasureAction] {
    let party = party(of: actor)
    let file = party.flatMap { measure.file(of: $0) }
    return table.filter { action in
      guard measure.knows(action) else { return false }
      return switch action {
      case .receive: measure.duties.contains { $0.unit == actor.unit && $0.receivedAt == nil }
      case .answer: !waiting(measure, for: actor.unit).isEmpty
      case .accept: obstacle(to: measure) == nil
      case .decide: obstacle(to: measure, by: actor) == nil && measure.decision == nil
      case .fileCase: party != nil && file == nil
      case .opine: file != nil && file?.signedAt == nil
      case .sign: file?.opinion != nil && file?.signedAt == nil
      case .urge: measure.duties.contains { !$0.isDone }
      case .reject: !measure.duties.isEmpty
      default: true
      }
    }
  }
}
