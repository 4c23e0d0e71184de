import Crypto

extension VaultKeys {
  /// The six digits by which somebody who left no telephone follows a case. They follow from its number and the master key,
  /// so they stand nowhere and are the same whenever they are asked for.
  public func followingCode(of number: String) -> String {
    let bytes = Digest.hmac("following code\u{0}\(number)", indexing)
    let value = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let digits = String(value % 1_000_000)
    return "\(String(repeating: "0", count: 6 - digits.count))\(digits)"
  }
}
