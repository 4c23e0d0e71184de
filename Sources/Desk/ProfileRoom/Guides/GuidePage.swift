import Casework
import Profiles
import Web
import Workdays

/// One category's guide as a form: words, and a row for each question and each text, with empty rows for more.
struct GuidePage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk
  /// Empty rows that wait folded.
  private static let spare = 2

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  /// - Parameter index: of the guide in the profile; nil for a new one.
  func form(_ index: Int?, _ values: SubmittedForm, _ problem: (any Problem)?) -> HTML {
    let guide = index.map { frame.profile.guides[$0] }
    let title = guide.map { frame.profile.taxonomy.title(of: $0.category) } ?? Phrase("新增登记向导", "A new guide")
    guard frame.mayEdit else { return frame.page(title, .guides, when(guide, facts)) }
    let endpoint = guide == nil ? endpoints.addGuide : endpoints.setGuide
    let problems = problem?.fields ?? []
    let form = ActionForm.arranged(endpoint, frame.call, values: values, problems: problems, look: "action policy-form guide-form") {
      controls in
      """
      \(frame.seen)\(when(guide == nil) { controls("category") })\(controls("words"))
      \(section("questions", values, problems, known: guide?.questions.count ?? 0) { question($0, controls) })
      \(section("templates", values, problems, known: guide?.templates.count ?? 0) { template($0, controls) })
      """
    }
    return frame.page(
      title, .guides,
      "\(frame.summary(problem, GuideForm.new))<div class=\"columns\"><div><section class=\"panel\">\(form)</section></div><aside class=\"stack\">\(when(guide) { frame.changed("guides/\($0.category)") })</aside></div>"
    )
  }

  /// - Parameter known: rows that the draft has already: these may be taken out.
  private func section(
    _ list: String, _ values: SubmittedForm, _ problems: [FieldProblem], known: Int, _ row: (String) -> HTML
  ) -> HTML {
    guard let field = GuideForm.change.fields.first(where: { $0.name == list }) else { return .empty }
    let used = GuideForm.rows(list, values)
    let next = (used.last ?? -1) + 1
    func fieldset(_ place: Int, _ controls: HTML, _ drop: HTML) -> HTML {
      let name = Phrase("第 \(place + 1) 项", "Number \(place + 1)")
      return "<fieldset class=\"guide-row\"><legend>\(name, language)</legend>\(controls)\(drop)</fieldset>"
    }
    func rows(_ places: [Int]) -> HTML {
      HTML.each(places) { place in
        let name = "\(list).\(place)"
        return fieldset(place, row(name), when(place < known) { drop(name, values) })
      }
    }
    let wrong = HTML.each(problems.filter { $0.field == list }) { "<p class=\"wrong\">\($0.reason, language)</p>" }
    let more = Array((next..<(next + Self.spare)).prefix(max(0, GuideForm.mostRows - next)))
    let add = list == "questions" ? Phrase("再加问题", "Add questions") : Phrase("再加短文", "Add texts")
    return """
      <h3 id="f-\(list)">\(field.label, language)</h3>\(wrong)\(rows(used))
      \(when(!more.isEmpty) { "<details class=\"rare\"><summary>\(add, language)</summary>\(rows(more))</details>" })
      """
  }

  private func drop(_ row: String, _ values: SubmittedForm) -> HTML {
    let name = "\(row).drop"
    let isOn = values[name] == "true"
    return """
      <div class="field tick"><label><input type="checkbox" name="\(name)" value="true"\(attribute: "checked", if: isOn)> \
      \(Phrase("删去这一项", "Take this one out"), language)</label></div>
      """
  }

  private func question(_ row: String, _ controls: Controls) -> HTML {
    func names(_ parts: [String]) -> [String] { parts.map { "\(row).\($0)" } }
    return """
      <div class="pair">\(controls(names(["label", "label_en", "name"])))</div>
      \(controls(names(["type"])))<div class="pair">\(controls(names(["options", "unit"])))</div>\(controls(names(["required"])))
      """
  }

  private func template(_ row: String, _ controls: Controls) -> HTML {
    func names(_ parts: [String]) -> [String] { parts.map { "\(row).\($0)" } }
    return "<div class=\"pair\">\(controls(names(["title", "title_en", "id"])))</div>\(controls(names(["use", "text"])))"
  }

  private func facts(_ guide: CategoryGuide) -> HTML {
    let pairs: [(Phrase, HTML?)] =
      [(Phrase("市民的说法", "Words that citizens use"), guide.words.isEmpty ? nil : "\(guide.words.joined(separator: "、"))")]
      + guide.questions.map { ($0.label, frame.say(PolicyWords.question($0))) }
      + guide.templates.map { ($0.title, "\($0.text)") }
    return "<section class=\"panel\">\(frame.facts(pairs))</section>"
  }
}
