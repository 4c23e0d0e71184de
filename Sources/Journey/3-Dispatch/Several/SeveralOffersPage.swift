import CaseFile
import Casework
import Search
import Web
import Workdays

/// An order that waits, with the unit that the catalogue proposes.
struct DispatchOffer: Sendable {
  let glance: OrderGlance
  let version: Int64
  let proposal: Proposal
}

/// Several orders with the units that are proposed for them and why; what is ticked is dispatched with one key.
struct SeveralOffersPage {
  let offers: [DispatchOffer]
  let profile: Profile
  let call: Call

  private var language: Language { call.language }

  func render() -> HTML {
    let title = Phrase("批量派单", "Dispatch several")
    let empty = EmptyState.render(
      Phrase("没有待派的工单。", "Nothing waits for dispatch."), link: (Paths.home, Phrase("回到工作台", "Back to the desk")), language: language)
    let body: HTML = """
      <h1>\(title, language)</h1>
      <p class="soft">\(Phrase("有规则可依的已勾选；请核对理由后派出，没有建议的逐件派单。", """
        Where a rule says so it is ticked; read the reasons, then dispatch. What has no proposal is dispatched one by one.
        """), language)</p>
      \(offers.isEmpty ? empty : form)
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.desk(Role.dispatcher.rawValue), body: body)
  }

  private var form: HTML {
    let heads = [Phrase("事项", "Matter"), Phrase("建议派往", "Proposed unit"), Phrase("理由", "Reason"), Phrase("把握", "Confidence")]
    let label = Phrase("派出勾选的工单", "Dispatch the ticked orders")
    return """
      <form class="several" method="post" action="\(Paths.dispatchSeveral)">\(ActionForm.token(call.visitor))\
      <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">
      <div class="several-bar"><label class="all"><input type="checkbox" data-ticks> \(Phrase("全选", "All"), language)</label>
      <button class="primary" data-key="b">\(label, language) <kbd>B</kbd></button></div>
      <table class="queue offers"><caption>\(Phrase("待派工单和建议", "Orders and proposals"), language)</caption>
      <thead><tr><th scope="col" class="tick"><span class="visually-hidden">\(Phrase("勾选", "Tick"), language)</span></th>\
      \(HTML.each(heads) { "<th scope=\"col\">\($0, language)</th>" })</tr></thead>
      <tbody>\(HTML.each(offers.enumerated()) { row($0, $1) })</tbody></table></form>
      """
  }

  private func row(_ index: Int, _ offer: DispatchOffer) -> HTML {
    let (glance, proposal) = (offer.glance, offer.proposal)
    let unit = when(proposal.lead) { (lead: UnitID) -> HTML in
      let helpers = proposal.assist.map { profile.units.name(of: $0)[language] }.joined(separator: "、")
      return """
        <b>\(profile.units.name(of: lead), language)</b>\
        \(when(!helpers.isEmpty) { "<br><span class=\"soft\">\(Phrase("协办", "With"), language) \(helpers)</span>" })
        """
    }
    let alone: HTML = "<a href=\"\(Paths.order(glance.number))\">\(Phrase("逐件派单", "Dispatch by hand"), language)</a>"
    return """
      <tr><td class="tick">\(inputs(index, offer))</td>
      <td class="matter"><a href="\(Paths.order(glance.number))">\(glance.title.isEmpty ? glance.number : glance.title)</a>\
      <span class="soft"><span class="number">\(glance.number)</span> \(glance.place)</span></td>
      <td>\(proposal.lead == nil ? alone : unit)</td><td>\(proposal.reason, language)</td><td>\(confidence(proposal))</td></tr>
      """
  }

  /// What is ticked goes to the unit that stands beside it, and only if nobody has changed the order since.
  private func inputs(_ index: Int, _ offer: DispatchOffer) -> HTML {
    guard let lead = offer.proposal.lead else { return "" }
    let (number, name) = (offer.glance.number, "orders.\(index)")
    let helpers = HTML.each(offer.proposal.assist) { "<input type=\"hidden\" name=\"\(name).assist\" value=\"\($0.value)\">" }
    return """
      <input type="checkbox" name="\(name).order" value="\(number)" aria-label="\(number)"\
      \(attribute: "checked", if: offer.proposal.confidence == .rule)>\
      <input type="hidden" name="\(name).unit" value="\(lead.value)">\(helpers)\
      <input type="hidden" name="\(name).\(Field.seen.name)" value="\(offer.version)">
      """
  }

  private func confidence(_ proposal: Proposal) -> HTML {
    let state: Lamp.State =
      switch proposal.confidence {
      case .rule: .onTime
      case .precedent: .soon
      case .none: .quiet
      }
    return Lamp(state, proposal.confidence.phrase).render(language)
  }
}
