import Store
import TestKit
import Testing
import Vault

/// What is sealed opens with the right key in the right row and nowhere else.
@Suite struct SealingTests {
  private static let wang = Identity(name: "王秀英", phone: "13812345678", address: "湖滨路1号")

  @Test(arguments: TestDatabases.each) func personsAndTextsComeBackAsTheyWere(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { (vault, _) throws in
        try vault.enrol(Self.wang, id: 1, at: 5)
        try vault.enrol(Identity(), id: 2, at: 5)
        try vault.keep("路灯不亮 🌃", for: 1, id: 10)
        try vault.keep("", for: 2, id: 11)
      }
      try await database.vault { (vault, _) throws in
        #expect(try vault.identity(of: 1) == Self.wang)
        #expect(try vault.identity(of: 2) == Identity())
        #expect(try vault.texts([10, 11, 12]) == [10: "路灯不亮 🌃", 11: ""])
        #expect(try vault.text(12) == nil)
      }
    }
  }

  @Test(arguments: TestDatabases.each) func nothingReadableStandsInTheDatabase(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { vault, sql in
        try vault.enrol(Self.wang, id: 1, at: 5)
        try vault.keep("路灯不亮", for: 1, id: 10)
        try vault.keep("路灯不亮", for: 1, id: 11)
        let sealed = try sql.query("SELECT sealed FROM vault_texts UNION ALL SELECT identity FROM citizens") { $0.blob(0) }
        #expect(Set(sealed).count == 3)
        for bytes in sealed {
          let text = String(decoding: bytes, as: UTF8.self)
          #expect(!text.contains("路灯") && !text.contains("1381234") && !text.contains("王"))
        }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func anotherMasterKeyOpensNothing(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { (vault, _) throws in
        try vault.enrol(Self.wang, id: 1, at: 5)
        try vault.keep("路灯不亮", for: 1, id: 10)
      }
      try await database.vault(8) { (vault, _) throws in
        #expect(throws: VaultProblem.self) { try vault.text(10) }
        #expect(throws: VaultProblem.self) { try vault.identity(of: 1) }
        #expect(try vault.find(phone: "13812345678").isEmpty)
      }
    }
  }

  @Test(arguments: TestDatabases.each) func aTextOpensInItsOwnRowOnly(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { vault, sql in
        try vault.enrol(Self.wang, id: 1, at: 5)
        try vault.keep("一", for: 1, id: 10)
        try vault.keep("二", for: 1, id: 11)
        let one = try sql.first("SELECT sealed FROM vault_texts WHERE id = 10") { $0.blob(0) } ?? []
        let two = try sql.first("SELECT sealed FROM vault_texts WHERE id = 11") { $0.blob(0) } ?? []
        try sql.execute("UPDATE vault_texts SET sealed = $1 WHERE id = 10", [.blob(two)])
        try sql.execute("UPDATE vault_texts SET sealed = $1 WHERE id = 11", [.blob(one)])
        #expect(throws: VaultProblem.self) { try vault.text(10) }
        #expect(throws: VaultProblem.self) { try vault.text(11) }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func keysAndIdentitiesAreBoundToTheirPerson(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { vault, sql in
        try vault.enrol(Self.wang, id: 1, at: 5)
        try vault.enrol(Identity(name: "李强"), id: 2, at: 5)
        try sql.execute("UPDATE citizens SET wrapped_key = (SELECT wrapped_key FROM citizens WHERE id = 2) WHERE id = 1")
      }
      try await database.vault { (vault, _) throws in
        #expect(throws: VaultProblem.self) { try vault.identity(of: 1) }
        #expect(try vault.identity(of: 2).name == "李强")
      }
    }
  }

  @Test(arguments: TestDatabases.each) func aDestroyedKeyErasesAll(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { vault, sql in
        try vault.enrol(Self.wang, id: 1, at: 5)
        try vault.keep("一", for: 1, id: 10)
        try sql.execute("UPDATE citizens SET wrapped_key = NULL, identity = NULL, erased_at = 9 WHERE id = 1")
      }
      try await database.vault { (vault, _) throws in
        #expect(try vault.text(10) == nil)
        #expect(try vault.identity(of: 1) == Identity())
        #expect(throws: VaultProblem.self) { try vault.keep("二", for: 1, id: 11) }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func aFingerprintKnowsItsText(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { (vault, _) throws in
        try vault.enrol(Self.wang, id: 1, at: 5)
        try vault.enrol(Self.wang, id: 2, at: 5)
        try vault.keep("一", for: 1, id: 10)
        try vault.keep("一", for: 2, id: 11)
        let pairs = try #require(vault.takeFingerprints()).split(separator: " ").map { $0.split(separator: ":").map(String.init) }
        #expect(vault.takeFingerprints() == nil)
        #expect(pairs.map(\.first) == ["10", "11"])
        // The same words of two people do not look alike.
        #expect(pairs[0][1] != pairs[1][1])
        #expect(try vault.matches(10, pairs[0][1]) == true)
        #expect(try vault.matches(10, pairs[1][1]) == false)
        #expect(try vault.matches(12, pairs[0][1]) == nil)
      }
    }
  }

  @Test func aMasterKeyHasThirtyTwoBytes() {
    #expect(throws: VaultProblem.self) { try VaultKeys(master: [1, 2, 3]) }
  }
}
