import Casework
import Workdays

/// A question about a list: controls in a row, sent in the address, so that the answer can be passed on and gone back to.
public enum QueryForm {
  /// - Parameters:
  ///   - fixed: what is sent along without being asked.
  ///   - asked: what was asked before.
  public static func render(
    _ fields: [Field], to path: String, fixed: KeyValuePairs<String, String> = [:], asked: [(name: String, value: String)] = [],
    references: any References, language: Language
  ) -> HTML {
    let values = SubmittedForm(asked.map { ($0.name, $0.value) })
    let sheet = ControlSheet(language: language, references: references, values: values, problems: [], open: [:], scope: "ask")
    let controls = HTML.each(fields) { field in
      "<label>\(field.label, language)\(ControlInput.render(field, name: field.name, sheet))</label>"
    }
    return """
      <form class="filter" method="get" action="\(path)">
      \(HTML.each(fixed) { "<input type=\"hidden\" name=\"\($0.key)\" value=\"\($0.value)\">" })\(controls)
      <button class="secondary">\(Phrase("筛选", "Filter"), language)</button></form>
      """
  }
}
