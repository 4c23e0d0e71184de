import Vault

/// The words of a case as they go into the search index.
enum IndexText {
  /// Without telephone and identity numbers: what `Masking` would hide goes altogether, its visible ends too.
  static func clean(_ text: String) -> String {
    let masked = Masking.text(text)
    guard masked.utf8.contains(star) else { return masked }
    var out: [UInt8] = []
    out.reserveCapacity(masked.utf8.count)
    var run: [UInt8] = []
    func flush() {
      out.append(contentsOf: run.contains(star) ? [space] : run)
      run.removeAll(keepingCapacity: true)
    }
    for byte in masked.utf8 {
      if isPart(byte) {
        run.append(byte)
      } else {
        flush()
        out.append(byte)
      }
    }
    flush()
    return String(decoding: out, as: UTF8.self)
  }

  static func joined(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.joined(separator: "\n")
  }

  private static let star = UInt8(ascii: "*")
  private static let space = UInt8(ascii: " ")

  /// What a written number is made of.
  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, star, space, UInt8(ascii: "-"), UInt8(ascii: "X"), UInt8(ascii: "x"): true
    default: false
    }
  }
}
