import Crypto
import Foundation

/// The key of one person: everything of that person is sealed with it, and destroying it erases all.
final class CitizenKey {
  private let key: SymmetricKey
  private lazy var seed = HMAC<SHA256>(key: key)

  init() { key = SymmetricKey(size: .bits256) }

  init(unwrapping sealed: [UInt8], of citizen: Int64, with keys: VaultKeys) throws {
    let bytes = try Self.open(sealed, keys.wrapping, bound: citizen, what: "the key of citizen \(citizen)")
    key = SymmetricKey(data: bytes)
  }

  func wrapped(of citizen: Int64, with keys: VaultKeys) throws -> [UInt8] {
    try Self.seal(key.withUnsafeBytes { Array($0) }, keys.wrapping, bound: citizen)
  }

  /// - Parameter bound: the id of the row in which the bytes will stand; they open nowhere else.
  func seal(_ bytes: [UInt8], bound: Int64) throws -> [UInt8] { try Self.seal(bytes, key, bound: bound) }

  func open(_ sealed: [UInt8], bound: Int64, what: String) throws -> [UInt8] {
    try Self.open(sealed, key, bound: bound, what: what)
  }

  /// A hash that binds an event to a text and says nothing to whoever has not the key.
  func fingerprint(_ text: String) -> String { Digest.hex(Array(Digest.hmac(text, seed).prefix(16))) }

  private static func seal(_ bytes: [UInt8], _ key: SymmetricKey, bound: Int64) throws -> [UInt8] {
    let box = try AES.GCM.seal(bytes, using: key, authenticating: binding(bound))
    guard let combined = box.combined else { throw VaultProblem.unreadable("a sealed box") }
    return Array(combined)
  }

  private static func open(_ sealed: [UInt8], _ key: SymmetricKey, bound: Int64, what: String) throws -> [UInt8] {
    do {
      return Array(try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: binding(bound)))
    } catch {
      throw VaultProblem.unreadable(what)
    }
  }

  private static func binding(_ id: Int64) -> [UInt8] { withUnsafeBytes(of: id.bigEndian) { Array($0) } }
}
