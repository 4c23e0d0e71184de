import CaseFile
import Casework
import Ledger
import Workdays

/// What a unit will be asked to do.
struct Demand: Sendable {
  var kind: Kind
  var category: CategoryID
  var urgency: Urgency
  var title: String
  var text: String
  var area: AreaID?
  var place: Place?
  var confidential: Bool?
  var answeredBy: AccountID?
}

/// Raises an order from an appeal: 立单. The transfer clock starts with the receipt.
struct RaiseOrder: Verb {
  let appeal: String
  let demand: Demand

  func perform(in session: LedgerSession) throws -> OrderReceipt {
    let appealID = try session.appealID(appeal)
    let id = try session.newID()
    try session.change(Appeal.self, appealID, .raiseOrder) { appeal in
      try raise(id, from: appeal, session)
      let participation = try session.join(appeal, to: OrderID(id), merged: false)
      return [.joined(order: OrderID(id), participation: participation, merged: false)]
    }
    let order = try session.load(Order.self, id)
    try session.tellCitizens(of: order, about: .raised, "您的诉求已受理并立单办理，工单号 \(order.matter.number)。")
    return OrderReceipt(order)
  }

  private func raise(_ id: Int64, from appeal: Appeal, _ session: LedgerSession) throws {
    let matter = try matter(id, of: appeal, session)
    let clocks = session.startClocks([.transfer], for: matter, unit: nil, from: session.now)
    try session.begin(Order.self, id, [.raised(matter: matter, state: .pendingDispatch, clocks: clocks)])
  }

  private func matter(_ id: Int64, of appeal: Appeal, _ session: LedgerSession) throws -> OrderMatter {
    let citizen = appeal.matter.citizen
    let confidential = appeal.matter.confidential || demand.confidential == true
    // Where a life is at risk nothing is less than critical.
    let urgency = appeal.matter.lifeRisk ? .critical : demand.urgency
    var matter = OrderMatter(
      number: session.number(for: id, mark: "W"), kind: demand.kind, category: demand.category, urgency: urgency,
      citizen: citizen, title: try session.keep(demand.title, for: citizen, confidential: confidential),
      text: try session.keep(demand.text, for: citizen, confidential: confidential), owner: session.actor.unit,
      confidential: confidential, profile: session.profile.version)
    matter.area = demand.area ?? appeal.matter.area
    matter.place = matter.confidential ? nil : (demand.place ?? appeal.matter.place)
    matter.answeredBy = demand.answeredBy
    matter.against = appeal.matter.against
    matter.praised = appeal.matter.praisedUnit
    matter.aboutAgent = appeal.matter.aboutAgent
    matter.aboutGroup = appeal.matter.aboutGroup
    return matter
  }
}
