import Casework
import Workdays

/// The form of one endpoint, made from its fields: labels, help, required marks, what was typed before and what is wrong with it.
public enum ActionForm {
  /// For the page of a call: the action's path is filled in from the call's parameters.
  public static func render(
    _ endpoint: Endpoint, _ call: Call, values: SubmittedForm = .empty, problems: [FieldProblem] = [],
    open: [String: [Field]] = [:], button: Phrase? = nil
  ) -> HTML {
    render(
      endpoint, to: Paths.filled(endpoint.path, call.parameters), for: call.visitor, references: call.references, values: values,
      problems: problems, open: open, button: button)
  }

  /// - Parameters:
  ///   - path: where the form is sent.
  ///   - open: the fields that stand for a field of kind `open`, by its name.
  ///   - key: the idempotency key; one for each form shown.
  public static func render(
    _ endpoint: Endpoint, to path: String, for visitor: Visitor, references: any References, values: SubmittedForm = .empty,
    problems: [FieldProblem] = [], open: [String: [Field]] = [:], button: Phrase? = nil, key: String = randomToken(bytes: 12)
  ) -> HTML {
    let sheet = ControlSheet(
      language: visitor.language, references: references, values: values, problems: problems, open: open)
    let type: String? = endpoint.uploads == nil ? nil : "multipart/form-data"
    return """
      <form class="action" method="post" action="\(path)"\(attribute: "enctype", type)>
      \(token(visitor))<input type="hidden" name="\(SubmittedForm.keyName)" value="\(key)">
      \(HTML.each(endpoint.form.fields) { Control.render($0, name: $0.name, sheet) })
      \(when(endpoint.uploads) { files($0, visitor) })
      <div class="buttons"><button class="primary" type="submit">\(button ?? endpoint.summary, visitor.language)</button></div>
      </form>
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

  private static func files(_ rule: UploadRule, _ visitor: Visitor) -> HTML {
    let types = PictureKind.allCases.filter(rule.kinds.contains).map(\.rawValue).joined(separator: ",")
    let size = rule.each >> 20
    let help = Phrase("最多 \(rule.files) 张，每张不超过 \(size) MB", "At most \(rule.files), each up to \(size) MB")
    return """
      <div class="field"><label for="f-files">\(Phrase("图片", "Pictures"), visitor.language)</label>
      <input id="f-files" type="file" name="files" accept="\(types)"\(attribute: "multiple", if: rule.files > 1)>
      <p class="help">\(help, visitor.language)</p></div>
      """
  }
}
