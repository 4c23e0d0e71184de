import Casework
import Workdays

/// What is asked and answered in which category: `城乡建设/供热: {words, questions, templates}`.
extension Reader {
  func guides(_ known: Known) -> [CategoryGuide] {
    guard let section = field("guides") else { return [] }
    return section.pairs().compactMap { key, value in
      guard let category = key.category(known), value.isMap() else { return nil }
      value.allow(["words", "questions", "templates"])
      var guide = CategoryGuide(category)
      guide.words = value.field("words")?.oneOrMore().compactMap { $0.text() } ?? []
      guide.questions = value.field("questions")?.list().compactMap { $0.question(known) } ?? []
      value.field("questions")?.refuseDuplicates(of: "name")
      guide.templates = value.field("templates")?.list().compactMap { $0.template() } ?? []
      value.field("templates")?.refuseDuplicates(of: "id")
      return guide
    }
  }

  /// A question is a typed field; where it is asked stands above it.
  private func question(_ known: Known) -> OutcomeField? {
    guard isMap() else { return nil }
    allow(["name", "label", "type", "options", "unit", "required"])
    return outcome(known)
  }

  private func template() -> CategoryGuide.Template? {
    guard isMap() else { return nil }
    allow(["id", "title", "text", "use"])
    let use = field("use")?.word(CategoryGuide.Template.Use.self) ?? .answer
    guard let id = required("id")?.word(), let title = required("title")?.phrase(), let text = required("text")?.text() else { return nil }
    return CategoryGuide.Template(id: id, title: title, text: text, use: use)
  }
}
