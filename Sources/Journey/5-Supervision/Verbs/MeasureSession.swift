import CaseFile
import Casework
import Ledger
import Vault
import Workdays

/// What the verbs of measures share.
extension LedgerSession {
  func measureID(_ number: String) throws -> Int64 {
    guard let id = try sql.first("SELECT id FROM measures WHERE number = $1", [.text(number)], { $0.int(0) }) else {
      throw CaseworkProblem.unknown(what: Measure.noun, key: number)
    }
    return id
  }

  /// Duties with their clocks, by the calendar of each unit.
  func duties(_ demands: [Demand], _ kind: MeasureKind, for keeper: CitizenID) throws -> [Duty] {
    try demands.map { demand in
      Duty(unit: demand.unit, demand: try keep(demand.text, for: keeper), clock: measureClock(kind, demand.limit, demand.unit))
    }
  }

  func measureClock(_ kind: MeasureKind, _ limit: Limit?, _ unit: UnitID?) -> Clock {
    let limit = limit ?? profile.policy.measures.limit(of: kind)
    return Clock(.handling, ClockSetting(profile).deadline(limit, unit: unit, from: now))
  }

  /// The units exist; whoever supervises calls on units of the own scope only, but may turn to the unit above.
  func check(_ units: [UnitID], of kind: MeasureKind, field: String = "units") throws {
    for unit in units {
      guard profile.units.units[unit] != nil else {
        throw CaseworkProblem.field(field, "没有单位“\(unit)”。", "There is no unit “\(unit)”.")
      }
      let reaches = kind == .escalation || actor.standing == .system || profile.units.contains(unit, below: actor.scope)
      guard reaches else {
        throw CaseworkProblem.field(field, "“\(unit)”不在您的管辖范围内。", "“\(unit)” is outside your part of the organisation.")
      }
    }
  }

  /// An order that the actor may see.
  func visibleOrder(_ number: String) throws -> Order {
    let order = try load(Order.self, try orderID(number))
    guard !order.sides(of: actor, in: profile.units).isEmpty else { throw CaseworkProblem.order(number) }
    return order
  }

  /// Leaves its mark on an order: supervision where it is pressure and the table lets this actor, else a remark.
  func mark(_ order: Order, with measure: MeasureMatter, _ text: String?) throws {
    let sides = order.sides(of: actor, in: profile.units)
    let may = { (action: OrderAction) in
      Order.lifecycle.line(order.state, action)?.who.allows(self.actor, sides: sides) == true
    }
    if measure.kind.isPressure, may(.supervise) {
      try change(Order.self, order.id.value, .supervise) { order in
        [.supervised(cause: measure.kind.rawValue, text: try keepIfAny(text, for: order.matter.citizen))]
      }
    } else if may(.note) {
      try change(Order.self, order.id.value, .note) { order in
        [.noted(text: try keep("\(measure.kind.phrase.zh)：\(measure.number)", for: order.matter.citizen))]
      }
    }
  }
}

/// A verb about one measure, found by its number.
protocol MeasureVerb: Verb where Receipt == MeasureReceipt {
  var measure: String { get }
  var action: MeasureAction { get }
  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent]
}

extension MeasureVerb {
  func perform(in session: LedgerSession) throws -> MeasureReceipt {
    let id = try session.measureID(measure)
    let after = try session.change(Measure.self, id, action) { measure in
      guard measure.knows(action) else { throw MeasureProblem.notOfThisKind(action, measure.matter.kind) }
      return try decide(measure, session)
    }
    return MeasureReceipt(after)
  }
}

/// What the doer of a measure's verb is told.
struct MeasureReceipt: Codable, Sendable, Equatable {
  struct Called: Codable, Sendable, Equatable {
    let unit: UnitID
    let due: String
    let answered: Bool
  }

  let number: String
  let kind: MeasureKind
  let state: MeasureState
  let due: String?
  let duties: [Called]

  init(_ measure: Measure) {
    (number, kind, state) = (measure.matter.number, measure.matter.kind, measure.state)
    due = measure.nextClock?.deadline.at.iso8601
    duties = measure.duties.map { Called(unit: $0.unit, due: $0.clock.deadline.at.iso8601, answered: $0.isDone) }
  }
}
