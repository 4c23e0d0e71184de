/// A text as pairs of neighbouring characters, so that a thousand names can be looked for in it at once.
struct SaidText: Sendable {
  private let pairs: Set<String>
  /// Further on nobody says what it is about.
  private static let longest = 600

  init(_ text: String) { pairs = Set(Self.pairs(of: text.prefix(Self.longest))) }

  var isEmpty: Bool { pairs.isEmpty }

  /// Whether every pair of the word is there: for short words the same as containing it.
  func has(_ word: String) -> Bool {
    let wanted = Self.pairs(of: word)
    return !wanted.isEmpty && wanted.allSatisfy(pairs.contains)
  }

  private static func pairs(of text: some StringProtocol) -> [String] {
    var last: Character?
    return text.compactMap { character -> String? in
      defer { last = character }
      guard let last, character.isLetter || character.isNumber, last.isLetter || last.isNumber else { return nil }
      return "\(last)\(character)".lowercased()
    }
  }
}
