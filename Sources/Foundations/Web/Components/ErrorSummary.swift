import Casework
import Workdays

/// Above a form: what is wrong, each line leading to its field.
public enum ErrorSummary {
  public static func render(_ problem: any Problem, by form: Form, _ visitor: Visitor) -> HTML {
    let items = HTML.each(problem.fields) { field in
      let label = (form.label(of: field.field) ?? label(of: field.field))?[visitor.language] ?? field.field
      return "<li><a href=\"#\(Control.id(field.field))\">\(label)</a> \(field.reason, visitor.language)</li>"
    }
    return """
      <div class="notice refused" role="alert" tabindex="-1" id="errors">
      <p>\(lead(problem), visitor.language)</p>
      <ul>\(items)</ul>
      </div>
      """
  }

  /// Several faults are said in the list, each once.
  private static func lead(_ problem: any Problem) -> Phrase {
    guard problem is CaseworkProblem, problem.fields.count > 1 else { return problem.sentence }
    return Phrase("有 \(problem.fields.count) 项需要更正：", "\(problem.fields.count) to correct:")
  }

  /// Files stand beside the fields of a form.
  private static func label(of name: String) -> Phrase? { name == UploadRule.control ? UploadRule.label : nil }
}

extension Form {
  /// The label of a field by its dotted name; of an element of a list, that of the list.
  func label(of path: String) -> Phrase? { field(at: path)?.label }

  /// What was sent in a field as people call it: the name of the unit, the word of the choice.
  func words(_ value: String, of path: String, _ references: any References) -> Phrase {
    let choices: [Choice] =
      switch field(at: path)?.kind {
      case .choice(let choices), .list(of: .choice(let choices), _): choices
      case .reference(let kind), .list(of: .reference(let kind), _): references.options(kind)
      default: []
      }
    return choices.first { $0.value == value }?.label ?? Phrase(value, value)
  }

  private func field(at path: String) -> Field? {
    var fields = self.fields
    var found: Field?
    for part in path.split(separator: ".") {
      guard let field = fields.first(where: { $0.name == part }) else { continue }
      found = field
      switch field.kind {
      case .object(let inner): fields = inner
      case .list(of: .object(let inner), _): fields = inner
      default: return field
      }
    }
    return found
  }
}
