import Casework
import Profiles
import Web
import Workdays

/// One unit as a form, beside what stands below it and what it has in hand.
struct UnitPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  /// - Parameters:
  ///   - id: nil for a new one.
  ///   - faults: what is wrong with it as it stands in the draft.
  ///   - open: orders that it has in hand.
  func form(
    _ id: UnitID?, _ values: SubmittedForm, _ problem: (any Problem)?, _ faults: [DraftFault] = [], open: Int? = nil
  ) -> HTML {
    let unit = id.flatMap { frame.profile.unit($0) }
    let title = unit?.name ?? Phrase("新增单位", "A new unit")
    guard frame.mayEdit else { return frame.page(title, .units, when(unit) { now($0, open) }) }
    let standing = faults.map { FieldProblem($0.path.count > 2 ? $0.path[2] : "parent", $0.problem.advice) }
    let body: HTML = """
      \(frame.summary(problem, UnitForm.new))
      <div class="columns"><div>\(editor(id, values, (problem?.fields ?? []) + standing))</div>
      <aside class="stack">\(when(unit) { now($0, open) })</aside></div>
      """
    return frame.page(title, .units, body)
  }

  private func editor(_ id: UnitID?, _ values: SubmittedForm, _ problems: [FieldProblem]) -> HTML {
    let endpoint = id == nil ? endpoints.addUnit : endpoints.setUnit
    let path = id.map { Paths.profileUnit($0.value) } ?? Paths.profileUnits
    let form = frame.form(endpoint, to: path, values: values, problems: problems) { UnitForm.offered($0, frame.profile.units, id) }
    return frame.panel(id == nil ? Phrase("新的单位", "The new unit") : Phrase("修改", "Change it"), form)
  }

  private func now(_ unit: Unit, _ open: Int?) -> HTML {
    let organisation = frame.profile.units
    let path = organisation.path(to: unit.id).compactMap { step in
      organisation.units[step].map { (name: $0.name, path: Optional(Paths.profileUnit($0.id.value))) }
    }
    let below = organisation.units.values.filter { $0.parent == unit.id }.sorted { $0.id < $1.id }
    let links = HTML.each(below) { "<li><a href=\"\(Paths.profileUnit($0.id.value))\">\($0.name, language)</a></li>" }
    let facts = frame.facts([
      (Phrase("代码", "Code"), "<code>\(unit.id.value)</code>"), (Phrase("级别", "Level"), frame.say(unit.level.phrase)),
      (Phrase("在办工单", "Open orders"), open.map { "\($0)" }),
      (Phrase("直接下级", "Right below"), below.isEmpty ? nil : "<ul class=\"links\">\(links)</ul>"),
      (Phrase("牵头的规则", "It leads by"), rules(unit)),
    ])
    let hours = Phrase("工作时间和个别日子", "Hours and single days")
    let link: HTML = "<p><a href=\"\(Paths.profileCalendar)?unit=\(percentEncoded(unit.id.value))\">\(hours, language)</a></p>"
    return frame.panel(Phrase("草稿中", "In the draft"), "\(UnitPath.render(path, language: language))\(facts)\(link)")
  }

  private func rules(_ unit: Unit) -> HTML? {
    let rules = frame.profile.catalogue.rules.filter { $0.lead == .unit(unit.id) }
    guard !rules.isEmpty else { return nil }
    let links = HTML.each(rules.prefix(12)) { "<li><a href=\"\(Paths.catalogueRule($0.id))\">\($0.id)</a></li>" }
    return "<ul class=\"links\">\(links)</ul>"
  }
}
