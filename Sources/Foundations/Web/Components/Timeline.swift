import Workdays

/// Who did what when, in sentences; what belongs to one minute stands together.
public struct Timeline: Sendable {
  public struct Entry: Sendable, Hashable {
    public enum Kind: String, Sendable {
      case event, clock, message
      /// Internal: on a tinted ground, and never printed.
      case note
    }

    public let at: Moment
    public let kind: Kind
    public let sentence: HTML
    /// Words below the sentence: a reply, a reason.
    public let words: String?
    /// Lines that explain it, folded away.
    public let why: [Phrase]

    public init(_ at: Moment, _ kind: Kind, _ sentence: HTML, words: String? = nil, why: [Phrase] = []) {
      self.at = at
      self.kind = kind
      self.sentence = sentence
      self.words = words
      self.why = why
    }
  }

  public let entries: [Entry]

  /// - Parameter entries: in the order of time.
  public init(_ entries: [Entry]) { self.entries = entries }

  public func render(_ language: Language) -> HTML {
    guard !entries.isEmpty else {
      return EmptyState.render(Phrase("还没有记录。", "Nothing has happened yet."), language: language)
    }
    return "<ol class=\"timeline\">\(HTML.each(groups) { Timeline.render($0, language) })</ol>"
  }

  private var groups: [[Entry]] {
    var groups: [[Entry]] = []
    for entry in entries {
      if let last = groups.last?.first, last.at.milliseconds / 60_000 == entry.at.milliseconds / 60_000 {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups
  }

  private static func render(_ group: [Entry], _ language: Language) -> HTML {
    let at = group[0].at
    let items = HTML.each(group) { entry in
      """
      <div class="\(entry.kind.rawValue)">\(face(entry, language))\(when(entry.words) { "<blockquote>\($0)</blockquote>" })</div>
      """
    }
    return "<li><time datetime=\"\(at.iso8601)\">\(at, language)</time>\(items)</li>"
  }

  private static func face(_ entry: Entry, _ language: Language) -> HTML {
    guard !entry.why.isEmpty else { return "<p>\(entry.sentence)</p>" }
    let lines = HTML.each(entry.why) { "<li>\($0, language)</li>" }
    return "<details><summary>\(entry.sentence)</summary><ul class=\"explanation\">\(lines)</ul></details>"
  }
}
