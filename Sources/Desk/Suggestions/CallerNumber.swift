import Vault

/// A telephone number while it is typed.
enum CallerNumber {
  /// The shortest number that somebody can be known by.
  private static let shortest = 7

  /// Normalised; nil while it is too short to be somebody's, or is none.
  static func whole(_ text: String) -> String? {
    PhoneNumber.normalised(text).flatMap { $0.count >= shortest ? $0 : nil }
  }
}
