import Casework
import Profiles
import Web
import Workdays

/// One rule: what it says, what the draft makes of it, and the form that changes it.
struct RulePage {
  private let frame: CatalogueFrame
  private let endpoints: CatalogueDesk

  init(profile: Profile, call: Call, endpoints: CatalogueDesk) {
    frame = CatalogueFrame(profile: profile, call: call, around: nil)
    self.endpoints = endpoints
  }

  private var language: Language { frame.language }
  private var call: Call { frame.call }

  /// - Parameters:
  ///   - rule: as it is in force; nil for one that only the draft has.
  ///   - change: what the draft makes of it.
  func show(_ rule: CatalogueRule?, _ change: CatalogueAmendment?) -> HTML {
    let shown = change?.rule ?? rule
    let title = Phrase("规则 \(change?.id ?? rule?.id ?? "")", "Rule \(change?.id ?? rule?.id ?? "")")
    let now = when(rule) { frame.panel(Phrase("现行", "In force"), facts($0)) }
    let next = when(change) { change in
      let words = when(change.rule == nil) { "<p>\(Phrase("草稿停用这条规则。", "The draft takes this rule out."), language)</p>" }
      return frame.panel(Phrase("草稿", "In the draft"), "\(words)\(when(change.rule) { facts($0) })\(undo(change.id))")
    }
    let body: HTML =
      "<div class=\"columns\"><div>\(editor(shown))</div><aside class=\"stack\">\(next)\(now)\(drop(rule, change))</aside></div>"
    return frame.page(title, .rules, frame.mayEdit ? body : now)
  }

  private func facts(_ rule: CatalogueRule) -> HTML {
    frame.facts([
      (Phrase("事项", "Matters"), frame.matters(rule, most: 60)), (Phrase("牵头", "Lead"), HTML(escaping: frame.name(rule.lead))),
      (Phrase("协办", "Assisting"), HTML(escaping: rule.assist.map(frame.name).joined(separator: "、"))),
      (Phrase("依据", "Basis"), "\(rule.basis, language)"), (Phrase("不得低于", "Not below"), "\(rule.lowest?.phrase, language)"),
      (Phrase("争议由谁裁定", "Disputes are ruled by"), (rule.ruling ?? frame.profile.catalogue.ruling).map { HTML(escaping: frame.name($0)) }),
      (Phrase("限于", "Only"), HTML(escaping: frame.conditions(rule).joined(separator: "、"))), (Phrase("来源", "From"), frame.origin(rule)),
    ])
  }

  private func editor(_ rule: CatalogueRule?) -> HTML {
    guard frame.mayEdit else { return .empty }
    return frame.panel(Phrase("修改", "Change it"), fields(rule.map(RuleForm.values) ?? .empty, []))
  }

  /// The form alone: for a new rule, and again where it was refused.
  func form(values: SubmittedForm, problem: (any Problem)?) -> HTML {
    let summary = when(problem) { ErrorSummary.render($0, by: RuleForm.rule, call.visitor) }
    let title = Phrase("写入草稿的规则", "A rule for the draft")
    return frame.page(title, .draft, "\(summary)\(frame.panel(title, fields(values, problem?.fields ?? [])))")
  }

  private func fields(_ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    var endpoint = endpoints.setRule
    endpoint.form = Form(endpoint.form.fields.map(offered))
    return ActionForm.render(
      endpoint, to: "\(Paths.catalogue)/rules", for: call.visitor, references: call.references, values: values, problems: problems)
  }

  /// Whom a rule can name, as lists to choose from.
  private func offered(_ field: Field) -> Field {
    switch field.name {
    case "lead":
      return Field(field.name, .choice(places + [choice(.byHand)] + units), field.label, required: true)
    case "assist": return Field(field.name, .list(of: .choice(places + units), max: 10), field.label, help: several)
    default: return field
    }
  }

  private var several: Phrase { Phrase("按住 Ctrl 可多选。", "Hold Ctrl to choose several.") }
  private var units: [Choice] { call.references.options(.unit).filter { frame.profile.unit(UnitID($0.value))?.takesOrders == true } }
  private var places: [Choice] {
    Assignee.placeLevels.map { choice(.ofArea($0)) } + frame.profile.catalogue.services.map { choice(.serving($0.name)) }
  }
  private func choice(_ assignee: Assignee) -> Choice { Choice(assignee.description, assignee.phrase(in: frame.profile)) }

  private func drop(_ rule: CatalogueRule?, _ change: CatalogueAmendment?) -> HTML {
    guard let rule, change == nil else { return .empty }
    let button = ActionForm.button(endpoints.dropRule, to: "\(Paths.catalogueRule(rule.id))/removal", for: call.visitor)
    let words = Phrase("写入草稿，发布后生效。", "Goes into the draft and holds once that is released.")
    return frame.panel(Phrase("停用", "Take it out"), "<p class=\"soft\">\(words, language)</p>\(button)")
  }

  private func undo(_ id: String) -> HTML {
    ActionForm.button(endpoints.undoRule, to: "\(Paths.catalogueRule(id))/undo", for: call.visitor)
  }
}
