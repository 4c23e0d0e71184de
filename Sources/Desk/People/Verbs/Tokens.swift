import Casework
import Ledger
import Store
import Workdays

/// A token of the programming interface: one's own, or that of an account to which one may give secrets.
struct CreateToken: Verb {
  let login: String
  let label: String
  let digest: [UInt8]
  let mark: UInt64
  /// More would only mean that nobody knows any longer what they are for.
  static let most = 50

  private static let insert = "INSERT INTO api_tokens (digest, id, account_id, label, created_at) VALUES ($1, $2, $3, $4, $5)"

  func perform(in session: LedgerSession) throws -> SecretReceipt {
    let id = try session.account(login).id
    let token = try session.newID()
    let after = try session.change(Account.self, id.value, .createToken) { account in
      guard account.login == session.actor.account || account.mayGiveSecret(session.actor) else { throw PeopleProblem.officer }
      guard account.tokens.count < CreateToken.most else {
        throw CaseworkProblem.conflict(
          Phrase("令牌已达 \(CreateToken.most) 个；请先停用不用的。", "There are \(CreateToken.most) tokens; revoke those not in use."))
      }
      return [.tokenCreated(token: token, label: label)]
    }
    try session.sql.execute(
      CreateToken.insert, [.blob(digest), .int(token), .int(id.value), .text(label), .int(session.now.milliseconds)])
    return SecretReceipt(account: AccountReceipt(after), mark: mark, token: token)
  }
}

/// Makes a token useless for good.
struct RevokeToken: Verb {
  let login: String
  let token: Int64

  func perform(in session: LedgerSession) throws -> AccountReceipt {
    let id = try session.account(login).id
    let after = try session.change(Account.self, id.value, .revokeToken) { account in
      let own = account.login == session.actor.account
      guard own || session.actor.standing == .system || session.actor.has(.admin) || session.actor.has(.securityAdmin) else {
        throw PeopleProblem.officer
      }
      guard account.tokens.contains(where: { $0.id == token }) else {
        throw CaseworkProblem.unknown(what: Phrase("令牌", "token"), key: String(token))
      }
      return [.tokenRevoked(token: token)]
    }
    try session.sql.execute("UPDATE api_tokens SET revoked_at = $2 WHERE id = $1", [.int(token), .int(session.now.milliseconds)])
    return AccountReceipt(after)
  }
}
