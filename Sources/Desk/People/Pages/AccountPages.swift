import Casework
import Ledger
import Web
import Workdays

/// The pages of the three officers.
enum AccountPages {
  static func list(_ page: AccountPage, _ query: AccountQuery, _ call: Call, _ profile: Profile) -> HTML {
    let visitor = call.visitor
    let title = Phrase("账户", "Accounts")[visitor.language]
    let create = AccountForms.create.shown
    let form = ActionForm.render(create, to: Paths.accounts, for: visitor, references: call.references)
    let bar = create.who.admits(call.actor) ? [ActionBar.Item.form(create.summary, form, primary: true, language: visitor.language)] : []
    let body: HTML = """
      <h1>\(title)</h1>
      <div class="stack">
      \(Tabs.render(tabs(query), language: visitor.language))
      \(ActionBar.render(bar, next: Phrase("开设后显示一次性密码。", "A one-time password is shown afterwards."), language: visitor.language))
      \(table(page, visitor, profile))
      \(when(call.actor.has(.admin)) { displays(visitor.language) })
      \(Pager.render(next: page.next.map { link(query, query.state, after: $0) }, language: visitor.language))
      </div>
      """
    return Layout.page(title, for: visitor, current: Paths.accounts, body: body)
  }

  private static func displays(_ language: Language) -> HTML {
    "<p><a href=\"\(Paths.displays)\">\(Phrase("大屏令牌", "Displays of the hall"), language)</a></p>"
  }

  private static func tabs(_ query: AccountQuery) -> [Tabs.Tab] {
    let states: [AccountState?] = [nil, .active, .disabled]
    return states.map { state in
      Tabs.Tab(link(query, state), state?.phrase ?? Phrase("全部", "All"), isCurrent: query.state == state)
    }
  }

  private static func link(_ query: AccountQuery, _ state: AccountState?, after: String? = nil) -> String {
    let pairs = [("unit", query.unit?.value), ("state", state?.rawValue), ("after", after)]
    let given = pairs.compactMap { name, value in value.map { "\(name)=\(percentEncoded($0))" } }
    return given.isEmpty ? Paths.accounts : "\(Paths.accounts)?\(given.joined(separator: "&"))"
  }

  private static func table(_ page: AccountPage, _ visitor: Visitor, _ profile: Profile) -> HTML {
    guard !page.accounts.isEmpty else {
      return EmptyState.render(Phrase("没有符合条件的账户。", "No account fits."), language: visitor.language)
    }
    let rows = HTML.each(page.accounts) { account -> HTML in
      """
      <tr><td class="matter"><a href="\(Paths.account(account.login.value))">\(account.name)</a>
      <span class="number soft">\(account.login.value)</span></td>
      <td>\(profile.units.name(of: account.unit), visitor.language)</td><td>\(AccountFacts.roles(account, visitor.language))</td>
      <td><span class="state">\(account.state.phrase, visitor.language)</span></td></tr>
      """
    }
    let heads = [Phrase("姓名", "Name"), Phrase("单位", "Unit"), Phrase("角色", "Roles"), Phrase("状态", "State")]
    return """
      <table class="queue"><caption>\(Phrase("账户列表", "List of accounts"), visitor.language)</caption>
      <thead><tr>\(HTML.each(heads) { "<th scope=\"col\">\($0, visitor.language)</th>" })</tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  static func show(_ account: Account, _ call: Call, _ profile: Profile) -> HTML {
    let visitor = call.visitor
    let possible = Permit.possible(account, for: call.actor, in: profile.units)
    let bar = AccountActions(account: account, call: call, possible: Set(possible)).items
    let mayRevoke = !call.actor.roles.isDisjoint(with: [.admin, .securityAdmin]) && account.login != call.actor.account
    let body: HTML = """
      <h1>\(account.name) <small>\(account.login.value)</small></h1>
      <div class="stack">
      \(AccountFacts.render(account, visitor, profile))
      \(ActionBar.render(bar, next: nil, language: visitor.language))
      \(TokenTable.render(account, visitor) { mayRevoke ? "\(Paths.account(account.login.value))/tokens/\($0)/revocation" : nil })
      </div>
      """
    return Layout.page(account.name, for: visitor, current: Paths.accounts, body: body)
  }
}
