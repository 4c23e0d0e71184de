import Casework
import Workdays

/// What can go wrong with accounts and signing in.
public enum PeopleProblem: Problem, Equatable {
  /// The name or the password is wrong; which of the two is not said.
  case wrongPassword(lockedUntil: Moment?)
  case locked(until: Moment)
  case disabled
  /// What would change the own account.
  case ownAccount
  /// An officer's account, whose secrets another officer sets.
  case officer
  /// Only the security administrator gives the roles of the three officers.
  case officerRoles
  /// The same request came again; its secret was shown once and is kept nowhere.
  case shownOnce

  public var status: Int {
    switch self {
    case .wrongPassword: 401
    case .locked: 429
    case .disabled, .ownAccount, .officer, .officerRoles: 403
    case .shownOnce: 409
    }
  }

  public var code: String {
    switch self {
    case .wrongPassword: "wrong-password"
    case .locked: "locked"
    case .disabled: "disabled"
    case .ownAccount: "own-account"
    case .officer: "officer-account"
    case .officerRoles: "officer-roles"
    case .shownOnce: "shown-once"
    }
  }

  public var again: Moment? {
    switch self {
    case .wrongPassword(let until): until
    case .locked(let until): until
    default: nil
    }
  }

  public var sentence: Phrase {
    switch self {
    case .wrongPassword(nil):
      Phrase(
        "用户名或密码不正确；请检查大小写后再试，忘记密码请找管理员重置。",
        "The name or the password is wrong; check capitals and try again, or ask your administrator to reset the password.")
    case .wrongPassword(let until?), .locked(let until):
      Phrase(
        "输错次数过多，已锁定至 \(until.phrase.zh)；届时再试，或请管理员重置密码。",
        "Too many wrong tries: locked until \(until.phrase.en) (UTC+8). Try again then, or ask your administrator to reset the password.")
    case .disabled: Phrase("此账户已停用；如需使用请联系管理员。", "This account is disabled; ask your administrator.")
    case .ownAccount: Phrase("不能变更自己的账户；请由另一位管理员办理。", "Nobody changes their own account; ask another administrator.")
    case .officer: Phrase("此为管理员账户，其密码和令牌由安全管理员办理。", "This is an officer's account; its password and tokens are another officer's matter.")
    case .officerRoles:
      Phrase("管理员角色只能由安全管理员授予。", "Only the security administrator gives the roles of an administrator.")
    case .shownOnce:
      Phrase(
        "这个请求已经办过；密码或令牌只显示一次，需要时请重新签发。", "This was done already; a password or token is shown only once. Issue a new one if it is lost.")
    }
  }

  static func account(_ login: String) -> CaseworkProblem { .unknown(what: Account.noun, key: login) }
}
