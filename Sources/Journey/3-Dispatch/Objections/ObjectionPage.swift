import Casework
import Profiles
import Web
import Workdays

/// Contested orders one below the other: the objection, what was said before, what the catalogue and precedents say, the ruling.
struct ObjectionPage {
  let profile: Profile
  let call: Call
  let ruling: Endpoint?

  private var language: Language { call.language }

  func render(_ page: ObjectionList.Page) -> HTML {
    let title = Phrase("退单裁定", "Objections to rule on")
    let state = call.query.optionalText("state")
    let tabs = [
      Tabs.Tab(Paths.objections, Phrase("全部", "All"), isCurrent: state == nil),
      tab(.objection, state), tab(.disputed, state),
    ]
    let empty = EmptyState.render(
      Phrase("现在没有待裁定的退单。", "No objection waits for a ruling."),
      then: Phrase("单位退单后，连同理由和依据列在这里。", "When a unit returns an order it is listed here with reason and basis."), language: language)
    let path = state.map { "\(Paths.objections)?state=\($0)&" } ?? "\(Paths.objections)?"
    let body: HTML = """
      <header class="page-head"><h1>\(title, language)</h1>\(precedents)</header>
      \(Tabs.render(tabs, language: language))
      \(page.items.isEmpty ? empty : HTML.each(page.items) { card($0) })
      \(Pager.render(next: page.next.map { "\(path)after=\($0)" }, language: language))
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.objections, body: body)
  }

  private func tab(_ state: OrderState, _ current: String?) -> Tabs.Tab {
    Tabs.Tab("\(Paths.objections)?state=\(state.rawValue)", state.phrase, isCurrent: current == state.rawValue)
  }

  private var precedents: HTML {
    when(CatalogueDesk.editors.admits(call.actor)) {
      "<a class=\"secondary\" href=\"\(Paths.precedents)\">\(Phrase("裁定先例", "Precedents"), language)</a>"
    }
  }

  private func card(_ item: Objection) -> HTML {
    let order = item.order
    return """
      <article class="panel objection" id="\(order.matter.number)">
      <header><h2><a href="\(Paths.order(order.matter.number))">\(item.title)</a></h2>
      <p><span class="number">\(order.matter.number)</span> <span class="state">\(order.state.phrase, language)</span> \
      <span class="soft">\(profile.taxonomy.title(of: order.matter.category), language) \
      \(order.matter.area.map { profile.area($0)?.name ?? Phrase($0.value, $0.value) }, language)</span></p>
      <div class="lamps">\(lamp(order))</div></header>
      <div class="columns"><div>\(objection(item))\(history(item))</div><aside>\(offer(item.offer))</aside></div>
      \(form(item))
      </article>
      """
  }

  private func lamp(_ order: Order) -> HTML {
    guard let clock = order.clock(.ruling) else { return .empty }
    let end = clock.deadline.at
    let words = Phrase("裁定期限 \(end.phrase.zh)", "Rule by \(end.phrase.en)")
    return Lamp(clock.isLate(at: call.now) ? .late : .soon, words, explanation: clock.deadline.story).render(language)
  }

  private func objection(_ item: Objection) -> HTML {
    let objection = item.order.objection
    let reason = objection.map { objection in
      profile.policy.returnReasons[code: objection.reason]?.phrase ?? Phrase(objection.reason, objection.reason)
    }
    let rounds = Phrase("第 \(item.order.returns) 次退单", "Returned for the \(item.order.returns). time")
    return """
      <p><strong>\(objection.map { profile.units.name(of: $0.unit) }, language)</strong>：\(reason, language) <span class="soft">\(rounds, language)</span></p>
      <blockquote>\(item.basis)</blockquote>
      """
  }

  private func history(_ item: Objection) -> HTML {
    let steps = item.history.map { step in Timeline.Entry(step.at, .event, sentence(step), words: step.words) }
    return """
      <details><summary>\(Phrase("派单、退单、裁定经过", "Dispatches, returns and rulings"), language)</summary>\(Timeline(steps).render(language))</details>
      """
  }

  private func sentence(_ step: Objection.Step) -> HTML {
    switch step.event {
    case .dispatched(let unit, _, _): "\(Phrase("派给", "Dispatched to"), language) \(profile.units.name(of: unit), language)"
    case .returned(let reason, _, _):
      "\(Phrase("退单：", "Returned: "), language)\(profile.policy.returnReasons[code: reason]?.phrase ?? Phrase(reason, reason), language)"
    case .ruled(let decision, let unit, let lock, _, _, _):
      """
      \(Phrase("裁定：", "Ruled: "), language)\(decision.phrase, language) \(unit.map { profile.units.name(of: $0) }, language) \
      \(when(lock) { "\(Phrase("（锁定）", "(locked)"), language)" })
      """
    default: .empty
    }
  }

  private func offer(_ offer: OrderProposal) -> HTML {
    let items = HTML.each(offer.precedents) { precedent -> HTML in
      """
      <li><a class="number" href="\(Paths.order(precedent.order))">\(precedent.order)</a> → \(profile.units.name(of: precedent.unit), language) \
      <span class="soft">\(precedent.at.day, language)</span></li>
      """
    }
    let ruling = (offer.proposal.rule?.ruling ?? profile.catalogue.ruling).map { profile.units.name(of: $0) }
    return """
      <h3>\(Phrase("目录怎么说", "What the catalogue says"), language)</h3><p>\(offer.proposal.reason, language)</p>
      \(when(ruling) { "<p class=\"soft\">\(Phrase("争议裁定：", "Disputes are ruled by: "), language)\($0, language)</p>" })
      \(when(!offer.precedents.isEmpty) { "<h3>\(Phrase("同类裁定", "Rulings in the like matter"), language)</h3><ul class=\"links\">\(items)</ul>" })
      """
  }

  /// The ruling, filled in with what the catalogue or a precedent says of another unit.
  private func form(_ item: Objection) -> HTML {
    guard let ruling, item.mayRule else { return .empty }
    let number = item.order.matter.number
    guard call.query.optionalText("ruling") == number else { return door(ruling, number) }
    var values = SubmittedForm()
    if let lead = item.offer.proposal.lead, lead != item.order.unit { values.append("unit", lead.value) }
    var endpoint = ruling
    endpoint.form = Form(ruling.form.fields.filter { $0.name != "seen" })
    let form = ActionForm.render(
      endpoint, to: Paths.orderAction(number, "ruling"), for: call.visitor, references: call.references, values: values)
    return """
      <details class="action-box ruling" open><summary class="secondary">\(ruling.summary, language)</summary>\
      \(scoped(form, number, seen: item.version))</details>
      """
  }

  /// A form is fetched when it is wanted: thirty of them, each with all units of a city, weigh more than what they are about.
  private func door(_ ruling: Endpoint, _ number: String) -> HTML {
    let place = ["state", "after"].compactMap { name in call.query.optionalText(name).map { (name: name, value: $0) } }
    let path = Paths.asking(Paths.objections, place + [(name: "ruling", value: number)])
    return """
      <p class="ruling"><a class="secondary" href="\(path)#\(number)" hx-get="\(path)" hx-select="#\(number) .ruling" \
      hx-target="closest .ruling" hx-swap="outerHTML">\(ruling.summary, language)</a></p>
      """
  }

  /// The page has many of these forms: ids carry the order's number.
  private func scoped(_ form: HTML, _ number: String, seen: Int64) -> HTML {
    var text = form.text
    for attribute in ["id", "for", "aria-describedby", "list"] {
      text = text.replacing(" \(attribute)=\"f-", with: " \(attribute)=\"f-\(number)-")
    }
    text = text.replacing("</form>", with: "<input type=\"hidden\" name=\"seen\" value=\"\(seen)\"></form>", maxReplacements: 1)
    return HTML(trusted: text)
  }
}
