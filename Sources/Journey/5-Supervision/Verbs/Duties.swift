import CaseFile
import Casework
import Ledger
import Workdays

/// The unit takes it in hand: 接收.
struct ReceiveMeasure: MeasureVerb {
  let measure: String
  var action: MeasureAction { .receive }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    let unit = session.actor.unit
    guard measure.duties.contains(where: { $0.unit == unit && $0.receivedAt == nil }) else { throw MeasureProblem.noDuty }
    return [.received(unit: unit)]
  }
}

/// The unit answers everything that is asked of it: 回复.
struct AnswerMeasure: MeasureVerb {
  let measure: String
  let text: String
  var action: MeasureAction { .answer }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    let unit = session.actor.unit
    guard !MeasureRules.waiting(measure, for: unit).isEmpty else { throw MeasureProblem.noDuty }
    return [.answered(unit: unit, text: try session.keep(text, for: measure.matter.keeper))]
  }
}

/// The supervising side accepts what was answered, and with that it ends.
struct AcceptMeasure: MeasureVerb {
  let measure: String
  let text: String?
  var action: MeasureAction { .accept }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    if let obstacle = MeasureRules.obstacle(to: measure) { throw obstacle }
    return [.accepted(text: try session.keepIfAny(text, for: measure.matter.keeper))]
  }
}

/// The answer does not hold: these units, or all of them, answer again with a new clock.
struct RejectMeasure: MeasureVerb {
  let measure: String
  let text: String
  let units: [UnitID]
  let limit: Limit?
  var action: MeasureAction { .reject }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    let again = measure.duties.filter { units.isEmpty || units.contains($0.unit) }
    guard !again.isEmpty else { throw CaseworkProblem.field("units", "这些单位在此件中没有任务。", "These units have no duty here.") }
    let fresh = again.map { duty in
      var duty = duty
      (duty.answer, duty.answeredAt, duty.receivedAt) = (nil, nil, nil)
      duty.rounds += 1
      duty.clock = session.measureClock(measure.matter.kind, limit, duty.unit)
      return duty
    }
    return [.rejected(text: try session.keep(text, for: measure.matter.keeper), duties: fresh)]
  }
}

/// Asks something of further units.
struct AssignDuties: MeasureVerb {
  let measure: String
  let demands: [Demand]
  var action: MeasureAction { .assign }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard !demands.isEmpty else { throw CaseworkProblem.field("duties", "请填写单位和要求。", "Say which unit does what.") }
    try session.check(demands.map(\.unit), of: measure.matter.kind, field: "duties")
    return [.assigned(duties: try session.duties(demands, measure.matter.kind, for: measure.matter.keeper))]
  }
}

/// Reminds the units that have not answered.
struct UrgeMeasure: MeasureVerb {
  let measure: String
  let text: String?
  var action: MeasureAction { .urge }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    [.urged(text: try session.keepIfAny(text, for: measure.matter.keeper))]
  }
}

struct RemarkOnMeasure: MeasureVerb {
  let measure: String
  let text: String
  var action: MeasureAction { .remark }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    [.remarked(text: try session.keep(text, for: measure.matter.keeper))]
  }
}

struct WithdrawMeasure: MeasureVerb {
  let measure: String
  let reason: String
  var action: MeasureAction { .withdraw }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    [.withdrawn(reason: try session.keep(reason, for: measure.matter.keeper))]
  }
}
