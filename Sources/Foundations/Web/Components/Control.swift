import Casework
import Workdays

/// What the controls of one form share.
struct ControlSheet {
  let language: Language
  let references: any References
  let values: SubmittedForm
  let problems: [FieldProblem]
  let open: [String: [Field]]
  /// Stands before the ids of the controls, where a page has several forms.
  var scope = ""

  func id(_ name: String) -> String { Control.id(scope.isEmpty ? name : "\(scope)-\(name)") }

  /// What is wrong with a field, its elements included.
  func problems(of name: String) -> [FieldProblem] {
    problems.filter { $0.field == name || ($0.field.hasPrefix("\(name).") && Int($0.field.dropFirst(name.count + 1)) != nil) }
  }
}

/// One field as labels and controls. Names are dotted: `caller.phone`.
enum Control {
  static func id(_ name: String) -> String { name.utf8.contains(UInt8(ascii: ".")) ? "f-\(name.replacing(".", with: "-"))" : "f-\(name)" }

  static func render(_ field: Field, name: String, _ sheet: ControlSheet) -> HTML {
    switch field.kind {
    // Inside a group that may be left out nothing is required by the browser; the reader names what a begun group lacks.
    case .object(let fields): return group(field, field.required ? fields : fields.map(\.asOptional), name: name, sheet)
    case .open: return when(sheet.open[field.name]) { group(field, $0, name: name, sheet) }
    case .list(of: .object(let fields), let max):
      return HTML.each(0..<min(max, 3)) { group(field, fields, name: "\(name).\($0)", sheet) }
    case .flag where field.isTick: return tick(field, name: name, sheet)
    case .flag: return radios(field, [Choice("true", Phrase("是", "Yes")), Choice("false", Phrase("否", "No"))], name: name, sheet)
    case .choice(let choices) where choices.count <= 5: return radios(field, choices, name: name, sheet)
    default: return single(field, name: name, sheet)
    }
  }

  private static func group(_ field: Field, _ fields: [Field], name: String, _ sheet: ControlSheet) -> HTML {
    """
    <fieldset id="\(sheet.id(name))"><legend>\(field.label, sheet.language)\(mark(field))</legend>
    \(when(field.help) { "<p class=\"help\">\($0, sheet.language)</p>" })
    \(HTML.each(fields) { render($0, name: "\(name).\($0.name)", sheet) })
    </fieldset>
    """
  }

  private static func tick(_ field: Field, name: String, _ sheet: ControlSheet) -> HTML {
    """
    <div class="field tick"><label><input type="checkbox" id="\(sheet.id(name))" name="\(name)" value="true"\
    \(attribute: "checked", if: sheet.values[name] == "true")> \(field.label, sheet.language)</label>\(notes(field, name, sheet))</div>
    """
  }

  private static func radios(_ field: Field, _ choices: [Choice], name: String, _ sheet: ControlSheet) -> HTML {
    let chosen = sheet.values[name]
    let buttons = HTML.each(choices) { choice -> HTML in
      """
      <label class="radio"><input type="radio" name="\(name)" value="\(choice.value)"\
      \(attribute: "checked", if: chosen == choice.value)\(attribute: "required", if: field.required)> \
      \(choice.label, sheet.language)</label>
      """
    }
    return """
      <fieldset class="field choices" id="\(sheet.id(name))"><legend>\(field.label, sheet.language)\(mark(field))</legend>
      <div class="radios">\(buttons)</div>\(notes(field, name, sheet))</fieldset>
      """
  }

  private static func single(_ field: Field, name: String, _ sheet: ControlSheet) -> HTML {
    """
    <div class="field"><label for="\(sheet.id(name))">\(field.label, sheet.language)\(mark(field))</label>
    \(ControlInput.render(field, name: name, sheet))\(notes(field, name, sheet))</div>
    """
  }

  private static func mark(_ field: Field) -> HTML {
    when(field.required) { " <span class=\"must\" aria-hidden=\"true\">*</span>" }
  }

  private static func notes(_ field: Field, _ name: String, _ sheet: ControlSheet) -> HTML {
    let wrong = HTML.each(sheet.problems(of: name)) { "<p class=\"wrong\">\($0.reason, sheet.language)</p>" }
    let help = when(field.help) { (help: Phrase) -> HTML in "<p class=\"help\">\(help, sheet.language)</p>" }
    guard !wrong.isEmpty || !help.isEmpty else { return .empty }
    return "<div id=\"\(sheet.id(name))-note\">\(help)\(wrong)</div>"
  }
}
