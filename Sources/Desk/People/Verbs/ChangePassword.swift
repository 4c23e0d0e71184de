import Casework
import Ledger
import Store
import Workdays

/// A person's own new password. The old one was checked before the transaction began, because checking takes long;
/// here it only must still be the same.
struct ChangePassword: Verb {
  let account: AccountKey
  let old: PasswordHash
  let password: NewPassword
  /// The digest of the session that goes on; all others end.
  let session: [UInt8]?

  func perform(in session: LedgerSession) throws -> AccountReceipt {
    let credentials = Credentials(session.sql)
    guard try credentials.hash(of: account, locking: true) == old else { throw PeopleProblem.wrongPassword(lockedUntil: nil) }
    let after = try session.change(Account.self, account.value, .changePassword) { _ in [.passwordChanged(reset: false)] }
    try credentials.update(account, password, at: session.now)
    try Sessions(session.sql).closeAll(of: account, except: self.session)
    return AccountReceipt(after)
  }
}

/// A one-time password for somebody who lost theirs; all their sessions end and the lock opens.
struct ResetPassword: Verb {
  let login: String
  let password: NewPassword

  func perform(in session: LedgerSession) throws -> SecretReceipt {
    let account = try session.account(login)
    let receipt = try session.changeOther(login, .resetPassword) { account in
      guard account.mayGiveSecret(session.actor) else { throw PeopleProblem.officer }
      return [.passwordChanged(reset: true)]
    }
    try Credentials(session.sql).update(account.id, password, at: session.now)
    try Sessions(session.sql).closeAll(of: account.id)
    try SignInFailures(session.sql).forget(.account(account.login.value))
    return SecretReceipt(account: receipt, mark: password.mark)
  }
}
