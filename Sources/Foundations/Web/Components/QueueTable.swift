import Workdays

/// One matter in a queue: two lines at most.
public struct QueueRow: Sendable {
  public let number: String
  public let path: String
  public let matter: String
  public let place: String?
  public let lamps: [Lamp]
  /// Who has it.
  public let holder: String?
  public let since: Moment?
  private let now: Moment
  public let state: Phrase?
  /// The name of the tick box by which this row is taken with others; none where rows are not ticked.
  public var tick: String?
  /// What one would do first with it on a phone, where a row is a card: a large button.
  public var first: (path: String, label: Phrase)?
  /// Where it is, as satellites have it: the browser says how far that is, where its person wants to know.
  public var spot: (latitude: Double, longitude: Double)?

  public init(
    number: String, path: String, matter: String, place: String? = nil, lamps: [Lamp] = [], holder: String? = nil,
    since: Moment? = nil, now: Moment, state: Phrase? = nil
  ) {
    self.number = number
    self.path = path
    self.matter = matter
    self.place = place
    self.lamps = lamps
    self.holder = holder
    self.since = since
    self.now = now
    self.state = state
  }

  public func render(_ language: Language) -> HTML {
    let tick = when(tick) { (name: String) -> HTML in
      "<td class=\"tick\"><input type=\"checkbox\" name=\"\(name)\" value=\"\(number)\" aria-label=\"\(number)\"></td>"
    }
    return """
      <tr>\(tick)<td class="matter"><a href="\(path)">\(matter)</a><span class="soft"><span class="number">\(number)</span> \(place)\(away)</span></td>
      <td>\(HTML.each(lamps, separator: " ") { $0.render(language) })</td>
      <td>\(when(state) { "<span class=\"state\">\($0, language)</span>" })</td>
      <td>\(holder)</td><td class="when">\(brief: since, at: now, language)</td>\(when(first) { act($0, language) })</tr>
      """
  }
}

extension QueueRow {
  private var away: HTML {
    when(spot) { " <span class=\"distance\" data-lat=\"\(String($0.latitude))\" data-lon=\"\(String($0.longitude))\" hidden></span>" }
  }

  private func act(_ first: (path: String, label: Phrase), _ language: Language) -> HTML {
    """
    <td class="first"><a class="secondary" href="\(first.path)" aria-label="\(first.label, language) \(number)">\(first.label, language)</a></td>
    """
  }
}

/// A queue: rows, and what to do when there are none.
public enum QueueTable {
  /// - Parameter isNamed: whether a heading or a tab above says what the caption says; it is then only read aloud.
  public static func render(_ rows: [QueueRow], caption: Phrase, isNamed: Bool = false, empty: HTML, language: Language) -> HTML {
    guard !rows.isEmpty else { return empty }
    let heads = [
      Phrase("事项", "Matter"), Phrase("时限", "Clock"), Phrase("状态", "State"), Phrase("在谁手上", "With"), Phrase("自", "Since"),
    ]
    let tick = when(rows.contains { $0.tick != nil }) {
      "<th scope=\"col\" class=\"tick\"><span class=\"visually-hidden\">\(Phrase("勾选", "Tick"), language)</span></th>"
    }
    let first = when(rows.contains { $0.first != nil }) {
      "<th scope=\"col\" class=\"first\">\(Phrase("办理", "Do"), language)</th>"
    }
    return """
      <table class="queue">\(Caption.render(caption, isNamed: isNamed, language))
      <thead><tr>\(tick)\(HTML.each(heads) { "<th scope=\"col\">\($0, language)</th>" })\(first)</tr></thead>
      <tbody>\(HTML.each(rows) { $0.render(language) })</tbody></table>
      """
  }
}
