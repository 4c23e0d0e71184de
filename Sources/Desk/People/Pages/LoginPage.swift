import Casework
import Web
import Workdays

/// Where staff sign in. The name stays when something was wrong, the password never.
enum LoginPage {
  static func render(_ visitor: Visitor, name: String, next: String, problem: (any Problem)? = nil) -> HTML {
    let title = Phrase("工作人员登录", "Staff sign-in")[visitor.language]
    let body: HTML = """
      <section class="form-page">
      <h1>\(title)</h1>
      \(when(problem) { notice($0, visitor) })
      <form class="action" method="post" action="\(Paths.sessions)">
      \(ActionForm.token(visitor))<input type="hidden" name="next" value="\(next)">
      \(input("name", PeopleForms.login.label, "text", "username", value: name, visitor))
      \(input("password", PeopleForms.password.label, "password", "current-password", value: nil, visitor))
      <div class="buttons"><button class="primary" type="submit">\(Phrase("登录", "Sign in"), visitor.language)</button></div>
      </form>
      <p class="soft">\(help, visitor.language)</p>
      </section>
      """
    return Layout.page(title, for: visitor, style: .plain, body: body)
  }

  private static let help = Phrase("忘记密码请联系本单位管理员重置。", "If you forgot your password, ask your administrator for a new one.")

  /// What is wrong, above the form.
  static func notice(_ problem: any Problem, _ visitor: Visitor) -> HTML {
    let lines = HTML.each(problem.fields) { "<li>\($0.reason, visitor.language)</li>" }
    let list = when(!lines.isEmpty) { "<ul>\(lines)</ul>" }
    return "<div class=\"notice refused\" role=\"alert\" id=\"errors\"><p>\(problem.sentence, visitor.language)</p>\(list)</div>"
  }

  private static func input(_ name: String, _ label: Phrase, _ type: String, _ fill: String, value: String?, _ visitor: Visitor) -> HTML {
    """
    <div class="field"><label for="f-\(name)">\(label, visitor.language)</label>
    <input id="f-\(name)" name="\(name)" type="\(type)" autocomplete="\(fill)" autocapitalize="none" spellcheck="false" maxlength="200"\
    \(attribute: "value", value) required></div>
    """
  }
}
