import Casework
import Web
import Workdays

/// The page of a measure: what is asked of whom by when, what the offices and units said, and what can be done now.
struct MeasurePage {
  let file: MeasureFile
  let call: Call
  let endpoints: [Endpoint]

  var language: Language { call.language }
  var measure: Measure { file.measure }
  var pieces: MeasurePieces { MeasurePieces(language: language, profile: file.profile, now: call.now) }

  func render() -> HTML {
    let body: HTML = """
      <article class="case">
      \(head)
      <div class="row">
      <div class="col-lg-8">\(matter)\(duties)\(parts)\(pieces.panel(Phrase("经过", "What happened"), timeline))</div>
      <aside class="col-lg-4">\(side)</aside>
      </div>
      \(MeasureActions(file: file, call: call, endpoints: endpoints).render())
      </article>
      """
    return Layout.page(file.title, for: call.visitor, current: Paths.measures, body: body)
  }

  private var head: HTML {
    """
    <header class="case-head">
    <h1>\(file.title)</h1>
    <p><span class="number">\(file.number)</span> <span class="state">\(measure.state.phrase, language)</span> \
    <span class="soft">\(measure.matter.kind.phrase, language) \(measure.matter.cause?.phrase, language) \
    \(measure.matter.reach?.phrase, language)</span></p>
    <div class="lamps">\(HTML.each(pieces.lamps(measure), separator: " ") { $0.render(language) })</div>
    </header>
    """
  }

  private var matter: HTML {
    let demand = pieces.panel(Phrase("要求", "What is asked"), pieces.words(file.demand))
    let instruction = when(measure.instruction) { (text: TextID) -> HTML in
      let by = measure.instructedBy.map { file.name(of: $0)[language] } ?? ""
      let at = measure.instructedAt?.phrase[language] ?? ""
      return pieces.panel(
        Phrase("领导批示", "Instruction"),
        "<blockquote class=\"leader\">\(pieces.words(file[text]))</blockquote><p class=\"soft\">\(by) \(at)</p>")
    }
    return "\(demand)\(instruction)"
  }

  private var duties: HTML {
    when(!measure.duties.isEmpty) {
      let rows = HTML.each(measure.duties) { duty -> HTML in
        let lamp = pieces.lamp(duty.clock, Phrase("时限", "Limit"), of: duty.unit)
        let answer = when(duty.answer) { (text: TextID) -> HTML in
          "<blockquote>\(pieces.words(file[text]))</blockquote><p class=\"soft\">\(duty.answeredAt, language)</p>"
        }
        let again = when(duty.rounds > 0) {
          " <span class=\"soft\">\(Phrase("退回 \(duty.rounds) 次", "sent back \(duty.rounds) time(s)"), language)</span>"
        }
        return """
          <div class="duty"><div><b>\(pieces.unit(duty.unit))</b> \(lamp.render(language))\(again)</div>
          \(pieces.words(file[duty.demand]))\(answer)</div>
          """
      }
      return pieces.panel(Phrase("任务与回复", "Duties and answers"), rows)
    }
  }

  private var timeline: HTML {
    Web.Timeline(
      file.timeline.map { deed in
        let words = deed.quotes.map { "\($0.label[language])\(language.colon)\($0.text)" }.joined(separator: "\n")
        let isClock = deed.name == Phrase("系统", "The system")
        return Web.Timeline.Entry(
          deed.at, isClock ? .clock : .event, HTML(escaping: deed.sentence[language]), words: words.isEmpty ? nil : words)
      }
    ).render(language)
  }

  private var side: HTML {
    let orders = HTML.each(file.orders) { order -> HTML in
      """
      <li><a class="number" href="\(Paths.order(order.number))">\(order.number)</a> \(order.unit.map(pieces.unit)) \
      <span class="state">\(order.state.phrase, language)</span></li>
      """
    }
    let facts = pieces.facts([
      (Phrase("督办单位", "Supervised by"), HTML(escaping: pieces.unit(measure.matter.owner))),
      (Phrase("发起人", "Opened by"), HTML(escaping: file.name(of: measure.openedBy)[language])),
      (Phrase("发起时间", "Opened"), HTML(escaping: measure.openedAt.phrase[language])),
      (Phrase("涉及单位", "Units"), HTML(escaping: measure.matter.units.map(pieces.unit).joined(separator: language.listMark))),
      (Phrase("呈送领导", "Before"), measure.matter.leader.map { HTML(escaping: file.name(of: $0)[language]) }),
      (Phrase("地点", "Place"), measure.matter.place.map { HTML(escaping: $0.address) }),
      (Phrase("发布时间", "Published"), measure.publishedAt.map { HTML(escaping: $0.phrase[language]) }),
    ])
    let paper: HTML = "<p><a href=\"\(Paths.measureAction(file.number, "document"))\">\(Phrase("打印文书", "The document"), language)</a></p>"
    return HTML.joined([
      pieces.panel(Phrase("时限依据", "Why these deadlines"), explanations), pieces.panel(Phrase("基本情况", "At a glance"), facts),
      when(!file.orders.isEmpty) { pieces.panel(Phrase("所涉工单", "Orders"), "<ul class=\"links\">\(orders)</ul>") },
      pieces.panel(Phrase("打印", "Print"), paper),
    ])
  }

  private var explanations: HTML {
    HTML.each(measure.clocks) { clock -> HTML in
      let lines = HTML.each(clock.deadline.story) { "<li>\($0, language)</li>" }
      let unit = measure.duties.first { $0.clock == clock }?.unit
      let name = unit.map { file.unit($0) } ?? MeasurePieces.waiting(measure)
      return """
        <details class="clock"><summary>\(name, language) <span class="when">\(clock.deadline.at, language)</span></summary>\
        <ul class="explanation">\(lines)</ul></details>
        """
    }
  }
}
