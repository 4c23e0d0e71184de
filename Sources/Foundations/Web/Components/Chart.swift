import Workdays

/// A picture of figures with its table beneath. The table is the truth: a script draws the picture from it, whoever has no
/// scripts or cannot see it reads it, and every number leads to what it is made of.
public struct Chart: Sendable {
  public enum Shape: String, Sendable {
    /// Time from left to right.
    case line
    /// One bar below the other, the longest first.
    case bars
  }

  public struct Row: Sendable {
    public let label: String
    public let value: Double?
    /// The value as people read it.
    public let text: String
    /// What the value is made of.
    public let path: String?
    /// The same at an earlier time, for comparison.
    public let earlier: Double?
    public let earlierText: String?
    /// Where this one is taken apart.
    public let inside: String?

    public init(
      _ label: String, value: Double?, text: String, path: String? = nil, earlier: Double? = nil, earlierText: String? = nil,
      inside: String? = nil
    ) {
      (self.label, self.value, self.text, self.path) = (label, value, text, path)
      (self.earlier, self.earlierText, self.inside) = (earlier, earlierText, inside)
    }
  }

  private let shape: Shape
  private let title: Phrase
  private let note: Phrase?
  private let heads: (label: Phrase, value: Phrase, earlier: Phrase?)
  private let isPercent: Bool
  private let rows: [Row]

  public init(
    _ shape: Shape, _ title: Phrase, note: Phrase? = nil, heads: (label: Phrase, value: Phrase, earlier: Phrase?), isPercent: Bool = false,
    rows: [Row]
  ) {
    (self.shape, self.title, self.note, self.heads, self.isPercent, self.rows) = (shape, title, note, heads, isPercent, rows)
  }

  public func render(_ language: Language) -> HTML {
    guard !rows.isEmpty else { return empty(language) }
    let label = Phrase("\(title.zh)，数据见下表", "\(title.en); the table below has its figures")
    return """
      <figure class="chart \(shape.rawValue)" data-chart="\(shape.rawValue)"\(attribute: "data-percent", isPercent ? "true" : nil) \
      data-series="\(heads.value, language)"\(attribute: "data-earlier", heads.earlier?[language])>
      <figcaption><h2>\(title, language)</h2>\(when(note) { "<p class=\"soft\">\($0, language)</p>" })</figcaption>
      <div class="canvas" hidden><canvas role="img" aria-label="\(label, language)"></canvas></div>
      <details><summary>\(Phrase("数据表", "Table"), language)</summary>\(table(language))</details>
      </figure>
      """
  }

  private func empty(_ language: Language) -> HTML {
    """
    <figure class="chart none"><figcaption><h2>\(title, language)</h2></figcaption>\
    <p class="soft">\(Phrase("这段时间没有数据。", "Nothing in this time."), language)</p></figure>
    """
  }

  private func table(_ language: Language) -> HTML {
    let earlier = when(heads.earlier) { "<th scope=\"col\">\($0, language)</th>" }
    return """
      <table><thead><tr><th scope="col">\(heads.label, language)</th><th scope="col">\(heads.value, language)</th>\(earlier)</tr></thead>
      <tbody>\(HTML.each(rows, line))</tbody></table>
      """
  }

  private func line(_ row: Row) -> HTML {
    let label: HTML = row.inside.map { "<a href=\"\($0)\">\(row.label)</a>" } ?? "\(row.label)"
    let value: HTML = row.path.map { "<a href=\"\($0)\">\(row.text)</a>" } ?? "\(row.text)"
    let earlier = when(heads.earlier) { _ in "<td class=\"number\">\(row.earlierText)</td>" }
    return """
      <tr\(attribute: "data-value", row.value.map { "\($0)" })\(attribute: "data-earlier", row.earlier.map { "\($0)" })>\
      <th scope="row">\(label)</th><td class="number">\(value)</td>\(earlier)</tr>
      """
  }
}
