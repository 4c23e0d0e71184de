import Crypto
import Foundation

/// The keys of the vault, all derived from one master key that is kept outside the database.
public struct VaultKeys: Sendable {
  let wrapping: SymmetricKey
  /// Keyed for blind indexes.
  let indexing: HMAC<SHA256>

  /// - Parameter master: 32 secret bytes.
  public init(master: [UInt8]) throws {
    guard master.count == 32 else { throw VaultProblem.badKey("the master key must be 32 bytes, this one has \(master.count)") }
    let root = SymmetricKey(data: master)
    wrapping = Self.derive(root, "lianxin wrap")
    indexing = HMAC(key: Self.derive(root, "lianxin blind index"))
  }

  private static func derive(_ root: SymmetricKey, _ purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Data(purpose.utf8), outputByteCount: 32)
  }

  /// A key for what somebody's own browser keeps for a while, such as drafts: the same at every sign-in, of no use for the vault.
  public func browserKey(of account: String) -> String { Digest.hex(Digest.hmac("browser drafts\u{0}\(account)", indexing)) }

  /// Reads the key file; makes one (0600) where there is none and `create` allows it.
  public static func load(path: String, create: Bool) throws -> VaultKeys {
    if FileManager.default.fileExists(atPath: path) {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      guard let bytes = Data(base64Encoded: text) else { throw VaultProblem.badKey("\(path) is not a key file (base64 of 32 bytes)") }
      return try VaultKeys(master: Array(bytes))
    }
    guard create else { throw VaultProblem.badKey("there is no key file at \(path); name it with --key-file or LIANXIN_KEY_FILE") }
    let master = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
    let text = Data(Data(master).base64EncodedString().utf8)
    guard FileManager.default.createFile(atPath: path, contents: text, attributes: [.posixPermissions: 0o600]) else {
      throw VaultProblem.badKey("cannot write the key file \(path)")
    }
    return try VaultKeys(master: master)
  }
}

/// What the vault cannot do.
public enum VaultProblem: Error, CustomStringConvertible {
  case badKey(String)
  /// The stored bytes do not open with this key: another key file, or damage.
  case unreadable(String)
  case erased

  public var description: String {
    switch self {
    case .badKey(let what): what
    case .unreadable(let what): "\(what) does not open with this vault key; is it the key file of this database?"
    case .erased: "this person's data has been erased"
    }
  }
}
