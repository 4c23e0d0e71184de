import Casework
import Workdays

/// What is asked and answered in which category.
extension ProfileWriter {
  static func guides(_ guides: [CategoryGuide]) -> YamlText { .map(guides.map { ($0.category.value, guide($0)) }) }

  private static func guide(_ guide: CategoryGuide) -> YamlText {
    var map = YamlMap()
    map.add("words", .list(guide.words.map(YamlText.text)))
    map.add("questions", .list(guide.questions.map(outcome)))
    map.add("templates", .list(guide.templates.map(template)))
    return map.yaml
  }

  private static func template(_ template: CategoryGuide.Template) -> YamlText {
    var map = YamlMap()
    map.add("id", .text(template.id))
    map.add("title", .phrase(template.title))
    map.add("text", .text(template.text))
    map.add("use", template.use == .answer ? nil : .text(template.use.rawValue))
    return map.yaml
  }
}
