import Casework
import Profiles
import Web
import Workdays

/// The page of an order: the matter and its lamps, the citizen's words, what happened; beside it clocks, people, units,
/// tasks and files; below, what can be done now.
struct OrderPage {
  let file: OrderFile
  let call: Call
  let actions: [Endpoint]
  /// What the catalogue proposes, where it is to be dispatched.
  var offer: OrderProposal?

  private var language: Language { call.language }
  private var pieces: CasePieces { CasePieces(language: language, profile: file.profile) }

  func render() -> HTML {
    let forms = CaseForms(profile: file.profile, call: call)
    let doable = CaseActions(endpoints: actions, forms: forms, offer: offer?.proposal)
    let path = FieldPath(file: file, actions: doable)
    let body: HTML = """
      <article class="case">
      \(LiveCase.render(.order(file.number), version: file.version, call.visitor))
      \(head)
      \(when(offer) { ProposalPanel(offer: $0, file: file, call: call).render() })
      <div class="row">
      <div class="col-lg-8">\(path.isShown ? path.render() : .empty)\(matter)\(pieces.panel(Phrase("经过", "What happened"), pieces.timeline(file.timeline)))</div>
      <aside class="col-lg-4">\(side)</aside>
      </div>
      \(doable.bar(file, less: path.isShown ? FieldPath.actions : []))
      </article>
      """
    return Layout.page(file.title, for: call.visitor, current: Paths.orders, body: body)
  }

  private var head: HTML {
    let matter = file.order.matter
    let place = [matter.area.flatMap { file.profile.area($0)?.name[language] }, matter.place?.address].compactMap { $0 }.joined(
      separator: " ")
    return """
      <header class="case-head">
      <h1>\(file.title)</h1>
      <p><span class="number">\(file.number)</span> <span class="state">\(file.order.state.phrase, language)</span> \
      <span class="soft">\(matter.kind.phrase, language) · \(file.profile.taxonomy.title(of: matter.category), language) · \
      \(matter.urgency.phrase, language)\(when(!place.isEmpty) { " · \(place)" })</span></p>
      <div class="lamps">\(HTML.each(CaseLamps.running(file, at: call.now), separator: " ") { $0.render(language) })</div>
      </header>
      """
  }

  private var matter: HTML {
    let own = pieces.panel(Phrase("事项", "The matter"), pieces.words(file.text))
    let said = HTML.each(file.parts.prefix(OrderFile.chips)) {
      OrderPart(part: $0, pieces: pieces, canReveal: canReveal, letters: letters).render()
    }
    let more = file.parts.count - OrderFile.chips
    let rest = when(more > 0) {
      "<p class=\"soft\">\(Phrase("另有 \(more) 件诉求，见右侧列表。", "\(more) more appeals are listed at the side."), language)</p>"
    }
    let words = when(!file.parts.isEmpty) { pieces.panel(Phrase("市民原话", "The citizen's words"), "\(said)\(rest)") }
    return "\(own)\(words)\(OrderParts(file: file, pieces: pieces).render())\(answer)"
  }

  private var letters: [LetterOffer] { LetterOffer.through(file.order, file.profile) }

  private var answer: HTML {
    when(file.answer) { answer in
      let fields = OutcomeWords(file.profile).facts(answer.feedback.fields).map { ($0.label, Optional(HTML(escaping: $0.value[language]))) }
      let note = when(answer.note) { (note: String) -> HTML in
        "<div class=\"note\"><p class=\"soft\">\(Phrase("内部说明", "Internal note"), language)</p>\(pieces.words(note))</div>"
      }
      let outcome = Phrase("办理结果：\(answer.outcome.phrase.zh)", "Result: \(answer.outcome.phrase.en)")
      let report = when(answer.report) { pieces.words($0) }
      return pieces.panel(outcome, "\(report)\(pieces.words(answer.reply))\(pieces.facts(fields))\(note)")
    }
  }

  private var canReveal: Bool {
    let roles = Appeal.lifecycle.line(.inHand, .reveal)?.who.roles ?? []
    return !roles.isDisjoint(with: call.actor.roles)
  }

