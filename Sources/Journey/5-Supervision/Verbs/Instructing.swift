import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// The leader writes what is to be done and by whom: 批示. Each unit's part becomes a duty with a clock.
struct InstructMeasure: MeasureVerb {
  let measure: String
  let text: String
  let demands: [Demand]
  var action: MeasureAction { .instruct }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    if let leader = measure.matter.leader, leader != session.actor.account {
      throw CaseworkProblem.conflict(Phrase("此件呈 \(leader) 批示。", "This was put before \(leader)."))
    }
    try session.check(demands.map(\.unit), of: .submission, field: "duties")
    return [
      .instructed(
        text: try session.keep(text, for: measure.matter.keeper),
        duties: try session.duties(demands, .submission, for: measure.matter.keeper))
    ]
  }
}

/// The leader instructs on an order: on what was put before the leader about it, or out of the leader's own reading.
struct InstructOrder: Verb {
  let order: String
  let text: String
  let demands: [Demand]

  func perform(in session: LedgerSession) throws -> MeasureReceipt {
    let order = try session.visibleOrder(order)
    let waiting = try MeasureQuery.submission(of: order.id, session.sql)
    let number = try waiting ?? own(order, session)
    return try InstructMeasure(measure: number, text: text, demands: demands).perform(in: session)
  }

  /// A leader who reads an order needs nobody to put it before them; the measure is the system's record of it.
  private func own(_ order: Order, _ session: LedgerSession) throws -> String {
    let opening = OpenMeasure(kind: .submission, orders: [order.matter.number], text: "领导阅办。", leader: session.actor.account)
    return try opening.open(in: session).matter.number
  }
}

/// A leader lets the criticism be published among the staff; its units answer how they mend it.
struct ApproveCriticism: MeasureVerb {
  let measure: String
  let text: String?
  var action: MeasureAction { .approve }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    let demands = measure.matter.units.map {
      Demand(unit: $0, text: Demand.usual(.criticism, measure.matter.cause), limit: nil)
    }
    return [
      .approved(
        text: try session.keepIfAny(text, for: measure.matter.keeper),
        duties: try session.duties(demands, .criticism, for: measure.matter.keeper))
    ]
  }
}

struct RefuseCriticism: MeasureVerb {
  let measure: String
  let text: String
  var action: MeasureAction { .refuse }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    [.refused(text: try session.keep(text, for: measure.matter.keeper))]
  }
}

/// What was found on site, and what follows for which unit.
struct InspectOnSite: MeasureVerb {
  let measure: String
  let at: Moment
  let place: Place?
  let text: String
  let confirmed: Bool
  let demands: [Demand]
  var action: MeasureAction { .inspect }

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    guard at <= session.now else {
      throw CaseworkProblem.field("at", "督察时间不能在将来。", "The inspection cannot lie in the future.")
    }
    try session.check(demands.map(\.unit), of: .inspection, field: "duties")
    let finding = Finding(
      at: at, place: place ?? measure.matter.place, text: try session.keep(text, for: measure.matter.keeper), confirmed: confirmed)
    return [.inspected(finding: finding, duties: try session.duties(demands, .inspection, for: measure.matter.keeper))]
  }
}

/// Photographs from the place.
struct AttachToMeasure: MeasureVerb {
  let measure: String
  let pictures: [Upload]
  var action: MeasureAction { .attach }
  static let most = 30

  func decide(_ measure: Measure, _ session: LedgerSession) throws -> [MeasureEvent] {
    let full = Phrase("最多 \(Self.most) 张照片。", "At most \(Self.most) photographs.")
    let kept = try session.keep(pictures, beside: measure.photographs.count, most: Self.most, full: full, for: measure.matter.keeper)
    return kept.map { .attached(file: $0) }
  }
}
