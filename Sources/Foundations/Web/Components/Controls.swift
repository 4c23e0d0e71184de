import Casework
import Workdays

/// The controls of one form, for a page that arranges them itself.
public struct Controls {
  let form: Form
  let sheet: ControlSheet
  var uploads: UploadRule?

  /// The control of the pictures, where the endpoint takes any.
  public var pictures: HTML { when(uploads) { ActionForm.files($0, sheet) } }

  /// The control of the field with this dotted name, labelled and with what is wrong; nothing where there is no such field.
  public func callAsFunction(_ path: String) -> HTML {
    when(field(path)) { Control.render($0, name: path, sheet) }
  }

  /// Several controls, one after another.
  public func callAsFunction(_ paths: [String]) -> HTML { HTML.each(paths) { self($0) } }

  /// Whether something was typed into one of these fields or is wrong with it, so that it must not be folded away.
  public func needsEyes(_ paths: [String]) -> Bool {
    paths.contains { path in
      let hasText = sheet.values.content.contains { isPart($0.name, of: path) && !trimmed($0.text).isEmpty }
      return hasText || sheet.problems.contains { isPart($0.field, of: path) }
    }
  }

  private func isPart(_ name: String, of path: String) -> Bool { name == path || name.hasPrefix("\(path).") }

  /// Controls of fields that are known only now, named below a field of kind `open`.
  public static func below(
    _ name: String, _ fields: [Field], for call: Call, values: SubmittedForm = .empty, problems: [FieldProblem] = []
  ) -> HTML {
    let sheet = ControlSheet(language: call.language, references: call.references, values: values, problems: problems, open: [:])
    return HTML.each(fields) { Control.render($0, name: "\(name).\($0.name)", sheet) }
  }

  /// Inside a group that may be left out, and in the rows of a list (`people.0.name`), nothing is required by the browser.
  private func field(_ path: String) -> Field? {
    var fields = form.fields
    var isOptional = false
    var found: Field?
    var isList = false
    for part in path.split(separator: ".") {
      if isList, Int(part) != nil { continue }
      guard let field = fields.first(where: { $0.name == part }) else { return nil }
      found = isOptional ? field.asOptional : field
      isOptional = isOptional || !field.required
      isList = false
      switch field.kind {
      case .object(let inner): fields = inner
      case .list(of: .object(let inner), _): (fields, isList, isOptional) = (inner, true, true)
      default: fields = []
      }
    }
    return found
  }
}
