import Crypto
import Foundation

/// SHA-256 and HMAC over bytes, for everything that chains, seals or compares.
public enum Digest {
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  public static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Parameter seed: keyed once and used for many; keying costs as much as a short text.
  static func hmac(_ bytes: [UInt8], _ seed: HMAC<SHA256>) -> [UInt8] {
    var mac = seed
    bytes.withUnsafeBytes { mac.update(data: $0) }
    return Array(mac.finalize())
  }

  static func hmac(_ text: String, _ seed: HMAC<SHA256>) -> [UInt8] {
    var mac = seed
    var text = text
    text.withUTF8 { mac.update(data: UnsafeRawBufferPointer($0)) }
    return Array(mac.finalize())
  }
}

/// A hash fed piece by piece, each piece with its length, so that no two different sequences hash alike.
public struct FramedHash {
  private var hash = SHA256()

  public init() {}

  public mutating func add(_ bytes: [UInt8]) {
    var count = UInt32(bytes.count).bigEndian
    withUnsafeBytes(of: &count) { hash.update(bufferPointer: $0) }
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var count = UInt32(buffer.count).bigEndian
      withUnsafeBytes(of: &count) { hash.update(bufferPointer: $0) }
      hash.update(bufferPointer: UnsafeRawBufferPointer(buffer))
    }
  }

  public mutating func add(_ number: Int64) {
    var number = number.bigEndian
    withUnsafeBytes(of: &number) { hash.update(bufferPointer: $0) }
  }

  public func finish() -> [UInt8] { Array(hash.finalize()) }
}
