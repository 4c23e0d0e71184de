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
    var matter = OrderMatter(
      number: session.number(for: id, mark: "W"), kind: demand.kind, category: demand.category, urgency: demand.urgency,
      citizen: citizen, title: try session.keep(demand.title, for: citizen), text: try session.keep(demand.text, for: citizen),
      owner: session.actor.unit, confidential: demand.confidential ?? appeal.matter.confidential, profile: session.profile.version)
    if appeal.matter.confidential { matter.confidential = true }
    matter.area = demand.area ?? appeal.matter.area
    matter.place = matter.confidential ? nil : (demand.place ?? appeal.matter.place)
    matter.against = appeal.matter.against
    matter.praised = appeal.matter.praisedUnit
    matter.aboutAgent = appeal.matter.aboutAgent
    matter.aboutGroup = appeal.matter.aboutGroup
    return matter
  }
}

/// Gives it to the police, the fire brigade, the ambulance at once; a shadow order keeps our side of the record: 移交.
struct HandOverAppeal: AppealVerb {
  let appeal: String
  let line: String
  let note: String?
  var action: AppealAction { .handOver }

  func decide(_ appeal: Appeal, _ session: LedgerSession) throws -> [AppealEvent] {
    guard let emergency = session.profile.policy.emergencyLines.first(where: { $0.number == line }) else {
      let known = session.profile.policy.emergencyLines.map(\.number).joined(separator: ", ")
      throw CaseworkProblem.field("line", "没有这条紧急热线；可用：\(known)", "No such emergency line; use one of: \(known)")
    }
    let id = try session.newID()
    let citizen = appeal.matter.citizen
    let title = try session.keep("移交\(emergency.name.zh)（\(line)）", for: citizen)
    var matter = OrderMatter(
      number: session.number(for: id, mark: "S"), kind: appeal.matter.kind ?? .help,
      category: appeal.matter.category ?? CategoryID("紧急移交"), urgency: .critical, citizen: citizen, title: title,
      text: appeal.matter.text, owner: session.actor.unit, role: .shadow, confidential: appeal.matter.confidential,
      profile: session.profile.version)
    matter.area = appeal.matter.area
    matter.place = appeal.matter.place
    matter.emergencyLine = line
    (matter.aboutAgent, matter.aboutGroup) = (appeal.matter.aboutAgent, appeal.matter.aboutGroup)
    try session.begin(Order.self, id, [.raised(matter: matter, state: .handedOver, clocks: [])])
    return [.handedOver(line: line, order: OrderID(id), note: try session.keepIfAny(note, for: citizen))]
  }
}
