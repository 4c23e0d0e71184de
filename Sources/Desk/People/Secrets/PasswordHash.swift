import CArgon2
import Foundation

/// A password as the database keeps it: argon2id (RFC 9106) with its parameters and salt in one text, `$argon2id$v=19$m=…`.
public struct PasswordHash: Hashable, Sendable {
  public let encoded: String

  /// KiB of memory.
  static let memory: UInt32 = 19 * 1024
  static let passes: UInt32 = 2
  static let lanes: UInt32 = 1
  private static let saltLength = 16
  private static let hashLength = 32

  public init(encoded: String) { self.encoded = encoded }

  /// Takes the time of a real one and fits no password: whoever asks for an unknown account waits as long as for a known one.
  static let decoy = PasswordHash(
    encoded: "$argon2id$v=19$m=\(memory),t=\(passes),p=\(lanes)$\(zeros(22))$\(zeros(43))")

  private static func zeros(_ count: Int) -> String { String(repeating: "A", count: count) }

  /// Hashes a password; some 25 ms, so never on the cooperative pool, see `PasswordHasher`.
  /// - Throws: `PasswordHashFailure` where there is no memory for it.
  static func make(_ password: String) throws -> PasswordHash {
    let secret = bytes(password)
    let salt = RandomSecret.bytes(saltLength)
    let length = argon2_encodedlen(passes, memory, lanes, UInt32(saltLength), UInt32(hashLength), Argon2_id)
    var encoded = [CChar](repeating: 0, count: length)
    let code = argon2id_hash_encoded(
      passes, memory, lanes, secret, secret.count, salt, salt.count, hashLength, &encoded, encoded.count)
    guard code == ARGON2_OK.rawValue else { throw PasswordHashFailure(code: code) }
    return PasswordHash(encoded: String(decoding: encoded.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Whether this is the password; as slow as `make`.
  func fits(_ password: String) throws -> Bool {
    let secret = PasswordHash.bytes(password)
    let code = argon2id_verify(encoded, secret, secret.count)
    if code == ARGON2_OK.rawValue { return true }
    guard code == ARGON2_VERIFY_MISMATCH.rawValue else { throw PasswordHashFailure(code: code) }
    return false
  }

  /// The same characters give the same bytes, however a keyboard composes them.
  private static func bytes(_ password: String) -> [UInt8] { Array(password.precomposedStringWithCanonicalMapping.utf8) }
}

/// The library could not compute: no memory, or a damaged hash.
struct PasswordHashFailure: Error, CustomStringConvertible {
  let code: Int32

  var description: String { "argon2: \(String(cString: argon2_error_message(code)))" }
}
