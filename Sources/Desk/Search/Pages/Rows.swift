import CaseFile
import Casework
import Web
import Workdays

/// Makes rows of a queue.
struct Rows: Sendable {
  let profile: Profile
  let now: Moment
  let language: Language

  func row(_ order: OrderGlance) -> QueueRow {
    let holder = profile.units.name(of: order.unit ?? order.owner)[language]
    return QueueRow(
      number: order.number, path: Paths.order(order.number), matter: order.heading,
      place: place(order.place, order.area), lamps: lamps(order), holder: holder, since: order.dispatchedAt ?? order.raisedAt,
      now: now, state: order.state.phrase)
  }

  /// A unit's row, which is a card on a phone: calling the citizen is one press away.
  func card(_ order: OrderGlance) -> QueueRow {
    var row = row(order)
    // What a phone tells of itself is what satellites say.
    row.spot = order.point.map { ($0.satellite.rounded.latitude, $0.satellite.rounded.longitude) }
    let callable: Set<OrderState> = [.pendingSignature, .handling, .continuedReport]
    if !order.isConfidential, order.role == .main, callable.contains(order.state) {
      row.first = ("\(Paths.order(order.number))#call", Phrase("联系市民", "Call the citizen"))
    }
    return row
  }

  func row(_ appeal: AppealGlance) -> QueueRow {
    var lamps: [Lamp] = []
    if appeal.lifeRisk { lamps.append(Lamp(.late, Phrase("有生命危险", "Life at risk"))) }
    if appeal.time > 1 { lamps.append(Lamp(.soon, Phrase("第 \(appeal.time) 次反映", "Time \(appeal.time) of the same"))) }
    if appeal.isConfidential { lamps.append(.confidential) }
    lamps.append(Lamp(.quiet, appeal.channel.phrase))
    return QueueRow(
      number: appeal.number, path: Paths.appeal(appeal.number), matter: appeal.title.isEmpty ? appeal.number : appeal.title,
      place: place(appeal.place, appeal.area), lamps: lamps, holder: profile.units.name(of: appeal.intake)[language],
      since: appeal.receivedAt, now: now, state: appeal.state.phrase)
  }

  private func place(_ address: String?, _ area: AreaID?) -> String? {
    address ?? area.map { profile.area($0)?.name[language] ?? $0.value }
  }

  private func lamps(_ order: OrderGlance) -> [Lamp] {
    var lamps: [Lamp] = []
    if let remaining = order.remaining(profile, at: now) { lamps.append(remaining) }
    if let card = order.card { lamps.append(.card(card)) }
    if order.supervisions > 0 { lamps.append(.supervised) }
    if order.answeredBy != nil { lamps.append(.leadersCall()) }
    if let urgent = Lamp.urgency(order.urgency) { lamps.append(urgent) }
    if order.isConfidential { lamps.append(.confidential) }
    return lamps
  }
}
