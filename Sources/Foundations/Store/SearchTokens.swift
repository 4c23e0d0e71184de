/// Cuts text into search tokens without a dictionary: Han runs into overlapping pairs of characters, so that every
/// two-character word is found, and each run's last character alone, so that a one-character query finds it as a prefix;
/// everything else into lower-cased words. The tokens hold letters, digits and marks only.
public enum SearchTokens {
  /// How many characters of a document are indexed.
  public static let documentLimit = 20_000
  /// How many characters of a query count.
  public static let queryLimit = 100
  /// The longest word; the rest of a longer one is left out.
  static let wordLimit = 64

  /// The tokens of a document, each once, in order, with spaces between.
  public static func index(_ text: String) -> String {
    let runs = runs(text, limit: documentLimit)
    var tokens = TokenList(about: runs.reduce(0) { $0 + ($1.han ? $1.characters.count : 0) })
    for run in runs {
      if !run.han { tokens.add(run.last) }
      for (index, scalar) in run.characters.enumerated() where run.han && index > 0 { tokens.add(run.characters[index - 1], scalar) }
      if run.han, let last = run.characters.last { tokens.add(last, nil) }
    }
    return tokens.text
  }

  /// The terms of a query; a document must have all of them. Empty when the query holds no word.
  public static func query(_ text: String) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    for run in runs(text, limit: queryLimit) {
      let isWord = !run.han || run.characters.count > 1
      let tokens = run.han && isWord ? run.pairs : [run.last]
      for token in tokens {
        let term = SearchTerm(text: token, isPrefix: !isWord)
        if !terms.contains(term) { terms.append(term) }
      }
    }
    return terms
  }

  /// A scope term as it is stored: it starts with `_`, which no word of a text can, and different terms stay different.
  public static func scope(_ term: String) -> String {
    var token = "_"
    for byte in term.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        token.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16)
        token += "_\(hex.count < 2 ? "0" : "")\(hex)"
      }
    }
    return token
  }
}

/// One term of a query. Its text needs no quoting beyond quotation marks around it.
public struct SearchTerm: Sendable, Hashable {
  public let text: String
  /// Whether tokens that only begin with the text count too.
  public let isPrefix: Bool

  public init(text: String, isPrefix: Bool) {
    self.text = text
    self.isPrefix = isPrefix
  }
}
