import Casework
import TestKit
import Testing
import Web

@testable import People

@Suite struct ReferenceTests {
  @Test(arguments: TestDatabases.each)
  func unitsAndActiveAccountsCanBeReferredTo(_ engine: TestEngine) async throws {
    try await Town.run(engine) { _, accounts in
      let gate = PeopleGate(accounts)
      _ = try await gate.actor(bearer: try await accounts.createToken(user: "admin"))
      #expect(gate.references.exists(.unit, "housing"))
      #expect(!gate.references.exists(.unit, "nowhere"))
      #expect(gate.references.options(.unit).map(\.value) == ["yunxi", "hotline", "housing", "qingshan", "liutang"])
      #expect(gate.references.exists(.account, "li.na"))
      _ = try await accounts.disable("li.na", reason: nil, as: .system)
      _ = try await gate.actor(bearer: RandomSecret.token())
      #expect(!gate.references.exists(.account, "li.na"))
      #expect(gate.references.options(.account).first?.label.zh == "admin · 热线办")
    }
  }
}
