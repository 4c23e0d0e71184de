import Store
import Vault

let migrations = Counters.migrations + VaultMigrations.all

/// Keys that open nothing but what they sealed.
func keys(_ byte: UInt8 = 7) throws -> VaultKeys { try VaultKeys(master: [UInt8](repeating: byte, count: 32)) }

extension Database {
  /// Writes through a vault of its own, as each transaction does.
  @discardableResult
  func vault<T: Sendable>(_ byte: UInt8 = 7, _ body: @Sendable @escaping (Vault, any SQLSession) throws -> T) async throws -> T {
    let keys = try keys(byte)
    return try await write { sql in try body(Vault(sql, keys: keys), sql) }
  }
}

/// SplitMix64: the same numbers on every machine and every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
