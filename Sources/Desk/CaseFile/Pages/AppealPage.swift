import Casework
import Web
import Workdays

/// The page of an appeal.
struct AppealPage {
  let file: AppealFile
  let call: Call
  let actions: [Endpoint]

  /// Who is shown what an appeal is like.
  private static let desks: Set<Role> = [.agent, .dispatcher, .intake, .supervisor, .shiftLeader, .followup]

  private var language: Language { call.language }
  private var pieces: CasePieces { CasePieces(language: language, profile: file.profile) }

  func render() -> HTML {
    let bar = CaseActions(endpoints: actions, forms: CaseForms(profile: file.profile, call: call)).bar(file)
    let title = file.title ?? Phrase("诉求", "Appeal")[language]
    let body: HTML = """
      <article class="case">
      \(LiveCase.render(.appeal(file.number), version: file.version, call.visitor))
      \(head(title))
      <div class="row">
      <div class="col-lg-8">\(words)\(pieces.panel(Phrase("经过", "What happened"), pieces.timeline(file.timeline)))</div>
      <aside class="col-lg-4">\(side)</aside>
      </div>
      \(bar)
      </article>
      """
    return Layout.page(title, for: call.visitor, current: Paths.appeals, body: body)
  }

  private func head(_ title: String) -> HTML {
    let matter = file.appeal.matter
    let category = matter.category.map { file.profile.taxonomy.title(of: $0)[language] }
    let risk = when(matter.lifeRisk) { Lamp(.late, Phrase("涉及生命安全", "A life is at risk")).render(language) }
    let secret = when(matter.confidential) { Lamp.confidential.render(language) }
    return """
      <header class="case-head">
      <h1>\(title)</h1>
      <p><span class="number">\(file.number)</span> <span class="state">\(file.standing.phrase, language)</span> \
      <span class="soft">\(matter.channel.phrase, language) · \(matter.receivedAt, language) \
      \(matter.kind?.phrase, language) \(category)</span></p>
      <div class="lamps">\(risk) \(secret)</div>
      </header>
      """
  }

  private var words: HTML {
    let later = HTML.each(file.additions) { said -> HTML in
      let label = said.corrects ? Phrase("更正", "Correction") : Phrase("补充", "Addition")
      return "<p class=\"soft\">\(label, language) \(said.at, language)</p>\(pieces.words(said.text))"
    }
    let said = pieces.panel(Phrase("市民原话", "The citizen's words"), "<blockquote>\(pieces.words(file.text))\(later)</blockquote>")
    let reply = when(file.reply) { pieces.panel(Phrase("答复", "Answer"), pieces.words($0)) }
    let refusal = when(file.refusal) { (rule: RefusalReason) -> HTML in
      pieces.panel(
        Phrase("不予受理", "Not accepted"),
        pieces.facts([
          (Phrase("事项", "Matter"), HTML(escaping: rule.matter[language])),
          (Phrase("法定途径", "Legal route"), HTML(escaping: rule.route[language])),
        ]))
    }
    return "\(said)\(reply)\(refusal)\(asked)"
  }

  /// A refusal that waits for a second person.
  private var asked: HTML {
    when(file.appeal.refusalAsked) { asked in
      let matter = file.profile.policy.refusals[code: asked.reason]?.matter ?? Phrase(asked.reason, asked.reason)
      return pieces.panel(
        Phrase("已申请不予受理，等待另一人审批", "A refusal waits for a second person"),
        pieces.facts([
          (Phrase("情形", "Reason"), HTML(escaping: matter[language])),
          (Phrase("提出时间", "Asked at"), HTML(escaping: asked.at.phrase[language])),
        ]))
    }
  }

  /// Another stage's part of the page, by its address.
  private var likeness: HTML {
    let path = Paths.appealAction(file.number, "likeness")
    return """
      <div hx-get="\(path)" hx-trigger="load" hx-swap="outerHTML"><a class="soft" href="\(path)">\
      \(Phrase("重复与并单", "Repeats and merging"), language)</a></div>
      """
  }

  private var side: HTML {
    let matter = file.appeal.matter
    let reveal = file.possible.contains(.reveal) ? "#do-reveal" : nil
    let chip = Web.PersonChip.render(name: file.caller.name, phone: file.caller.phone, reveal: reveal, language: language)
    let facts = pieces.facts([
      (Phrase("反映人", "Caller"), chip), (Phrase("被反映方", "Complained against"), file.against.map { HTML(escaping: $0) }),
      (Phrase("地点", "Place"), matter.place.map { HTML(escaping: $0.address) }),
      (Phrase("受理单位", "Taken in by"), pieces.path(to: matter.intake)),
      (Phrase("评价", "Rating"), file.appeal.rating.map { HTML(escaping: $0.phrase[language]) }),
    ])
    return HTML.joined([
      pieces.panel(Phrase("人员与地点", "People and place"), facts),
      when(!call.actor.roles.isDisjoint(with: Self.desks)) { likeness },
      when(!file.orders.isEmpty) { pieces.panel(Phrase("关联工单", "Orders"), pieces.links(file.orders)) },
      when(!file.attachments.isEmpty) { pieces.panel(Phrase("附件", "Files"), pieces.files(file.attachments)) },
      when(!file.letters.isEmpty) { pieces.panel(Phrase("打印", "Print"), pieces.letters(file.letters, of: file.number)) },
    ])
  }
}

/// What was revealed, once and on this page only.
enum RevealPage {
  static func render(_ number: String, _ values: [(field: RevealField, value: String)], _ call: Call) -> HTML {
    let language = call.language
    let rows = HTML.each(values) { value -> HTML in
      "<dt>\(value.field.phrase, language)</dt><dd class=\"number\">\(value.field == .phone ? phone(value.value) : HTML(escaping: value.value))</dd>"
    }
    let nothing = EmptyState.render(Phrase("没有登记这些信息。", "None of it is known."), language: language)
    let title = Phrase("个人信息", "Personal data")[language]
    let body: HTML = """
      <section class="form-page">
      <h1>\(title) <small>\(number)</small></h1>
      \(values.isEmpty ? nothing : "<dl class=\"facts\">\(rows)</dl>")
      <p class="soft">\(Phrase("此次查看及理由已记录在案，请勿转发。", "This look and its reason are on record; do not pass it on."), language)</p>
      <p><a class="secondary" href="\(Paths.appeal(number))">\(Phrase("返回诉求", "Back to the appeal"), language)</a></p>
      </section>
      """
    return Layout.page(title, for: call.visitor, body: body)
  }

  private static func phone(_ number: String) -> HTML { "<a href=\"tel:\(number)\">\(number)</a>" }

  /// In the place of the form that asked for the number: a button that calls it.
  static func fragment(_ values: [(field: RevealField, value: String)], _ call: Call) -> HTML {
    guard let number = values.first(where: { $0.field == .phone })?.value else {
      return "<p class=\"notice\">\(Phrase("没有登记这些信息。", "None of it is known."), call.language)</p>"
    }
    return """
      <p class="call"><a class="primary" href="tel:\(number)">\(Phrase("拨打", "Call"), call.language) \(number)</a> \
      <span class="soft">\(Phrase("查看和理由已记录在案。", "The look and its reason are on record."), call.language)</span></p>
      """
  }
}
