import Foundation
import Vault

/// Secrets made by the system's generator, and the digests under which the database knows them.
enum RandomSecret {
  /// How every token of the programming interface begins, so that a leaked one is recognised.
  static let tokenMark = "lx_"
  private static let length = 32
  /// Characters of 32 bytes in base64url without padding.
  private static let words = 43
  /// No l/1, no o/0, no i: a one-time password is read out over the phone.
  private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

  static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// 256 random bits in 43 letters, digits, `-` and `_`.
  static func session() -> String {
    Data(bytes(length)).base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }

  static func token() -> String { "\(tokenMark)\(session())" }

  /// `k3fw-9xmt-q2ha`: 59 bits, good enough for something that guessing is locked out of.
  static func oneTimePassword() -> String {
    var generator = SystemRandomNumberGenerator()
    let parts = (0..<3).map { _ in String((0..<4).map { _ in alphabet.randomElement(using: &generator) ?? "x" }) }
    return parts.joined(separator: "-")
  }

  static func looksLikeToken(_ text: String) -> Bool {
    text.utf8.count == tokenMark.utf8.count + words && text.hasPrefix(tokenMark)
  }

  static func looksLikeSession(_ text: String) -> Bool { text.utf8.count == words }

  /// The key under which the database finds a session or token. A fast hash is enough for 256 random bits.
  static func digest(_ secret: String) -> [UInt8] { Digest.sha256(Array(secret.utf8)) }
}
