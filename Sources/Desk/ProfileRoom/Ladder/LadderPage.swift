import Casework
import Profiles
import Web
import Workdays

/// The ladder, clock by clock, and the form of one of its rungs.
struct LadderPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  func render() -> HTML {
    let add = frame.adding(Phrase("新增节点", "Add a rung"), at: Paths.profileNewRung)
    let law = Phrase(
      "时钟走到节点时自动发生的事。条件相符的每一条都生效；时钟起算时就定下，发布后新起的时钟才用新的节点。",
      "What happens by itself when a clock comes there. Every rung whose conditions hold is set when the clock starts: what is released later holds for clocks that start later."
    )
    let clocks = ClockKind.allCases.filter { clock in frame.profile.policy.ladder.contains { $0.clock == clock } }
    return frame.page(Phrase("时限节点", "The ladder"), .ladder, add: add, "\(frame.note(law))\(HTML.each(clocks, section))")
  }

  private func section(_ clock: ClockKind) -> HTML {
    let heads = [Phrase("何时", "When"), Phrase("发生什么", "What happens"), Phrase("适用于", "For"), Phrase("告知", "Told"), Phrase("", "")]
    let rungs = frame.profile.policy.ladder.enumerated().filter { $0.element.clock == clock }
    let rows = HTML.each(rungs) { place, rung -> HTML in
      let told = Phrase(rung.to.map(\.phrase.zh).joined(separator: "、"), rung.to.map(\.phrase.en).joined(separator: ", "))
      let isNew = !frame.view.base.policy.ladder.contains(rung)
      let cells: [HTML] = [
        "\(rung.at.phrase, language)\(frame.mark(isNew ? .changed : nil))", "<strong>\(rung.what.phrase, language)</strong>",
        "\(frame.words.conditions(rung.conditions), language)", "\(told, language)",
        frame.actions(at: Paths.profileRung(place + 1), dropping: endpoints.dropRung),
      ]
      return "<tr id=\"rung-\(place + 1)\">\(HTML.each(zip(heads, cells)) { "<td data-head=\"\($0.0, language)\">\($0.1)</td>" })</tr>"
    }
    return """
      <section class="clock-limits" id="\(clock.rawValue)"><h2>\(clock.phrase, language)</h2>
      <table class="queue cards rungs"><thead><tr>\(HTML.each(heads) { "<th scope=\"col\">\($0, language)</th>" })</tr></thead><tbody>\(rows)</tbody></table></section>
      """
  }

  /// - Parameter place: of the rung in the ladder, from 1; nil for a new one.
  func form(_ place: Int?, _ values: SubmittedForm, _ problem: (any Problem)?) -> HTML {
    let title = place == nil ? Phrase("新增时限节点", "A new rung") : Phrase("一个时限节点", "A rung of the ladder")
    guard frame.mayEdit else { return frame.page(title, .ladder, frame.note(Phrase("只读。", "To read only."))) }
    let problems = problem?.fields ?? []
    let form = ActionForm.arranged(
      place == nil ? endpoints.addRung : endpoints.setRung, frame.call, values: values, problems: problems, look: "action rung-form"
    ) {
      controls in
      """
      \(frame.seen)<div class="pair">\(controls(["clock", "at"]))</div>\(controls("what"))\(told(values))
      \(LimitForm.render(controls, values, problems, language))
      """
    }
    return frame.page(title, .ladder, "\(frame.summary(problem, RungForm.form))\(frame.panel(title, form))")
  }

  private func told(_ values: SubmittedForm) -> HTML {
    let choices = Rung.Audience.allCases.map { Choice($0.rawValue, $0.phrase) }
    return Ticks.render("to", RungForm.audience.label, choices, chosen: values.all("to"), language: language)
  }

  static let shape = AnswerShape.object(
    "ProfileRung",
    [
      .init("id", .whole), .init("clock", .choice(ClockKind.allCases.map(\.rawValue))), .init("at", .text),
      .init("what", .choice(Rung.What.allCases.map(\.rawValue))), .init("to", .list(of: .text)), .init("words", ProfileShapes.phrase),
    ])

  static func json(_ rung: Rung, _ place: Int, _ words: PolicyWords) -> JSONValue {
    .members(
      ("id", .count(place)), ("clock", .text(rung.clock.rawValue)), ("at", .text(rung.at.description)), ("what", .text(rung.what.rawValue)),
      ("to", .texts(rung.to.map(\.rawValue))), ("words", ProfileShapes.json(words.conditions(rung.conditions))))
  }
}
