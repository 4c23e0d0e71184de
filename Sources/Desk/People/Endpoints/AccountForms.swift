import Casework
import Web
import Workdays

/// The forms of the officers, one line each: path, who, what. The page shows those that its reader may send.
enum AccountForms: CaseIterable {
  case create, roles, unit, disabling, enabling, password, tokens, revocation

  private static let admin = Access.roles([.admin])
  private static let security = Access.roles([.securityAdmin])
  private static let both = Access.roles([.admin, .securityAdmin])

  func endpoint(_ handle: @escaping Endpoint.Handler) -> Endpoint {
    let receipt = PeopleAnswers.receipt
    return switch self {
    case .create: make("", Self.admin, .create, PeopleForms.account, PeopleAnswers.issuedPassword, handle)
    case .roles: make("/{login}/roles", Self.security, .changeRoles, [PeopleForms.roles], receipt, handle)
    case .unit: make("/{login}/unit", Self.admin, .move, [PeopleForms.unit, PeopleForms.group], receipt, handle)
    case .disabling: make("/{login}/disabling", Self.both, .disable, [AccountForms.reason], receipt, handle)
    case .enabling: make("/{login}/enabling", Self.both, .enable, .empty, receipt, handle)
    case .password: make("/{login}/password", Self.both, .resetPassword, .empty, PeopleAnswers.issuedPassword, handle)
    case .tokens: make("/{login}/tokens", Self.both, .createToken, PeopleForms.token, PeopleAnswers.issuedToken, handle)
    case .revocation: make("/{login}/tokens/{token}/revocation", Self.both, .revokeToken, .empty, receipt, handle)
    }
  }

  /// For showing its form only.
  var shown: Endpoint { endpoint { _ in .nothing } }

  private static let reason = Field("reason", .line(200), Phrase("停用原因", "Reason"))

  private func make(
    _ path: String, _ who: Access, _ action: AccountAction, _ form: Form, _ answers: AnswerShape, _ handle: @escaping Endpoint.Handler
  ) -> Endpoint {
    .post(
      "admin/accounts\(path)", who, action.phrase, form: form, answers: answers, creates: action == .create || action == .createToken,
      handle: handle)
  }
}
