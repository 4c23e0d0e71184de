import Casework
import Web
import Workdays

/// What the three officers do with the accounts of their part of the tree.
struct AccountEndpoints {
  let accounts: Accounts
  private static let path = "admin/accounts"
  private static let one = "admin/accounts/{login}"

  var all: [Endpoint] {
    [
      .get(
        Self.path, .roles(Account.officers), Phrase("账户", "Accounts"), query: PeopleForms.query, answers: .page(of: PeopleAnswers.account),
        surfaces: [.api, .page], handle: list),
      .get(
        Self.one, .roles(Account.officers), Phrase("账户", "Account"), answers: PeopleAnswers.account, surfaces: [.api, .page], handle: show),
      .get(
        Self.one + "/tokens", .roles(Account.officers), Phrase("账户的令牌", "Tokens of the account"), answers: PeopleAnswers.tokens,
        handle: tokens),
    ] + AccountForms.allCases.map { $0.endpoint(handler($0)) }
  }

  private func handler(_ form: AccountForms) -> Endpoint.Handler {
    switch form {
    case .create: create
    case .roles:
      { try await done($0, accounts.changeRoles(of: $0.login, to: $0.input.roles, as: $0.actor, key: $0.requestKey, at: $0.now)) }
    case .unit: move
    case .disabling: disable
    case .enabling: { try await done($0, accounts.enable($0.login, as: $0.actor, key: $0.requestKey, at: $0.now)) }
    case .password: reset
    case .tokens: createToken
    case .revocation: { try await done($0, accounts.revokeToken($0.token, of: $0.login, as: $0.actor, key: $0.requestKey, at: $0.now)) }
    }
  }

  private func list(_ call: Call) async throws -> Answer {
    let query = AccountQuery(call.query)
    let page = try await accounts.page(for: call.actor, matching: query)
    if call.surface == .api { return .ok(PeopleAnswers.json(page)) }
    return .page(AccountPages.list(page, query, call, accounts.ledger.profile()))
  }

  private func show(_ call: Call) async throws -> Answer {
    let account = try await accounts.visible(call.login, to: call.actor)
    if call.surface == .api { return .ok(PeopleAnswers.json(account)) }
    return .page(AccountPages.show(account, call, accounts.ledger.profile()))
  }

  private func tokens(_ call: Call) async throws -> Answer {
    .ok(.members(("items", PeopleAnswers.tokens(try await accounts.visible(call.login, to: call.actor)))))
  }

  private func create(_ call: Call) async throws -> Answer {
    let input = call.input
    let new = NewAccount(
      input.text("login"), name: input.text("name"), unit: UnitID(input.text("unit")), roles: input.roles,
      group: input.optionalText("group"),
      language: input.word("language") ?? .zh)
    let issued = try await accounts.create(new, as: call.actor, key: call.requestKey, at: call.now)
    let page = Paths.account(issued.account.account.value)
    if call.surface == .api { return .created(PeopleAnswers.json(password: issued), at: page) }
    return .page(SecretPage.password(issued, back: page, call.visitor))
  }

  private func move(_ call: Call) async throws -> Answer {
    let unit = UnitID(call.input.text("unit"))
    let group = call.input.optionalText("group")
    return done(call, try await accounts.move(call.login, to: unit, group: group, as: call.actor, key: call.requestKey, at: call.now))
  }

  private func disable(_ call: Call) async throws -> Answer {
    let reason = call.input.optionalText("reason")
    return done(call, try await accounts.disable(call.login, reason: reason, as: call.actor, key: call.requestKey, at: call.now))
  }

  private func reset(_ call: Call) async throws -> Answer {
    let issued = try await accounts.resetPassword(of: call.login, as: call.actor, key: call.requestKey, at: call.now)
    if call.surface == .api { return .ok(PeopleAnswers.json(password: issued)) }
    return .page(SecretPage.password(issued, back: Paths.account(call.login), call.visitor))
  }

  private func createToken(_ call: Call) async throws -> Answer {
    let label = call.input.text("label")
    let issued = try await accounts.createToken(label, for: call.login, as: call.actor, key: call.requestKey, at: call.now)
    if call.surface == .api { return .created(PeopleAnswers.json(token: issued), at: Paths.account(call.login)) }
    return .page(SecretPage.token(issued, back: Paths.account(call.login), call.visitor))
  }

  private func done(_ call: Call, _ receipt: AccountReceipt) -> Answer { .ok(json: receipt, at: Paths.account(receipt.account.value)) }
}
