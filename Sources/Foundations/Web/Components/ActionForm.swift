import Casework
import Workdays

/// The form of one endpoint, made from its fields: labels, help, required marks, what was typed before and what is wrong with it.
public enum ActionForm {
  /// For the page of a call: the action's path is filled in from the call's parameters.
  public static func render(
    _ endpoint: Endpoint, _ call: Call, values: SubmittedForm = .empty, problems: [FieldProblem] = [],
    open: [String: [Field]] = [:], button: Phrase? = nil, scope: String = ""
  ) -> HTML {
    render(
      endpoint, to: Paths.filled(endpoint.path, call.parameters), for: call.visitor, references: call.references, values: values,
      problems: problems, open: open, button: button, scope: scope)
  }

  /// For a page that arranges the controls itself.
  /// - Parameters:
  ///   - look: the classes of the form; one with `action` keeps what is typed as every form does.
  ///   - data: further attributes of the form.
  ///   - buttons: in the place of the one button; a button's name and value are sent along as those of a field.
  public static func arranged(
    _ endpoint: Endpoint, _ call: Call, values: SubmittedForm, problems: [FieldProblem], look: String, data: HTML = .empty,
    buttons: HTML? = nil, _ content: (Controls) -> HTML
  ) -> HTML {
    let one: HTML = "<button class=\"primary\" type=\"submit\">\(endpoint.summary, call.language)</button>"
    let sheet = ControlSheet(language: call.language, references: call.references, values: values, problems: problems, open: [:])
    let type: String? = endpoint.uploads == nil ? nil : "multipart/form-data"
    return """
      <form class="\(look)" method="post" action="\(Paths.filled(endpoint.path, call.parameters))"\(attribute: "enctype", type)\(data)>
      \(token(call.visitor))<input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">
      \(content(Controls(form: endpoint.form, sheet: sheet, uploads: endpoint.uploads)))
      <div class="buttons">\(buttons ?? one)</div>
      </form>
      """
  }

  /// - Parameters:
  ///   - path: where the form is sent.
  ///   - open: the fields that stand for a field of kind `open`, by its name.
  ///   - key: the idempotency key; one for each form shown.
  ///   - scope: stands before the ids of the controls, where a page has several forms.
  ///   - fixed: what is sent along without being asked, by its name.
  ///   - rare: the fields that are seldom filled in; they are folded away while nothing stands in them.
  public static func render(
    _ endpoint: Endpoint, to path: String, for visitor: Visitor, references: any References, values: SubmittedForm = .empty,
    problems: [FieldProblem] = [], open: [String: [Field]] = [:], button: Phrase? = nil, key: String = randomToken(bytes: 12),
    scope: String = "", fixed: KeyValuePairs<String, String> = [:], rare: Set<String> = []
  ) -> HTML {
    let sheet = ControlSheet(
      language: visitor.language, references: references, values: values, problems: problems, open: open, scope: scope)
    let type: String? = endpoint.uploads == nil ? nil : "multipart/form-data"
    return """
      <form class="action" method="post" action="\(path)"\(attribute: "enctype", type)>
      \(token(visitor))<input type="hidden" name="\(SubmittedForm.keyName)" value="\(key)">\
      \(HTML.each(fixed) { "<input type=\"hidden\" name=\"\($0.key)\" value=\"\($0.value)\">" })
      \(HTML.each(endpoint.form.fields.filter { !rare.contains($0.name) }) { Control.render($0, name: $0.name, sheet) })
      \(folded(endpoint.form, rare, sheet))
      \(when(endpoint.uploads) { files($0, sheet) })
      <div class="buttons"><button class="primary" type="submit">\(button ?? endpoint.summary, visitor.language)</button></div>
      </form>
      """
  }

  private static func folded(_ form: Form, _ rare: Set<String>, _ sheet: ControlSheet) -> HTML {
    let fields = form.fields.filter { rare.contains($0.name) }
    guard !fields.isEmpty else { return .empty }
    let isOpen = Controls(form: form, sheet: sheet).needsEyes(fields.map(\.name))
    let labels = fields.map { $0.label[sheet.language] }.joined(separator: sheet.language == .zh ? "、" : ", ")
    return """
      <details class="rare"\(attribute: "open", if: isOpen)><summary>\(Phrase("更多：", "More: "), sheet.language)\(labels)</summary>
      \(HTML.each(fields) { Control.render($0, name: $0.name, sheet) })</details>
      """
  }

  /// One button that does one thing, such as signing.
  public static func button(_ endpoint: Endpoint, to path: String, for visitor: Visitor, primary: Bool = false) -> HTML {
    """
    <form class="one" method="post" action="\(path)">\(token(visitor))\
    <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">\
    <button class="\(primary ? "primary" : "secondary")">\(endpoint.summary, visitor.language)</button></form>
    """
  }

  /// What every form of ours carries, so that no other site's form can pass for it.
  public static func token(_ visitor: Visitor) -> HTML {
    "<input type=\"hidden\" name=\"\(SubmittedForm.tokenName)\" value=\"\(visitor.token)\">"
  }

  static func files(_ rule: UploadRule, _ sheet: ControlSheet) -> HTML {
    let types = PictureKind.allCases.filter(rule.kinds.contains).map(\.rawValue).joined(separator: ",")
    let size = rule.each >> 20
    let help = Phrase("最多 \(rule.files) 张，每张不超过 \(size) MB", "At most \(rule.files), each up to \(size) MB")
    let (name, id) = (UploadRule.control, sheet.id(UploadRule.control))
    let wrong = HTML.each(sheet.problems(of: name)) { "<p class=\"wrong\">\($0.reason, sheet.language)</p>" }
    let invalid = wrong.isEmpty ? nil : "true"
    return """
      <div class="field"><label for="\(id)">\(UploadRule.label, sheet.language)</label>
      <input id="\(id)" type="file" name="\(name)" accept="\(types)"\(attribute: "multiple", if: rule.files > 1)\
      \(attribute: "aria-invalid", invalid) aria-describedby="\(id)-note">
      <div id="\(id)-note"><p class="help">\(help, sheet.language)</p>\(wrong)</div></div>
      """
  }
}
