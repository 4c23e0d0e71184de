/// Who a person is: what the vault keeps of a citizen or of a complained-against party.
public struct Identity: Codable, Hashable, Sendable {
  public var name: String?
  public var phone: String?
  public var address: String?

  public init(name: String? = nil, phone: String? = nil, address: String? = nil) {
    self.name = name
    self.phone = phone
    self.address = address
  }

  public var isEmpty: Bool { name == nil && phone == nil && address == nil }
}

/// Telephone numbers in one form, so that one person is found whatever way the number was written.
public enum PhoneNumber {
  /// Digits only, without +86/0086; nil when it cannot be a number (under 5 or over 15 digits, or other characters).
  public static func normalised(_ text: String) -> String? {
    var digits: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits.append(byte)
      case 0x2B where index == 0: continue
      case 0x20, 0x2D, 0x28, 0x29: continue
      default: return nil
      }
    }
    var number = String(decoding: digits, as: UTF8.self)
    if number.hasPrefix("0086") { number.removeFirst(4) }
    if number.hasPrefix("86"), number.utf8.count == 13 { number.removeFirst(2) }
    return (5...15).contains(number.utf8.count) ? number : nil
  }
}
