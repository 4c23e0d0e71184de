import Store

extension PublishedAnswers {
  /// So many phrases of a text are looked for.
  private static let phrases = 24
  private static let alike = 0.25

  /// Those that may answer what somebody is just writing down.
  public func like(_ words: String, limit: Int) throws -> [PublishedAnswer] {
    let own = LikeWords(IndexText.clean(words))
    var found: [Int64: PublishedAnswer] = [:]
    for phrase in Self.phrases(of: words) {
      for answer in try find(phrase, of: nil, limit: 5) { found[answer.id] = answer }
    }
    let scored = found.values.map { (share: LikeWords($0.title).share(with: own), answer: $0) }
    let best = scored.filter { $0.share >= Self.alike }.sorted { ($0.share, $0.answer.id) > ($1.share, $1.answer.id) }
    return best.prefix(limit).map(\.answer)
  }

  /// Runs of letters cut into pieces of a few characters, which a title may hold as they are.
  static func phrases(of text: String) -> [String] {
    let runs = text.prefix(400).split { !$0.isLetter }.map(String.init)
    var pieces: [String] = []
    for run in runs where run.count > 1 {
      let characters = Array(run)
      guard characters.contains(where: { !$0.isASCII }) else { pieces.append(run); continue }
      for start in 0..<characters.count - 1 {
        pieces.append(String(characters[start...start + 1]))
      }
    }
    return Array(pieces.prefix(phrases))
  }
}
