import CaseFile
import Casework
import Ledger
import Workdays

/// Gives it to the police, the fire brigade, the ambulance at once; a shadow order keeps our side of the record: 移交.
struct HandOverAppeal: AppealVerb {
  let appeal: String
  let line: String
  let note: String?
  /// Who took it there, and their number for it, where they say.
  var takenBy: String?
  var reference: String?
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
    var events: [OrderEvent] = [.raised(matter: matter, state: .handedOver, clocks: [])]
    if takenBy != nil || reference != nil {
      let taken = HandoverReport(
        at: session.now, reference: reference, takenBy: try session.keepIfAny(takenBy, for: citizen), text: nil, ended: false)
      events.append(.handoverReported(report: taken))
    }
    try session.begin(Order.self, id, events)
    return [.handedOver(line: line, order: OrderID(id), note: try session.keepIfAny(note, for: citizen))]
  }
}

/// The emergency line took it, or says what became of it: 登记移交反馈. Stands on the shadow order, and the appeal is told.
struct ReportHandover: OrderVerb {
  let order: String
  let reference: String?
  let takenBy: String?
  let text: String
  let at: Moment
  let ended: Bool
  let seen: Int?
  var action: OrderAction { .reportHandover }

  func decide(_ order: Order, _ session: LedgerSession) throws -> [OrderEvent] {
    guard at <= session.now, at >= order.raisedAt else {
      throw CaseworkProblem.field("at", "时间须在移交之后、现在之前。", "The time lies between the hand-over and now.")
    }
    let citizen = order.matter.citizen
    let words = try session.keep(text, for: citizen)
    let report = HandoverReport(
      at: at, reference: reference, takenBy: try session.keepIfAny(takenBy, for: citizen), text: words, ended: ended)
    for appeal in try appeals(of: order, session) {
      try session.change(Appeal.self, appeal.value, .hearHandover, standing: [.viewer]) { _ in
        [.handoverHeard(order: order.id, reference: reference, text: words, ended: ended)]
      }
    }
    return [.handoverReported(report: report)]
  }

  private func appeals(of order: Order, _ session: LedgerSession) throws -> [AppealID] {
    try session.sql.query(
      "SELECT id FROM appeals WHERE citizen = $1 AND state = 'handed-over'", [.int(order.matter.citizen.value)]
    ) { $0.int(0) }.map { try session.load(Appeal.self, $0) }.filter { $0.orders.contains(order.id) }.map(\.id)
  }
}
