import Casework
import Profiles
import Web
import Workdays

/// One line of the limit table as a form, beside the lines of its clock.
struct LimitPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  /// - Parameters:
  ///   - place: of the line in the table, from 1; nil for a new one.
  ///   - faults: what is wrong with the line as it stands in the draft.
  func form(_ place: Int?, _ values: SubmittedForm, _ problem: (any Problem)?, _ faults: [DraftFault] = []) -> HTML {
    let title = place == nil ? Phrase("新增时限规则", "A new line") : Phrase("时限规则的一条", "A line of the limit table")
    let standing = faults.map { FieldProblem($0.path.count > 2 ? $0.path[2] : "limit", $0.problem.advice) }
    let around = neighbours(values["clock"].flatMap { ClockKind(rawValue: $0) }, place)
    guard frame.mayEdit else { return frame.page(title, .limits, around) }
    let body: HTML = """
      \(frame.summary(problem, LimitForm.form))
      <div class="columns"><div>\(editor(place, values, (problem?.fields ?? []) + standing))</div><aside class="stack">\(around)</aside></div>
      """
    return frame.page(title, .limits, body)
  }

  private func editor(_ place: Int?, _ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    let endpoint = place == nil ? endpoints.addLimit : endpoints.setLimit
    let where_ = Phrase(
      "新的一条放在第一条能把它全部包含的规则之前；以后可以上下移动。", "A new line goes above the first that would cover all of it; it can be moved later.")
    let form = ActionForm.arranged(endpoint, frame.call, values: values, problems: problems, look: "action limit-form") { controls in
      """
      \(frame.seen)<div class="pair">\(controls(["clock", "limit"]))</div>
      \(LimitForm.render(controls, values, problems, language))
      """
    }
    return frame.panel(
      place == nil ? Phrase("新的一条", "The new line") : Phrase("修改", "Change it"), "\(when(place == nil) { frame.note(where_) })\(form)")
  }

  /// The lines of the same clock, in order, so that one sees what stands above.
  private func neighbours(_ clock: ClockKind?, _ place: Int?) -> HTML {
    guard let clock else { return .empty }
    let lines = frame.profile.limits.rules.enumerated().filter { $0.element.clock == clock }
    let items = HTML.each(lines) { line -> HTML in
      let here = line.offset + 1 == place
      let text: HTML =
        "\(frame.words.conditions(line.element.conditions), language) <strong>\(line.element.limit.phrase, language)</strong>"
      return here ? "<li aria-current=\"true\">\(text)</li>" : "<li>\(text)</li>"
    }
    let title = Phrase("草稿中的\(clock.phrase.zh)", "\(clock.phrase.en) in the draft")
    return frame.panel(title, "<ol class=\"neighbours\">\(items)</ol>")
  }
}
