import CaseFile
import Casework
import Ledger
import Workdays

/// Opens by itself what a rung of the ladder says: the formal notice, the escalation, the criticism that a leader approves.
public struct RungMeasures: Sendable {
  private let ledger: Ledger

  public init(ledger: Ledger) { self.ledger = ledger }

  /// A channel of the courier. What runs already is not opened twice, so a message that comes again does no harm.
  public func take(_ alert: StaffAlert) async throws {
    guard let kind = Self.kind(of: alert.what) else { return }
    _ = try await ledger.perform(OpenByRung(order: alert.order, kind: kind), as: .system)
  }

  private static func kind(of what: Rung.What) -> MeasureKind? {
    switch what {
    case .notice: .notice
    case .escalate: .escalation
    case .publish: .criticism
    case .autoSign, .yellowCard, .redCard, .urge, .alert: nil
    }
  }
}

/// Opens one measure on an order for being late, as the system.
struct OpenByRung: Verb {
  let order: OrderID
  let kind: MeasureKind

  /// - Returns: its number; empty where one of the kind is running or nobody has the order.
  func perform(in session: LedgerSession) throws -> String {
    if kind == .notice { return try OpenNotice(order: order).perform(in: session) }
    let order = try session.load(Order.self, order.value)
    guard OrderState.open.contains(order.state), let unit = order.unit, try MeasureQuery.running(kind, of: order.id, session.sql).isEmpty
    else {
      return ""
    }
    let above = session.profile.units.units[unit]?.parent
    guard kind != .escalation || above != nil else { return "" }
    // A criticism is only a draft until a leader approves it, and its unit must not read of it on the order.
    let measure = OpenMeasure(
      kind: kind, orders: [order.matter.number], units: kind == .escalation ? [] : [unit], cause: .overdue, marksOrders: kind != .criticism)
    return try measure.open(in: session).matter.number
  }
}
