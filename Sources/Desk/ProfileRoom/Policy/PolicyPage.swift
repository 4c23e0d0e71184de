import Casework
import Profiles
import Web
import Workdays

/// The settings, group by group, and what everybody may read, beside what the draft makes of them.
struct PolicyPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  /// - Parameters:
  ///   - settings: what was typed into the form of the settings, where that was refused.
  ///   - openness: the same of the other form.
  func render(settings: SubmittedForm? = nil, openness: SubmittedForm? = nil, _ problem: (any Problem)? = nil) -> HTML {
    let policy = frame.profile.policy
    let (first, second) = (
      settings ?? PolicyForm.values(of: PolicySettings(policy)), openness ?? OpennessForm.values(of: policy.openness)
    )
    let body: HTML =
      frame.mayEdit
      ? "\(editor(first, settings == nil ? [] : problem?.fields ?? []))\(opener(second, openness == nil ? [] : problem?.fields ?? []))"
      : "\(facts(first))\(openFacts(policy.openness))"
    let summary = frame.summary(problem, openness == nil ? PolicyForm.form : OpennessForm.form)
    return frame.page(
      Phrase("办理政策", "The policy"), .policy,
      "\(summary)<div class=\"columns\"><div>\(body)</div><aside class=\"stack\">\(frame.changed("settings", "openness"))</aside></div>")
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

  private static let openTitle = Phrase("对市民公开", "Open to everybody")

  private func opener(_ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    let chosen = values.all("open_matters")
    let choices = OpennessForm.choices(frame.profile.taxonomy, chosen: chosen)
    let wrong = problems.filter { $0.field == "open_matters" || $0.field.hasPrefix("open_matters.") }.map(\.reason)
    let matters = OpennessForm.matters
    let form = ActionForm.arranged(endpoints.setOpenness, frame.call, values: values, problems: problems, look: "action policy-form") {
      controls in
      """
      \(frame.seen)\(controls(OpennessForm.ticks.map(\.name)))\(controls("me_too_per_day"))
      \(Ticks.render(matters.name, matters.label, choices, chosen: chosen, wrong: wrong, help: matters.help, language: language))
      \(controls("more_matters"))
      """
    }
    return frame.panel(Self.openTitle, form, id: "openness")
  }

  private func facts(_ values: SubmittedForm) -> HTML {
    let plain = PolicyForm.groups.flatMap { $0.fields }.map { ($0.label, values[$0.name].map { HTML(escaping: $0) }) }
    let flags = PolicyForm.ticks.map { ($0.label, Optional(frame.say(PolicyWords.flag(values[$0.name] == "true")))) }
    return "<section class=\"panel\">\(frame.facts(plain + flags))</section>"
  }

  private func openFacts(_ openness: OpennessPolicy) -> HTML {
    let titles = openness.openMatters.map { frame.profile.taxonomy.title(of: $0)[language] }
    let none = Phrase("不公开", "not shown")
    let facts = frame.facts([
      (OpennessForm.ticks[0].label, frame.say(PolicyWords.flag(openness.answers))),
      (OpennessForm.ticks[1].label, frame.say(PolicyWords.flag(openness.figures))),
      (OpennessForm.count.label, "\(openness.meTooPerDay)"),
      (OpennessForm.matters.label, titles.isEmpty ? frame.say(none) : HTML.each(titles) { "<div>\($0)</div>" }),
    ])
    return frame.panel(Self.openTitle, facts, id: "openness")
  }
}
