import Casework
import Testing
import Web
import Workdays

@testable import People

@Suite struct EndpointTests {
  private func endpoint(_ accounts: Accounts, _ method: Endpoint.Method, _ path: String) throws -> Endpoint {
    try #require(PeopleDesk(accounts).endpoints.first { $0.method == method && $0.path == path })
  }

  /// Who may call what, role by role: no others than these.
  @Test(arguments: Role.allCases)
  func eachRoleMayCallWhatItsLineSays(_ role: Role) async throws {
    try await Town.run(.sqlite) { _, accounts in
      let actor = Actor(account: "x", name: "x", roles: [role], unit: "hotline", scope: "yunxi")
      let open = PeopleDesk(accounts).endpoints.filter { $0.path.hasPrefix("admin/") && $0.who.admits(actor) }
      let nouns = Set(open.filter { $0.method == .post }.map(\.noun))
      switch role {
      case .admin: #expect(nouns == ["accounts", "unit", "disabling", "displays", "enabling", "password", "tokens", "revocation"])
      case .securityAdmin: #expect(nouns == ["roles", "disabling", "enabling", "password", "tokens", "revocation"])
      case .auditAdmin: #expect(nouns.isEmpty && open.count == 3)
      default: #expect(open.isEmpty)
      }
    }
  }

  @Test func everyPathIsThereOnce() async throws {
    try await Town.run(.sqlite) { _, accounts in
      let names = PeopleDesk(accounts).endpoints.flatMap { endpoint in endpoint.surfaces.map { "\(endpoint.method) \($0) \(endpoint.path)" }
      }
      #expect(Set(names).count == names.count)
    }
  }

  @Test func aWrongPasswordShowsTheFormAgainWithoutIt() async throws {
    try await Town.run(.sqlite) { town, accounts in
      let form = SubmittedForm([("name", "li.na"), ("password", "not-this-secret"), ("next", "/orders")])
      let input = try PeopleForms.signIn.read(form: form)
      let call = Call(actor: .citizen, now: town.now, surface: .page, visitor: Visitor(language: .en), input: input, submitted: form)
      let answer = try await endpoint(accounts, .post, "sessions").handle(call)
      let page = String(reflecting: answer)
      #expect(page.contains("status: 401"))
      #expect(page.contains("li.na") && page.contains("/orders"))
      #expect(page.contains("The name or the password is wrong"))
      #expect(!page.contains("not-this-secret"))
    }
  }

  @Test func signingInSetsTheCookieAndGoesOn() async throws {
    try await Town.run(.sqlite) { town, accounts in
      let input = try PeopleForms.signIn.read(
        form: SubmittedForm([("name", "li.na"), ("password", Town.password), ("next", "//evil.example")]))
      let call = Call(actor: .citizen, now: town.now, surface: .page, input: input)
      let answer = String(reflecting: try await endpoint(accounts, .post, "sessions").handle(call))
      #expect(answer.contains("lianxin_session"))
      #expect(!answer.contains("evil.example"))
    }
  }

  @Test(arguments: Language.allCases)
  func thePagesSpeakBothLanguages(_ language: Language) async throws {
    try await Town.run(.sqlite) { town, accounts in
      let gate = PeopleGate(accounts)
      for login in ["admin", "security", "audit"] {
        let actor = try await accounts.actor(for: login)
        let visitor = Visitor(actor: actor, language: language, token: "t")
        for (path, parameters) in [
          ("admin/accounts", [:]), ("admin/accounts/{login}", ["login": "li.na"]), ("account", [:]), ("password", [:]),
        ] {
          let call = Call(
            actor: actor, now: town.now, surface: .page, visitor: visitor, parameters: parameters, references: gate.references)
          let page = String(reflecting: try await endpoint(accounts, .get, path).handle(call))
          #expect(page.contains(language == .zh ? "密码" : "assword") || path.hasPrefix("admin"))
          #expect(page.contains("<main"))
          if path == "admin/accounts/{login}" { #expect(page.contains("/admin/accounts/li.na/roles") == (login == "security")) }
        }
      }
    }
  }
}
