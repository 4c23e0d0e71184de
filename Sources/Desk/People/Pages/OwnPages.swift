import Casework
import Web
import Workdays

/// The pages of one's own account.
enum OwnPages {
  static func account(_ account: Account, _ create: Endpoint, _ call: Call, _ profile: Profile) -> HTML {
    let visitor = call.visitor
    let title = Phrase("我的账户", "My account")[visitor.language]
    let form = ActionForm.render(create, to: Paths.ownTokens, for: visitor, references: call.references)
    // Under a one-time password there is one thing to do first.
    let limited = call.actor.roles.isEmpty
    let body: HTML = """
      <h1>\(title)</h1>
      <div class="stack">
      \(when(limited) { "<p class=\"notice\">\(first, visitor.language)</p>" })
      \(AccountFacts.render(account, visitor, profile))
      <p><a class="secondary" href="\(Paths.password)">\(Phrase("修改密码", "Change the password"), visitor.language)</a></p>
      \(TokenTable.render(account, visitor) { limited ? nil : Paths.ownTokenRevocation($0) })
      \(ActionBar.render(limited ? [] : [.form(create.summary, form, language: visitor.language)], next: nil, language: visitor.language))
      </div>
      """
    return Layout.page(title, for: visitor, current: Paths.ownAccount, body: body)
  }

  private static let first = Phrase("您在使用一次性密码；请先修改密码，之后即可办理业务。", "This is a one-time password: change it first, then everything opens.")

  static func password(_ call: Call, _ problem: (any Problem)? = nil) -> HTML {
    let visitor = call.visitor
    let title = Phrase("修改密码", "Change the password")
    let shown = Endpoint.post("password", .signedIn, title, form: PeopleForms.ownPassword) { _ in .nothing }
    let form = ActionForm.render(
      shown, to: Paths.password, for: visitor, references: call.references, problems: problem?.fields ?? [])
    let body: HTML = """
      <section class="form-page">
      <h1>\(title, visitor.language)</h1>
      \(when(problem) { LoginPage.notice($0, visitor) })
      <p class="soft">\(Phrase("修改后，您在其他设备上的登录会结束。", "Your sessions on other devices end with it."), visitor.language)</p>
      \(form)
      </section>
      """
    return Layout.page(title[visitor.language], for: visitor, body: body)
  }
}

/// Who an account is: name, unit, roles, state.
enum AccountFacts {
  static func render(_ account: Account, _ visitor: Visitor, _ profile: Profile) -> HTML {
    let language = visitor.language
    let steps = profile.units.path(to: account.unit).map { (name: profile.units.name(of: $0), path: String?.none) }
    return """
      <div class="panel">
      <p><strong>\(account.name)</strong> <span class="number">\(account.login.value)</span>
      <span class="state">\(account.state.phrase, language)</span></p>
      \(UnitPath.render(steps, language: language))
      <p>\(roles(account, language))</p>
      <p class="soft">\(when(account.group) { "\(Phrase("班组", "Group"), language) \($0) · " })\(Phrase("开设于", "Opened"), language) \(account.createdAt, language)</p>
      </div>
      """
  }

  static func roles(_ account: Account, _ language: Language) -> HTML {
    HTML(escaping: account.roles.map { $0.phrase[language] }.joined(separator: language == .zh ? "、" : ", "))
  }
}
