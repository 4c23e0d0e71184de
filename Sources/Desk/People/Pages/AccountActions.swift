import Casework
import Web
import Workdays

/// What the reader of an account's page may do with it now.
struct AccountActions {
  let account: Account
  let call: Call
  let possible: Set<AccountAction>

  var items: [ActionBar.Item] {
    guard account.login != call.actor.account else { return [] }
    let secret = account.mayGiveSecret(call.actor)
    return [
      box(.roles, .changeRoles, account.roles.map { ("roles", $0.rawValue) }),
      box(.unit, .move, [("unit", account.unit.value), ("group", account.group ?? "")]),
      secret ? button(.password, .resetPassword) : nil,
      secret ? box(.tokens, .createToken, []) : nil,
      box(.disabling, .disable, []),
      button(.enabling, .enable),
    ].compactMap { $0 }
  }

  private func box(_ form: AccountForms, _ action: AccountAction, _ values: [(String, String)]) -> ActionBar.Item? {
    let endpoint = form.shown
    guard possible.contains(action), endpoint.who.admits(call.actor) else { return nil }
    let html = ActionForm.render(
      endpoint, to: path(endpoint), for: call.visitor, references: call.references, values: SubmittedForm(values),
      scope: endpoint.noun)
    return .form(endpoint.summary, html, language: call.language)
  }

  private func button(_ form: AccountForms, _ action: AccountAction) -> ActionBar.Item? {
    let endpoint = form.shown
    guard possible.contains(action), endpoint.who.admits(call.actor) else { return nil }
    return .button(endpoint, to: path(endpoint), for: call.visitor)
  }

  private func path(_ endpoint: Endpoint) -> String { Paths.filled(endpoint.path, ["login": account.login.value]) }
}
