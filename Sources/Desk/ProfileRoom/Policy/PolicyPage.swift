import Casework
import Profiles
import Web
import Workdays

/// The settings, group by group, beside what the draft makes of them.
struct PolicyPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  func render(_ values: SubmittedForm, _ problem: (any Problem)?) -> HTML {
    let body = frame.mayEdit ? editor(values, problem?.fields ?? []) : facts(values)
    return frame.page(
      Phrase("办理政策", "The policy"), .policy,
      "\(frame.summary(problem, PolicyForm.form))<div class=\"columns\"><div>\(body)</div><aside class=\"stack\">\(changed)</aside></div>")
  }

  private func editor(_ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    let form = ActionForm.arranged(endpoints.setPolicy, frame.call, values: values, problems: problems, look: "action policy-form") {
      controls in
      let groups = HTML.each(PolicyForm.groups) { group -> HTML in
        "<h3>\(group.title, language)</h3><div class=\"pair\">\(controls(group.fields.map(\.name)))</div>"
      }
      return "\(frame.seen)\(groups)\(controls(PolicyForm.ticks.map(\.name)))"
    }
    return "<section class=\"panel\">\(form)</section>"
  }

  private func facts(_ values: SubmittedForm) -> HTML {
    let plain = PolicyForm.groups.flatMap { $0.fields }.map { ($0.label, values[$0.name].map { HTML(escaping: $0) }) }
    let flags = PolicyForm.ticks.map { ($0.label, Optional(frame.say(PolicyWords.flag(values[$0.name] == "true")))) }
    return "<section class=\"panel\">\(frame.facts(plain + flags))</section>"
  }

  /// What the draft changes here.
  private var changed: HTML {
    let own = frame.view.changes.filter { $0.part == "settings" }
    guard !own.isEmpty else { return .empty }
    let items = HTML.each(own) { "<li>\($0.sentence, language)</li>" }
    return frame.panel(Phrase("草稿的改动", "Changed by the draft"), "<ul class=\"changes\">\(items)</ul>")
  }
}
