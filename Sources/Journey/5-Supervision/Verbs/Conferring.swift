import CaseFile
import Casework
import Ledger
import Workdays

/// An office opens its file of a three-party case: 立卷.
struct FileCase: MeasureVerb {
  let measure: String
  var action: MeasureAction { .fileCase }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard let party = MeasureRules.party(of: session.actor) else { throw MeasureProblem.notAParty }
    return measure.file(of: party) == nil ? [.filed(party: party)] : []
  }
}

/// Writes the office's opinion; until it is signed it may be written anew.
struct OpineOnCase: MeasureVerb {
  let measure: String
  let text: String
  var action: MeasureAction { .opine }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard let party = MeasureRules.party(of: session.actor) else { throw MeasureProblem.notAParty }
    guard let file = measure.file(of: party) else { throw MeasureProblem.noFile(party) }
    guard file.signedAt == nil else { throw MeasureProblem.signed }
    return [.opined(party: party, text: try session.keep(text, for: measure.matter.keeper))]
  }
}

/// Signs the office's opinion: 会签. With the third signature it can be decided.
struct SignCase: MeasureVerb {
  let measure: String
  var action: MeasureAction { .sign }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard let party = MeasureRules.party(of: session.actor) else { throw MeasureProblem.notAParty }
    guard let file = measure.file(of: party) else { throw MeasureProblem.noFile(party) }
    guard file.opinion != nil else { throw MeasureProblem.noOpinion }
    guard file.signedAt == nil else { throw MeasureProblem.signed }
    return [.signed(party: party)]
  }
}

/// Decides a three-party case or a hard matter: a ruling, a duty list or a referral.
struct DecideMeasure: MeasureVerb {
  let measure: String
  let result: MeasureDecision.Result
  let unit: UnitID?
  let category: CategoryID?
  let text: String
  let demands: [Demand]
  var action: MeasureAction { .decide }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    if let obstacle = MeasureRules.obstacle(to: measure, by: session.actor) { throw obstacle }
    if result == .ruling, unit == nil { throw CaseworkProblem.field("unit", "裁定须写明承办单位。", "A ruling names the unit.") }
    if result == .dutyList, demands.isEmpty {
      throw CaseworkProblem.field("duties", "责任清单至少有一项。", "A duty list has at least one line.")
    }
    try session.check(([unit].compactMap { $0 }) + demands.map(\.unit), of: measure.matter.kind, field: "unit")
    let decision = MeasureDecision(
      result: result, unit: unit, category: category, text: try session.keep(text, for: measure.matter.keeper), at: session.now)
    return [.decided(decision: decision, duties: try session.duties(demands, measure.matter.kind, for: measure.matter.keeper))]
  }
}

/// A meeting on a hard matter: agenda and minutes. The clock then runs to the next regular one.
struct MeetOnMatter: MeasureVerb {
  let measure: String
  let at: Moment
  let units: [UnitID]
  let agenda: String
  let minutes: String
  let next: Limit?
  var action: MeasureAction { .meet }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard at <= session.now else { throw CaseworkProblem.field("at", "会议时间不能在将来。", "The meeting cannot lie in the future.") }
    let keeper = measure.matter.keeper
    let meeting = MatterMeeting(
      at: at, units: units, agenda: try session.keep(agenda, for: keeper), minutes: try session.keep(minutes, for: keeper))
    return [.met(meeting: meeting, clock: session.measureClock(.hardMatter, next, measure.matter.owner))]
  }
}

/// Looks again at what stands on the long-running list; the next look has its clock.
struct ReviewLongRunning: MeasureVerb {
  let measure: String
  let text: String
  let next: Limit?
  var action: MeasureAction { .review }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    [
      .reviewed(
        text: try session.keep(text, for: measure.matter.keeper), clock: session.measureClock(.longRunning, next, measure.matter.owner))
    ]
  }
}

/// What units called together agreed on: each part is a duty with a clock, and a task below the order where the table lets
/// this actor give one.
struct AgreeOnActions: MeasureVerb {
  let measure: String
  let text: String?
  let demands: [Demand]
  var action: MeasureAction { .agree }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard !demands.isEmpty else { throw CaseworkProblem.field("duties", "请写明各单位做什么。", "Say which unit does what.") }
    try session.check(demands.map(\.unit), of: .jointDispatch, field: "duties")
    var duties = try session.duties(demands, .jointDispatch, for: measure.matter.keeper)
    for index in duties.indices { duties[index].task = try task(for: demands[index], of: measure, session) }
    return [.agreed(text: try session.keepIfAny(text, for: measure.matter.keeper), duties: duties)]
  }

  private func task(for demand: Demand, of measure: Measure, _ session: LedgerSession) throws -> OrderID? {
    guard let id = measure.matter.orders.first else { return nil }
    let order = try session.load(Order.self, id.value)
    let sides = order.sides(of: session.actor, in: session.profile.units)
    let line = Order.lifecycle.line(order.state, .assist)
    guard demand.unit != order.unit, !order.isTask, line?.who.allows(session.actor, sides: sides) == true else { return nil }
    let task = try session.beginTask(under: order, role: .assisting, to: demand.unit, text: demand.text)
    try session.change(Order.self, id.value, .assist) { _ in [.assisted(task: task, to: demand.unit)] }
    return task
  }
}
