import Store
import TestKit
import Testing
import Vault

/// A person is found by the exact number, however it was written, and the index itself says no number.
@Suite struct BlindIndexTests {
  @Test(arguments: [
    ("13812345678", "13812345678"), ("138 1234 5678", "13812345678"), ("138-1234-5678", "13812345678"),
    ("+86 138 1234 5678", "13812345678"),
    ("0086-13812345678", "13812345678"), ("8613812345678", "13812345678"), ("(0530) 5312345", "05305312345"), ("12345", "12345"),
  ]) func numbersHaveOneForm(_ written: String, _ normal: String) {
    #expect(PhoneNumber.normalised(written) == normal)
  }

  @Test(arguments: ["", "1234", "1234567890123456", "abc", "138x12345678", "１３８１２３４５６７８", "138+12345678"])
  func whatIsNoNumberIsRefused(_ written: String) {
    #expect(PhoneNumber.normalised(written) == nil)
  }

  @Test(arguments: TestDatabases.each) func aPersonIsFoundByTheNormalisedNumber(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { vault, sql in
        let number = try #require(PhoneNumber.normalised("+86 138-1234-5678"))
        try vault.enrol(Identity(name: "王秀英", phone: number), id: 1, at: 5)
        try vault.enrol(Identity(name: "李强", phone: number), id: 2, at: 5)
        try vault.enrol(Identity(name: "无号"), id: 3, at: 5)
        #expect(try vault.find(phone: try #require(PhoneNumber.normalised("138 1234 5678"))) == [1, 2])
        #expect(try vault.find(phone: "13812345679").isEmpty)
        let digests = try sql.query("SELECT digest FROM blind_indexes") { $0.blob(0) }
        #expect(digests.allSatisfy { $0.count == 32 && !String(decoding: $0, as: UTF8.self).contains("138") })
      }
    }
  }

  @Test(arguments: TestDatabases.each) func kindsOfIndexesDoNotMix(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { (vault, _) throws in
        try vault.enrol(Identity(name: "某公司"), id: 1, at: 5)
        try vault.index("party", "某公司", 1)
        try vault.index("party", "某公司", 1)
        #expect(try vault.find("party", "某公司") == [1])
        #expect(try vault.find("phone", "某公司").isEmpty)
      }
    }
  }
}
