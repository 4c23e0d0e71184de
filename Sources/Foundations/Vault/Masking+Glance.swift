/// A first look at a text's bytes.
extension Masking {
  /// Whether so many digits stand with nothing but separators between them. Most texts hold none, and looking at their bytes
  /// costs far less than taking them apart; where bytes leave a doubt the answer is yes.
  static func mayHoldNumber(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var digits = 0
      var at = 0
      while at < bytes.count {
        let (kind, length) = glance(bytes, at)
        at += length
        switch kind {
        case .digit: digits += 1
        case .separator: break
        case .other: digits = 0
        }
        if digits >= shortest { return true }
      }
      return false
    }
  }

  private enum Sort { case digit, separator, other }

  /// What stands at a byte: ASCII by itself, full width by the three bytes `EF BC 90` to `99`, `EF BC 8D` and `E3 80 80`.
  private static func glance(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Sort, length: Int) {
    switch bytes[at] {
    case 0x30...0x39: return (.digit, 1)
    case UInt8(ascii: " "), UInt8(ascii: "-"): return (.separator, 1)
    case 0xEF where at + 2 < bytes.count && bytes[at + 1] == 0xBC:
      let last = bytes[at + 2]
      return ((0x90...0x99).contains(last) ? .digit : last == 0x8D ? .separator : .other, 3)
    case 0xE3 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80: return (.separator, 3)
    default: return (.other, 1)
    }
  }
}
