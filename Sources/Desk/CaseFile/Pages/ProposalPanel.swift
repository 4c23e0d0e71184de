import Casework
import Profiles
import Web
import Workdays

/// Above the case while it waits for dispatch: to whom the catalogue sends it and why, accepted with one key.
struct ProposalPanel {
  let offer: OrderProposal
  let file: OrderFile
  let call: Call

  private var language: Language { call.language }
  private var proposal: Proposal { offer.proposal }
  private var profile: Profile { file.profile }

  func render() -> HTML {
    """
    <section class="panel proposal" id="proposal" aria-labelledby="proposal-title">
    <h2 id="proposal-title">\(Phrase("派单建议", "Where it should go"), language) \(confidence)</h2>
    <p class="reason">\(proposal.reason, language)</p>
    \(CasePieces(language: language, profile: profile).facts(facts))
    <div class="bar">\(accept)\(wrong)\(HTML.each(seats) { seat($0) })</div>
    \(putAway)
    \(precedents)
    </section>
    """
  }

  private var confidence: HTML {
    let state: Lamp.State =
      switch proposal.confidence {
      case .rule: .onTime
      case .precedent: .soon
      case .none: .quiet
      }
    return Lamp(state, proposal.confidence.phrase).render(language)
  }

  private var facts: [(Phrase, HTML?)] {
    guard let rule = proposal.rule else { return [] }
    let ruling = rule.ruling ?? profile.catalogue.ruling
    return [
      (
        Phrase("规则", "Rule"),
        "<a href=\"\(Paths.catalogueRule(rule.id))\">\(rule.id)</a> <span class=\"soft\">\(rule.origin.source.phrase, language)</span>"
      ),
      (Phrase("不得低于", "Not below"), rule.lowest.map { "\($0.phrase, language)" }),
      (Phrase("争议由谁裁定", "Disputes are ruled by"), ruling.map { "\(profile.units.name(of: $0), language)" }),
    ]
  }

  /// One button that dispatches as proposed.
  private var accept: HTML {
    guard let lead = proposal.lead, file.possible.contains(.dispatch) else { return .empty }
    let name = profile.units.name(of: lead)
    let label = Phrase("按建议派给\(name.zh)", "Dispatch to \(name.en) as proposed")
    let helpers = HTML.each(proposal.assist) { "<input type=\"hidden\" name=\"assist\" value=\"\($0.value)\">" }
    return form(Paths.orderAction(file.number, "dispatch"), unit: lead, helpers, label, style: "primary", key: "y")
  }

  /// One button that puts it away: the next best comes, and whoever keeps the catalogue sees it.
  private var wrong: HTML {
    guard let lead = proposal.lead, file.possible.contains(.dispatch) else { return .empty }
    let label = Phrase("建议有误，换下一个", "Wrong: the next best")
    return form(Paths.orderAction(file.number, "declined-proposals"), unit: lead, .empty, label, style: "secondary", key: "n")
  }

  private var putAway: HTML {
    when(!offer.declined.isEmpty && file.possible.contains(.dispatch)) {
      let back = Phrase("放回", "Put back")
      let items = HTML.each(offer.declined) { unit in
        let name = profile.units.name(of: unit)
        let more: HTML = "<input type=\"hidden\" name=\"back\" value=\"true\">"
        let label = Phrase("\(back.zh)：\(name.zh)", "\(back.en): \(name.en)")
        return form(Paths.orderAction(file.number, "declined-proposals"), unit: unit, more, label, style: "quiet", key: nil)
      }
      return "<div class=\"bar put-away\"><span class=\"soft\">\(Phrase("已放到一边", "Put away"), language)</span>\(items)</div>"
    }
  }

  private var seats: [DutySeat] { profile.dutySeats(of: call.actor) }

  private func seat(_ seat: DutySeat) -> HTML {
    let name = profile.units.name(of: seat.unit)
    let label = Phrase("\(seat.name.zh)：直接派给\(name.zh)", "\(seat.name.en): straight to \(name.en)")
    return form(Paths.orderAction(file.number, "direct-dispatch"), unit: seat.unit, .empty, label, style: "secondary", key: nil)
  }

  private func form(_ path: String, unit: UnitID, _ more: HTML, _ label: Phrase, style: String, key: String?) -> HTML {
    """
    <form class="one" method="post" action="\(path)#proposal">\(ActionForm.token(call.visitor))\
    <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">\
    <input type="hidden" name="unit" value="\(unit.value)">\(more)\
    <input type="hidden" name="\(Field.seen.name)" value="\(file.version)">\
    <button class="\(style)"\(attribute: "data-key", key)>\(label, language)\
    \(when(key) { " <kbd>\($0.uppercased())</kbd>" })</button></form>
    """
  }

  private var precedents: HTML {
    when(!offer.precedents.isEmpty) {
      let items = HTML.each(offer.precedents) { precedent -> HTML in
        let way = precedent.upheld ? Phrase("改派", "moved to") : Phrase("维持", "kept by")
        let place = precedent.area.map { profile.area($0)?.name ?? Phrase($0.value, $0.value) }
        return """
          <li><a class="number" href="\(Paths.order(precedent.order))">\(precedent.order)</a> \(way, language) \
          \(profile.units.name(of: precedent.unit), language) <span class="soft">\(place, language) \(precedent.at.day, language)</span></li>
          """
      }
      return "<h3>\(Phrase("同类裁定", "Rulings in the like matter"), language)</h3><ul class=\"links\">\(items)</ul>"
    }
  }
}
