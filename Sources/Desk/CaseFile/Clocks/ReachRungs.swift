import Casework
import Ledger
import Workdays

/// Does what the rungs say that an order's clocks have come to. Decided on the order as it stands inside the transaction:
/// whoever comes second finds nothing due.
struct ReachRungs: Verb {
  let order: Int64

  /// How many rungs.
  func perform(in session: LedgerSession) throws -> Int {
    var reached: [Due] = []
    let after = try session.change(Order.self, order, .reachRung) { order in
      reached = Self.due(order, at: session.now)
      return Self.events(reached, order)
    }
    for due in reached { try tell(due, after, session) }
    return reached.count
  }

  private struct Due {
    let clock: ClockKind
    let rung: SetRung
  }

  private static func due(_ order: Order, at now: Moment) -> [Due] {
    let all = order.clocks.flatMap { clock in clock.dueRungs(at: now).map { Due(clock: clock.kind, rung: $0) } }
    return all.enumerated().sorted { ($0.element.rung.at, $0.offset) < ($1.element.rung.at, $1.offset) }.map(\.element)
  }

  private static func events(_ reached: [Due], _ order: Order) -> [OrderEvent] {
    var signed = order.state != .pendingSignature
    return reached.flatMap { due -> [OrderEvent] in
      let mark = OrderEvent.rungReached(clock: due.clock, rung: due.rung.code, what: due.rung.what, to: due.rung.to, due: due.rung.at)
      switch due.rung.what {
      case .autoSign where !signed:
        signed = true
        return [.signedByClock]
      case .urge: return [mark, .urged(text: nil)]
      default: return [mark]
      }
    }
  }

  private func tell(_ due: Due, _ order: Order, _ session: LedgerSession) throws {
    let to = due.rung.to.flatMap { Recipients.of($0, order, session.profile.units) }
    // What somebody must hear of and nobody would is told all the same: the administrator is named it.
    guard !to.isEmpty || [.alert, .notice, .escalate].contains(due.rung.what) else { return }
    let alert = StaffAlert(
      order: order.id, number: order.matter.number, clock: due.clock, what: due.rung.what, urgency: order.matter.urgency, to: to,
      due: due.rung.at)
    try session.tell(StaffAlert.topic, alert)
  }
}

/// Something that colleagues must hear of at once.
public struct StaffAlert: Codable, Sendable, Equatable {
  public static let topic = "alert"
  public let order: OrderID
  public let number: String
  public let clock: ClockKind
  public let what: Rung.What
  public let urgency: Urgency
  public let to: [Recipient]
  public let due: Moment

  public init(
    order: OrderID, number: String, clock: ClockKind, what: Rung.What, urgency: Urgency, to: [Recipient], due: Moment
  ) {
    (self.order, self.number, self.clock, self.what) = (order, number, clock, what)
    (self.urgency, self.to, self.due) = (urgency, to, due)
  }

  /// Everybody of a role at a unit.
  public struct Recipient: Codable, Sendable, Hashable {
    public let role: Role
    public let unit: UnitID

    public init(_ role: Role, at unit: UnitID) {
      self.role = role
      self.unit = unit
    }
  }
}

/// Who an audience is, for one order.
enum Recipients {
  static func of(_ audience: Rung.Audience, _ order: Order, _ units: Organisation) -> [StaffAlert.Recipient] {
    let owner = order.matter.owner
    switch audience {
    case .unit: return order.unit.map { [.init(.officer, at: $0)] } ?? []
    case .above:
      guard let above = order.unit.flatMap({ units.units[$0]?.parent }), above != units.root else {
        return [.init(.dispatcher, at: owner)]
      }
      return [.init(.officer, at: above), .init(.intake, at: above)]
    case .dispatcher: return [.init(.dispatcher, at: owner)]
    case .supervisor: return [.init(.supervisor, at: owner)]
    case .shiftLeader: return [.init(.shiftLeader, at: owner)]
    case .leader: return [.init(.leader, at: units.root)]
    }
  }
}
