import Casework
import Ledger
import TestKit
import Testing
import Workdays

@testable import People

@Suite struct AccountTests {
  @Test(arguments: TestDatabases.each)
  func aNewAccountMustChangeItsPasswordFirst(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let admin = try await accounts.actor(for: "admin")
      let issued = try await accounts.create(NewAccount("Wang.Fang", name: "王芳", unit: "housing", roles: [.officer]), as: admin)
      let begun = try await accounts.signIn(name: "wang.fang", password: issued.secret)
      #expect(begun.mustChange)
      #expect(begun.actor.roles.isEmpty)
      let other = try await accounts.signIn(name: "wang.fang", password: issued.secret)
      _ = try await accounts.changePassword(from: issued.secret, to: "住建局门口有两棵槐树", as: begun.actor, session: begun.session)
      let gate = PeopleGate(accounts)
      #expect(try await gate.actor(session: begun.session)?.actor.roles == [.officer])
      #expect(try await gate.actor(session: other.session) == nil, "other sessions end")
      #expect(try await problem { _ = try await accounts.signIn(name: "wang.fang", password: issued.secret) }.status == 401)
    }
  }

  @Test(arguments: TestDatabases.each)
  func aRoleChangeTakesEffectAtOnce(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let gate = PeopleGate(accounts)
      let session = try await accounts.signIn(name: "li.na", password: Town.password).session
      #expect(try await gate.actor(session: session)?.actor.roles == [.agent])
      let security = try await accounts.actor(for: "security")
      _ = try await accounts.changeRoles(of: "li.na", to: [.dispatcher, .shiftLeader], as: security)
      #expect(try await gate.actor(session: session)?.actor.roles == [.dispatcher, .shiftLeader])
    }
  }

  @Test(arguments: TestDatabases.each)
  func nobodyChangesTheirOwnAccount(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let security = try await accounts.actor(for: "security")
      let roles = try await problem { _ = try await accounts.changeRoles(of: "security", to: [.admin], as: security) }
      #expect(roles as? PeopleProblem == .ownAccount)
      let admin = try await accounts.actor(for: "admin")
      let disable = try await problem { _ = try await accounts.disable("admin", reason: nil, as: admin) }
      #expect(disable as? PeopleProblem == .ownAccount)
    }
  }

  @Test(arguments: TestDatabases.each)
  func theThreeOfficersKeepEachOtherInCheck(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let (admin, audit) = (try await accounts.actor(for: "admin"), try await accounts.actor(for: "audit"))
      let security = try await accounts.actor(for: "security")
      #expect(try await problem { _ = try await accounts.changeRoles(of: "li.na", to: [.leader], as: admin) }.status == 403)
      let new = NewAccount("second", unit: "hotline", roles: [.agent])
      #expect(try await problem { _ = try await accounts.create(new, as: security) }.status == 403)
      #expect(try await problem { _ = try await accounts.create(new, as: audit) }.status == 403)
      #expect(try await problem { _ = try await accounts.disable("li.na", reason: nil, as: audit) }.status == 403)
      let officer = NewAccount("second", unit: "hotline", roles: [.securityAdmin])
      #expect(try await problem { _ = try await accounts.create(officer, as: admin) } as? PeopleProblem == .officerRoles)
      #expect(try await problem { _ = try await accounts.changeRoles(of: "li.na", to: [.admin, .auditAdmin], as: security) }.status == 422)
    }
  }

  @Test(arguments: TestDatabases.each)
  func anAdministratorSeesTheirPartOfTheTree(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let county = try await accounts.actor(for: "county")
      _ = try await accounts.create(NewAccount("liutang", unit: "liutang", roles: [.officer]), as: county)
      #expect(
        try await problem { _ = try await accounts.create(NewAccount("x1", unit: "housing", roles: [.officer]), as: county) }.status == 422)
      #expect(try await problem { _ = try await accounts.disable("li.na", reason: nil, as: county) }.status == 404)
      #expect(try await accounts.page(for: county, matching: AccountQuery()).accounts.map(\.login) == ["county", "liutang"])
      let admin = try await accounts.actor(for: "admin")
      let first = try await accounts.page(for: admin, matching: AccountQuery(limit: 4))
      #expect(first.accounts.map(\.login) == ["admin", "audit", "county", "li.na"])
      #expect(
        try await accounts.page(for: admin, matching: AccountQuery(after: first.next)).accounts.map(\.login) == ["liutang", "security"])
    }
  }

  @Test(arguments: TestDatabases.each)
  func aTakenNameAndAnUnknownUnitAreNamed(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let taken = try await problem { _ = try await accounts.create(NewAccount("LI.NA", unit: "hotline", roles: [.agent]), as: .system) }
      #expect(taken.fields.map(\.field) == ["login"])
      let unit = try await problem { _ = try await accounts.create(NewAccount("x1", unit: "nowhere", roles: [.agent]), as: .system) }
      #expect(unit.fields.map(\.field) == ["unit"])
      #expect(try await problem { _ = try await accounts.actor(for: "x1") }.status == 404)
    }
  }

  @Test(arguments: TestDatabases.each)
  func aRepeatedRequestCreatesOnceAndShowsNothingAgain(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let key = RequestKey(scope: "admin", key: "k1", fingerprint: "f")
      let new = NewAccount("x1", unit: "hotline", roles: [.agent])
      let issued = try await accounts.create(new, as: .system, key: key)
      #expect(try await problem { _ = try await accounts.create(new, as: .system, key: key) } as? PeopleProblem == .shownOnce)
      let answers = try await town.database.read { try $0.query("SELECT answer FROM idempotency") { $0.text(0) } }
      #expect(answers.count == 1)
      #expect(!answers.contains { $0.contains(issued.secret) })
    }
  }

  @Test(arguments: TestDatabases.each)
  func everyRowFollowsFromItsEvents(_ engine: TestEngine) async throws {
    try await Town.run(engine) { town, accounts in
      let (admin, security) = (try await accounts.actor(for: "admin"), try await accounts.actor(for: "security"))
      _ = try await accounts.changeRoles(of: "li.na", to: [.leader, .agent], as: security)
      _ = try await accounts.move("li.na", to: "qingshan", group: "甲班", as: admin)
      let issued = try await accounts.createToken("a", for: "li.na", as: admin)
      _ = try await accounts.createToken("b", for: "li.na", as: admin)
      _ = try await accounts.revokeToken(issued.token ?? 0, of: "li.na", as: security)
      _ = try await accounts.resetPassword(of: "li.na", as: admin)
      _ = try await accounts.disable("li.na", reason: "调离", as: security)
      try await town.seal(accounts)
      let found = try await accounts.ledger.verify([Accounts.checker])
      #expect(found.isSound, "\(found)")
      #expect(found.counts == ["account": 5])
      let account = try await accounts.find("li.na")
      #expect(account?.state == .disabled)
      #expect(account?.roles == [.agent, .leader])
      #expect(account?.tokens.map(\.label) == ["b"])
    }
  }

  @Test(arguments: TestDatabases.each)
  func aDemonstrationKnowsItsPasswords(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      try await accounts.enrol(NewAccount("demo", unit: "hotline", roles: [.agent]), password: "12345")
      #expect(try await accounts.signIn(name: "demo", password: "12345").actor.roles == [.agent])
    }
  }

  @Test(arguments: TestDatabases.each)
  func theCommandLineMakesAccountsAndTokens(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let password = try await accounts.addUser(name: "demo", role: .admin)
      #expect(try await accounts.find("demo")?.unit == "yunxi")
      #expect(try await accounts.signIn(name: "demo", password: password).mustChange)
      let token = try await accounts.createToken(user: "demo")
      #expect(try await PeopleGate(accounts).actor(bearer: token)?.roles == [.admin])
    }
  }
}
