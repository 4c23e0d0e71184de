import Casework
import Web
import Workdays

/// Fields and forms of this module.
enum PeopleForms {
  static let login = Field.required("name", .line(100), Phrase("用户名", "Name"))
  static let password = Field.required("password", .secret(max: PasswordRule.longest), Phrase("密码", "Password"))
  /// The page to go on with after signing in.
  static let next = Field("next", .line(500), Phrase("登录后前往", "Page to go on with"))
  static let signIn: Form = [login, password, next]

  static let ownPassword: Form = [
    .required("old", .secret(max: PasswordRule.longest), Phrase("原密码", "Old password")),
    .required(
      "new", .secret(max: PasswordRule.longest), Phrase("新密码", "New password"),
      help: Phrase(
        "至少 \(PasswordRule.shortest) 个字符，一句话最好记。", "At least \(PasswordRule.shortest) characters; a sentence is easy to remember.")),
    .required("again", .secret(max: PasswordRule.longest), Phrase("再输一次新密码", "New password again")),
  ]

  static let token: Form = [
    .required("label", .line(60), Phrase("令牌用途", "What the token is for"), help: Phrase("如“短信网关”。", "For example “SMS gateway”."))
  ]

  static let roles = Field.required(
    "roles", .list(of: .choice(of: Role.self), max: Role.allCases.count), Phrase("角色", "Roles"),
    help: Phrase("可多选；系统、安全、审计管理员三者不得兼任。", "Several are possible, but only one of the three administrators."))
  static let unit = Field.required("unit", .reference(.unit), Phrase("单位", "Unit"))
  static let group = Field("group", .line(60), Phrase("班组", "Work group"))

  static let account: Form = [
    .required(
      "login", .line(Login.longest), Phrase("用户名", "Name for signing in"),
      help: Phrase("字母、数字、汉字和 . _ -", "Letters, digits, Chinese characters and . _ -")),
    .required("name", .line(60), Phrase("姓名", "Full name")),
    unit, roles, group,
    Field("language", .choice([Choice("zh", Phrase("中文", "Chinese")), Choice("en", Phrase("英文", "English"))]), Phrase("语言", "Language")),
  ]

  static let query: Form = [
    Field("unit", .reference(.unit), Phrase("单位", "Unit")),
    Field("state", .choice(of: AccountState.self), Phrase("状态", "State")),
    Field("after", .line(Login.longest), Phrase("从此之后", "After")),
    Field("limit", .whole(1...200), Phrase("条数", "How many")),
  ]
}

extension AccountQuery {
  init(_ query: Input) {
    unit = query.optionalText("unit").map { UnitID($0) }
    state = query.word("state", as: AccountState.self)
    after = query.optionalText("after")
    limit = Int(query.whole("limit") ?? 50)
  }
}

extension Input {
  var roles: Set<Role> { Set(texts("roles").compactMap(Role.init(rawValue:))) }
}
