import Casework
import Web
import Workdays

/// What everybody may do with their own account.
struct OwnAccountEndpoints {
  let accounts: Accounts

  var all: [Endpoint] {
    [
      .get("account", .signedIn, Phrase("我的账户", "My account"), answers: PeopleAnswers.account, surfaces: [.api, .page], handle: show),
      .page("password", .signedIn, Phrase("修改密码", "Change the password"), handle: passwordPage),
      changePassword,
      .get("account/tokens", .signedIn, Phrase("我的令牌", "My tokens"), answers: PeopleAnswers.tokens, handle: tokens),
      createToken,
      .post(
        "account/tokens/{token}/revocation", .signedIn, Phrase("停用令牌", "Revoke the token"), answers: PeopleAnswers.receipt, handle: revoke),
    ]
  }

  /// Only from the page: a token that got into wrong hands must not make itself another.
  private var createToken: Endpoint {
    .post("account/tokens", .signedIn, Phrase("签发令牌", "Create a token"), form: PeopleForms.token, surfaces: [.page], handle: create)
  }

  private var changePassword: Endpoint {
    .post(
      "password", .signedIn, Phrase("修改密码", "Change the password"), form: PeopleForms.ownPassword, surfaces: [.page],
      redraw: { call, problem in OwnPages.password(call, problem) }, handle: change)
  }

  private func show(_ call: Call) async throws -> Answer {
    let account = try await own(call)
    if call.surface == .api { return .ok(PeopleAnswers.json(account)) }
    return .page(OwnPages.account(account, createToken, call, accounts.ledger.profile()))
  }

  private func passwordPage(_ call: Call) async throws -> Answer { .page(OwnPages.password(call)) }

  /// Without an idempotency key: its fingerprint would be a fast hash of the passwords.
  private func change(_ call: Call) async throws -> Answer {
    let new = call.input.text("new")
    guard new == call.input.text("again") else { throw CaseworkProblem.field("again", "两次输入不一致。", "The two do not agree.") }
    do {
      _ = try await accounts.changePassword(from: call.input.text("old"), to: new, as: call.actor, session: call.session, at: call.now)
    } catch let problem as PeopleProblem {
      return .page(OwnPages.password(call, problem), refusing: problem)
    }
    return .seeOther(Paths.ownAccount)
  }

  private func tokens(_ call: Call) async throws -> Answer { .ok(.members(("items", PeopleAnswers.tokens(try await own(call))))) }

  private func create(_ call: Call) async throws -> Answer {
    let login = call.actor.account.value
    let issued = try await accounts.createToken(call.input.text("label"), for: login, as: call.actor, key: call.requestKey, at: call.now)
    return .page(SecretPage.token(issued, back: Paths.ownAccount, call.visitor))
  }

  private func revoke(_ call: Call) async throws -> Answer {
    let login = call.actor.account.value
    let receipt = try await accounts.revokeToken(call.token, of: login, as: call.actor, key: call.requestKey, at: call.now)
    return .ok(json: receipt, at: Paths.ownAccount)
  }

  private func own(_ call: Call) async throws -> Account {
    try await accounts.visible(call.actor.account.value, to: call.actor)
  }
}

extension Call {
  /// The number of the token that the path names; no token has the number 0.
  var token: Int64 { Int64(parameter("token")) ?? 0 }
}
