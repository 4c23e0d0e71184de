import Store

/// What two texts say in the same words: how much of it, and the longest of the words.
struct LikeWords {
  private let tokens: [String]

  /// - Parameter text: without anybody's numbers.
  init(_ text: String) { tokens = SearchTokens.index(text).split(separator: " ").map(String.init).filter { $0.count > 1 } }

  /// The share of the shorter text's words that the other one has too, 0...1.
  func share(with other: LikeWords) -> Double {
    let (mine, theirs) = (Set(tokens), Set(other.tokens))
    let least = min(mine.count, theirs.count)
    return least < 3 ? 0 : Double(mine.intersection(theirs).count) / Double(least)
  }

  /// Up to three words that both have, the longest first; pairs that stand one behind the other are one word.
  func common(with other: LikeWords) -> [String] {
    let theirs = Set(other.tokens)
    var words: [String] = []
    var isOpen = false
    for token in tokens {
      guard theirs.contains(token) else { isOpen = false; continue }
      if isOpen, token.count == 2, let last = words.last, last.last == token.first, let next = token.last {
        words[words.count - 1] = "\(last)\(next)"
      } else {
        words.append(token)
      }
      isOpen = true
    }
    return Array(words.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element).prefix(3))
  }
}
