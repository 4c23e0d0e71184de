import Casework
import Ledger
import Vault
import Workdays

/// An order as a test wants it.
struct TestOrder: Sendable {
  var title: String
  var text = "市民反映的情况"
  var owner: UnitID = "hotline"
  var unit: UnitID?
  var state = OrderState.pendingDispatch
  var category: CategoryID = "城乡建设/路灯"
  var area: AreaID?
  var address: String?
  var confidential = false
  var caller = Identity(name: "王小明", phone: "13812345678")
  var role = OrderRole.main
  /// Milliseconds after the morning at which the handling clock ends.
  var due: Int?
  var reply: String?
  var supervised = false
  var aboutAgent: AccountID?
  var aboutGroup: String?

  init(_ title: String, unit: UnitID? = nil, _ state: OrderState? = nil, owner: UnitID = "hotline", due: Int? = nil) {
    self.title = title
    self.unit = unit
    self.owner = owner
    self.due = due
    self.state = state ?? (unit == nil ? .pendingDispatch : .handling)
  }
}

/// Brings an order into the books in any state, by the events that lead there.
struct RaiseForTest: Verb {
  let spec: TestOrder

  func perform(in session: LedgerSession) throws -> OrderReceipt {
    let citizen = try session.newID()
    try session.vault.enrol(spec.caller, id: citizen, at: 0)
    let id = try session.newID()
    let owner = CitizenID(citizen)
    var matter = OrderMatter(
      number: session.number(for: id, mark: "W"), kind: .complaint, category: spec.category, urgency: .normal, citizen: owner,
      title: try session.keep(spec.title, for: owner), text: try session.keep(spec.text, for: owner), owner: spec.owner,
      role: spec.role, confidential: spec.confidential)
    matter.area = spec.area
    matter.place = spec.address.map { Place(address: $0) }
    (matter.aboutAgent, matter.aboutGroup) = (spec.aboutAgent, spec.aboutGroup)
    var events: [OrderEvent] = [.raised(matter: matter, state: .pendingDispatch, clocks: clocks(session))]
    if let unit = spec.unit { events += try path(unit, session, owner) }
    if spec.supervised { events.append(.supervised(cause: "test", text: nil)) }
    return OrderReceipt(try session.begin(Order.self, id, events))
  }

  private func clocks(_ session: LedgerSession) -> [Clock] {
    guard let due = spec.due else { return [] }
    let calendar = session.profile.calendar
    return [Clock(.transfer, calendar.provisionalDeadline(from: session.now, limit: .minutes(due)))]
  }

  private func path(_ unit: UnitID, _ session: LedgerSession, _ citizen: CitizenID) throws -> [OrderEvent] {
    let dispatched = OrderEvent.dispatched(to: unit, note: nil, clocks: spec.due == nil ? [] : [handling(session)])
    switch spec.state {
    case .pendingSignature: return [dispatched]
    case .disputed:
      let basis = try session.keep("不属于我单位职责", for: citizen)
      return [
        dispatched, .returned(reason: "not-ours", basis: basis, clocks: []),
        .ruled(decision: .dispute, to: nil, lock: false, note: nil, state: .disputed, clocks: []),
      ]
    case .review, .closed:
      let reply = try session.keep(spec.reply ?? "已处理", for: citizen)
      let feedback = Feedback(outcome: .solved, reply: reply, note: nil, contact: nil, fields: [:])
      let end: [OrderEvent] = spec.state == .review ? [] : [.reviewed(passed: true, reason: nil, state: .closed, callbacks: 0, clocks: [])]
      return [dispatched, .signed, .fedBack(feedback: feedback)] + end
    default: return [dispatched, .signed]
    }
  }

  private func handling(_ session: LedgerSession) -> Clock {
    Clock(.handling, session.profile.calendar.provisionalDeadline(from: session.now, limit: .minutes(spec.due ?? 0)))
  }
}

/// An appeal as a test wants it.
struct TestAppeal: Sendable {
  var text: String
  var intake: UnitID = "hotline"
  var channel = Channel.phone
  var kind: Kind?
  var aboutAgent: AccountID?
  var aboutGroup: String?
  var confidential = false
  var caller = Identity(name: "李大山", phone: "13900001111")

  init(_ text: String, intake: UnitID = "hotline", channel: Channel = .phone) {
    self.text = text
    self.intake = intake
    self.channel = channel
  }
}

struct RecordForTest: Verb {
  let spec: TestAppeal

  func perform(in session: LedgerSession) throws -> AppealReceipt {
    let citizen = try session.newID()
    try session.vault.enrol(spec.caller, id: citizen, at: 0)
    let id = try session.newID()
    var matter = AppealMatter(
      number: session.number(for: id), channel: spec.channel, receivedAt: session.now, citizen: CitizenID(citizen),
      text: try session.keep(spec.text, for: CitizenID(citizen)), intake: spec.intake)
    matter.kind = spec.kind
    matter.aboutAgent = spec.aboutAgent
    matter.aboutGroup = spec.aboutGroup
    matter.confidential = spec.confidential
    return AppealReceipt(try session.begin(Appeal.self, id, [.recorded(matter: matter)]))
  }
}

/// Sends an order to the township of the east.
struct DispatchForTest: Verb {
  let order: OrderID

  func perform(in session: LedgerSession) throws -> OrderReceipt {
    OrderReceipt(try session.change(Order.self, order.value, .dispatch) { _ in [.dispatched(to: "east-town", note: nil, clocks: [])] })
  }
}
