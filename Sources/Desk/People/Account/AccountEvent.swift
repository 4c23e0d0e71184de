import Casework
import Workdays

/// What happened to an account. No event carries a password, a token or a hash of one.
public enum AccountEvent: StreamEvent, Hashable {
  case created(login: AccountID, name: String, unit: UnitID, roles: [Role], group: String?, language: Language)
  /// The roles as they are from now on.
  case rolesChanged(roles: [Role])
  case moved(unit: UnitID, group: String?)
  case disabled(reason: String?)
  case enabled
  /// - Parameter reset: somebody else set it, so it holds until its owner has chosen another.
  case passwordChanged(reset: Bool)
  case tokenCreated(token: Int64, label: String)
  case tokenRevoked(token: Int64)

  public var action: AccountAction {
    switch self {
    case .created: .create
    case .rolesChanged: .changeRoles
    case .moved: .move
    case .disabled: .disable
    case .enabled: .enable
    case .passwordChanged(let reset): reset ? .resetPassword : .changePassword
    case .tokenCreated: .createToken
    case .tokenRevoked: .revokeToken
    }
  }
}

/// What can be done with an account; the words are the nouns of its paths.
public enum AccountAction: String, Codable, Sendable, CaseIterable, Worded {
  case create = "accounts"
  case changeRoles = "roles"
  case move = "unit"
  case disable = "disabling"
  case enable = "enabling"
  case changePassword = "own-password"
  case resetPassword = "password"
  case createToken = "tokens"
  case revokeToken = "revocation"

  public var phrase: Phrase {
    switch self {
    case .create: Phrase("开设账户", "Create an account")
    case .changeRoles: Phrase("调整角色", "Change roles")
    case .move: Phrase("调整单位", "Move to a unit")
    case .disable: Phrase("停用账户", "Disable the account")
    case .enable: Phrase("启用账户", "Enable the account")
    case .changePassword: Phrase("修改密码", "Change the password")
    case .resetPassword: Phrase("重置密码", "Reset the password")
    case .createToken: Phrase("签发令牌", "Create a token")
    case .revokeToken: Phrase("停用令牌", "Revoke a token")
    }
  }
}

/// Whether an account may be used.
public enum AccountState: String, Codable, Sendable, CaseIterable, Worded {
  case active, disabled

  public var phrase: Phrase {
    switch self {
    case .active: Phrase("正常", "Active")
    case .disabled: Phrase("已停用", "Disabled")
    }
  }
}