  private var side: HTML {
    let order = file.order
    let calendar = file.profile.calendar(for: order.unit ?? order.matter.owner)
    let related = file.tasks + (file.above.map { [$0] } ?? [])
    let files = file.attachments + file.parts.flatMap(\.attachments)
    return HTML.joined([
      pieces.panel(Phrase("时限", "Clocks"), pieces.clocks(order.clocks, calendar, now: call.now)),
      supervision, PlacePanel(order: order, pieces: pieces).render(), pieces.panel(Phrase("单位与人员", "Units and people"), people),
      when(!related.isEmpty) { pieces.panel(Phrase("上下级任务", "Tasks"), pieces.links(related)) },
      when(!files.isEmpty) { pieces.panel(Phrase("附件", "Files"), pieces.files(files)) },
      pieces.panel(Phrase("打印", "Print"), papers),
    ])
  }

  /// Another stage's part of the page, by its address.
  private var supervision: HTML {
    let path = Paths.orderFragment(file.number, "measures")
    return """
      <div hx-get="\(path)" hx-trigger="load" hx-swap="outerHTML"><a class="soft" href="\(Paths.measures)?tab=all&amp;order=\(file.number)">\
      \(Phrase("督办措施", "Supervision"), language)</a></div>
      """
  }

  private var people: HTML {
    let order = file.order
    let appeals = HTML.each(file.parts.prefix(200)) { part -> HTML in
      """
      <li><a class="number" href="\(Paths.appeal(part.number))">\(part.number)</a> \
      <span class="state">\(part.participation.state.phrase, language)</span></li>
      """
    }
    return pieces.facts([
      (Phrase("承办", "With"), order.unit.map(pieces.path)), (Phrase("派单方", "Dispatched by"), pieces.path(to: order.matter.owner)),
      (Phrase("立单", "Raised"), HTML(escaping: order.raisedAt.phrase[language])),
      (Phrase("签收", "Signed"), order.signedAt.map { HTML(escaping: $0.phrase[language]) }),
      (Phrase("被反映方", "Complained against"), file.against.map { HTML(escaping: $0) }),
      (Phrase("接听领导", "Call taken by"), file.leader.map { "\($0, language)" }),
      (Phrase("关联诉求", "Appeals"), file.parts.isEmpty ? nil : "<ul class=\"links\">\(appeals)</ul>"),
    ])
  }

  private var papers: HTML {
    """
    <ul class="links"><li><a href="\(Paths.orderAction(file.number, "sheet"))">\(Phrase("交办单", "Work-order form"), language)</a></li>
    <li><a href="\(Paths.volume(file.number))">\(Phrase("案卷", "Case volume"), language)</a></li></ul>
    """
  }
}

/// One citizen's words on the page of an order.
struct OrderPart {
  let part: OrderFile.Part
  let pieces: CasePieces
  let canReveal: Bool
  /// What can be printed for each of its citizens.
  let letters: [LetterOffer]

  func render() -> HTML {
    let language = pieces.language
    let reveal = canReveal ? "\(Paths.appeal(part.number))#do-reveal" : nil
    let chip = when(part.caller) { Web.PersonChip.render(name: $0.name, phone: $0.phone, reveal: reveal, language: language) }
    let later = HTML.each(part.additions) { said -> HTML in
      let label = said.corrects ? Phrase("更正", "Correction") : Phrase("补充", "Addition")
      return "<p class=\"soft\">\(label, language) \(said.at, language)</p>\(pieces.words(said.text))"
    }
    return """
      <div class="said"><p class="soft">\(chip) \(part.channel.phrase, language) \(part.receivedAt, language) \
      <a class="number" href="\(Paths.appeal(part.number))">\(part.number)</a></p>
      <blockquote>\(pieces.words(part.text))\(later)</blockquote>\(papers)</div>
      """
  }

  private var papers: HTML {
    when(!letters.isEmpty && part.participation.state != .parted) {
      """
      <div class="papers"><span class="soft">\(Phrase("打印函件", "Letters to print"), pieces.language)</span>\
      \(pieces.letters(letters, of: part.number))</div>
      """
    }
  }
}
