import Store
import TestKit
import Testing
import Vault

/// Pictures and scans in encrypted chunks.
@Suite struct FileTests {
  private static func bytes(_ count: Int) -> [UInt8] {
    var generator = SeededGenerator(state: UInt64(count))
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  @Test(arguments: TestDatabases.each, [0, 1, 256 * 1024, 256 * 1024 + 1, 600_000])
  func aFileComesBackByteForByte(_ engine: TestEngine, _ size: Int) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { vault, sql in
        try vault.enrol(Identity(name: "王秀英"), id: 1, at: 5)
        try vault.keep(file: Self.bytes(size), type: "image/jpeg", for: 1, id: 20)
        let file = try vault.file(20)
        #expect(file?.type == "image/jpeg" && file?.bytes == Self.bytes(size))
        let chunks = try sql.count("SELECT count(*) FROM vault_chunks WHERE file_id = 20")
        #expect(chunks == (size + 256 * 1024 - 1) / (256 * 1024))
        #expect(try vault.file(21) == nil)
      }
    }
  }

  @Test(arguments: TestDatabases.each) func chunksCannotChangePlaces(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { vault, sql in
        try vault.enrol(Identity(name: "王秀英"), id: 1, at: 5)
        try vault.keep(file: Self.bytes(600_000), type: "image/png", for: 1, id: 20)
        let chunks = try sql.query("SELECT sealed FROM vault_chunks WHERE file_id = 20 ORDER BY number") { $0.blob(0) }
        try sql.execute("UPDATE vault_chunks SET sealed = $1 WHERE file_id = 20 AND number = 0", [.blob(chunks[1])])
        try sql.execute("UPDATE vault_chunks SET sealed = $1 WHERE file_id = 20 AND number = 1", [.blob(chunks[0])])
        #expect(throws: VaultProblem.self) { try vault.file(20) }
      }
    }
  }

  @Test(arguments: TestDatabases.each) func aMissingChunkIsNoShorterFile(_ engine: TestEngine) async throws {
    try await engine.database(migrations) { database in
      try await database.vault { vault, sql in
        try vault.enrol(Identity(name: "王秀英"), id: 1, at: 5)
        try vault.keep(file: Self.bytes(600_000), type: "image/png", for: 1, id: 20)
        try sql.execute("DELETE FROM vault_chunks WHERE file_id = 20 AND number = 2")
        #expect(throws: VaultProblem.self) { try vault.file(20) }
      }
    }
  }
}
