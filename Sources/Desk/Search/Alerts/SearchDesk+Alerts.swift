import CaseFile
import Casework
import Ledger
import Web
import Workdays

/// What the clocks have to say to the person, and that it was seen.
extension SearchDesk {
  var alerting: [Endpoint] {
    [
      .get("alerts", .signedIn, Phrase("提醒", "Alerts"), answers: .page(of: .deskAlert), handle: listAlerts),
      .post("alerts/{id}/acknowledgement", .signedIn, Phrase("知道了", "Seen"), answers: .open, handle: acknowledge),
    ]
  }

  func alerts(on role: Role, for actor: Actor, at now: Moment) async throws -> [DeskAlert] {
    let reach = OrderReach.of(actor, in: ledger.profile().units)
    return try await ledger.look { sql, vault in try DeskAlerts.waiting(for: actor, on: role, reach, at: now, sql, vault) }
  }

  @Sendable private func listAlerts(_ call: Call) async throws -> Answer {
    var items: [JSONValue] = []
    for role in Role.allCases.filter(call.actor.has) {
      items += try await alerts(on: role, for: call.actor, at: call.now).map { $0.json(role) }
    }
    return .ok(.members(("items", .list(items))))
  }

  @Sendable private func acknowledge(_ call: Call) async throws -> Answer {
    guard let id = Int64(call.parameter("id")) else {
      throw CaseworkProblem.unknown(what: Phrase("提醒", "alert"), key: call.parameter("id"))
    }
    let desk = try await ledger.perform(AcknowledgeAlert(id: id), for: call, part: String(id))
    return .ok(.object([]), at: Paths.desk(desk))
  }
}

extension DeskAlert {
  func json(_ role: Role) -> JSONValue {
    .members(
      ("id", .whole(id)), ("desk", .text(role.rawValue)), ("order", .text(number)), ("title", .text(title)),
      ("clock", .text(clock.rawValue)), ("what", .text(what.rawValue)), ("at", .text(at.iso8601)), ("lacking", .optional(lacking?.value)))
  }
}

extension AnswerShape {
  static let deskAlert = AnswerShape.object(
    "DeskAlert",
    [
      .init("id", .whole), .init("desk", .choice(Role.allCases.map(\.rawValue))), .init("order", .text), .init("title", .text),
      .init("clock", .choice(ClockKind.allCases.map(\.rawValue))), .init("what", .choice(Rung.What.allCases.map(\.rawValue))),
      .init("at", .moment), .maybe("lacking", .text),
    ])
}

/// The strip above a desk: what the clocks have to say, the newest first, seen with one key.
struct AlertStrip {
  let alerts: [DeskAlert]
  let profile: Profile
  let call: Call

  private static let shown = 5
  private var language: Language { call.language }

  func render() -> HTML {
    guard !alerts.isEmpty else { return "" }
    let more = alerts.count - Self.shown
    let count = alerts.count >= DeskAlerts.most ? "\(DeskAlerts.most)+" : String(alerts.count)
    return """
      <section class="inbox" aria-labelledby="inbox"><h2 id="inbox">\(Phrase("提醒", "Alerts"), language) <span class="count">\(count)</span></h2>
      <ul>\(HTML.each(alerts.prefix(Self.shown).enumerated()) { item($1, isFirst: $0 == 0) })</ul>
      \(when(more > 0) { "<p class=\"soft\">\(Phrase("另有 \(more) 条", "\(more) more"), language)</p>" })</section>
      """
  }

  private func item(_ alert: DeskAlert, isFirst: Bool) -> HTML {
    let grave: Set<Rung.What> = [.alert, .redCard, .escalate, .notice, .publish]
    let (clock, what) = (alert.clock.phrase, alert.what.phrase)
    let lamp = Lamp(grave.contains(alert.what) ? .late : .soon, Phrase("\(what.zh)：\(clock.zh)", "\(what.en): \(clock.en)"))
    return """
      <li>\(lamp.render(language)) \(matter(alert)) <span class="when">\(brief: alert.at, at: call.now, language)</span>\
      <form class="one" method="post" action="\(Paths.alert(alert.id))">\(ActionForm.token(call.visitor))\
      <button class="quiet"\(attribute: "data-key", isFirst ? "a" : nil)>\(Phrase("知道了", "Seen"), language)\
      \(when(isFirst) { " <kbd>A</kbd>" })</button></form></li>
      """
  }

  /// The administrator hears of the unit, and nothing of the case but its number.
  private func matter(_ alert: DeskAlert) -> HTML {
    guard let unit = alert.lacking else {
      let title = alert.title.isEmpty ? alert.number : alert.title
      return "<a href=\"\(Paths.order(alert.number))\">\(title)</a> <span class=\"number soft\">\(alert.number)</span>"
    }
    let name = profile.units.name(of: unit)
    let words = Phrase("在\(name.zh)无人接收，请为该单位开设账户。", "Nobody at \(name.en) hears of it; open an account there.")
    return """
      <span class="number">\(alert.number)</span> \(words, language) <a href="\(Paths.accounts)">\(Phrase("账户", "Accounts"), language)</a>
      """
  }
}
