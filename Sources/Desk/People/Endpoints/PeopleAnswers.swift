import Casework
import Ledger
import Vault
import Web
import Workdays

/// What the endpoints of this module answer with.
enum PeopleAnswers {
  private static let members: [AnswerShape.Member] = [
    .init("account", .text), .init("name", .text), .init("unit", .text), .init("roles", .list(of: .choice(Role.allCases.map(\.rawValue)))),
    .init("state", .choice(AccountState.allCases.map(\.rawValue))),
  ]
  static let receipt = AnswerShape.object("AccountReceipt", members)
  static let account = AnswerShape.object(
    "Account",
    members + [.maybe("group", .text), .init("createdAt", .moment), .init("passwordChangedAt", .moment), .init("tokens", .list(of: token))])
  static let token = AnswerShape.object("Token", [.init("id", .whole), .init("label", .text), .init("createdAt", .moment)])
  static let tokens = AnswerShape.page(of: token)
  static let issuedPassword = AnswerShape.object("IssuedPassword", members + [.init("password", .text)])
  static let issuedToken = AnswerShape.object("IssuedToken", [.init("id", .whole), .init("token", .text)])
  static let session = AnswerShape.object(
    "Session", [.init("account", .text), .init("session", .text), .init("csrf", .text), .init("mustChange", .flag)])

  static func json(_ account: Account) -> JSONValue {
    .members(
      ("account", .text(account.login.value)), ("name", .text(account.name)), ("unit", .text(account.unit.value)),
      ("roles", .texts(account.roles.map(\.rawValue))), ("state", .text(account.state.rawValue)), ("group", .optional(account.group)),
      ("createdAt", .text(account.createdAt.iso8601)), ("passwordChangedAt", .text(account.passwordChangedAt.iso8601)),
      ("tokens", tokens(account)))
  }

  static func tokens(_ account: Account) -> JSONValue {
    .list(
      account.tokens.map { token in
        .members(("id", .whole(token.id)), ("label", .text(token.label)), ("createdAt", .text(token.createdAt.iso8601)))
      })
  }

  static func json(_ page: AccountPage) -> JSONValue {
    .members(("items", .list(page.accounts.map { json($0) })), ("next", .optional(page.next)))
  }

  static func json(password issued: Issued) -> JSONValue {
    let account = issued.account
    return .members(
      ("account", .text(account.account.value)), ("name", .text(account.name)), ("unit", .text(account.unit.value)),
      ("roles", .texts(account.roles.map(\.rawValue))), ("state", .text(account.state.rawValue)), ("password", .text(issued.secret)))
  }

  static func json(token issued: Issued) -> JSONValue {
    .members(("id", .optional(issued.token)), ("token", .text(issued.secret)))
  }
}

extension Call {
  var login: String { parameter("login") }

  /// What makes this request the same request; the body must hold no secret, because its hash is kept.
  var requestKey: RequestKey? {
    guard let idempotencyKey else { return nil }
    var hash = FramedHash()
    hash.add("people")
    for name in parameters.keys.sorted() {
      hash.add(name)
      hash.add(parameter(name))
    }
    hash.add(body)
    return RequestKey(scope: actor.account.value, key: idempotencyKey, fingerprint: Digest.hex(hash.finish()))
  }
}
