import Workdays

/// Says what would be here and what to do.
public enum EmptyState {
  public static func render(_ what: Phrase, then: Phrase? = nil, link: (path: String, label: Phrase)? = nil, language: Language) -> HTML {
    """
    <div class="empty"><p>\(what, language)</p>\(when(then) { "<p class=\"soft\">\($0, language)</p>" })\
    \(when(link) { "<p><a class=\"secondary\" href=\"\($0.path)\">\($0.label, language)</a></p>" })</div>
    """
  }
}

/// Leads to the next page of a list by its keyset cursor; the way back is the browser's.
public enum Pager {
  /// - Parameter total: how many there are, capped: beyond `cap` it reads `1,000+`.
  public static func render(next: String?, total: Int? = nil, cap: Int = 1000, language: Language) -> HTML {
    let count = when(total) { (total: Int) -> HTML in
      let number = total.grouped(cap: cap)
      return "<span class=\"soft\">\(Phrase("共 \(number) 件", "\(number) in all"), language)</span>"
    }
    let link = when(next) { (next: String) -> HTML in "<a rel=\"next\" href=\"\(next)\">\(Phrase("下一页", "Next page"), language)</a>" }
    return "<nav class=\"pager\" aria-label=\"\(Phrase("分页", "Pages"), language)\">\(count)\(link)</nav>"
  }
}

/// The way from the root of the organisation to one unit.
public enum UnitPath {
  public static func render(_ steps: [(name: Phrase, path: String?)], language: Language) -> HTML {
    let links = HTML.each(steps, separator: " <span aria-hidden=\"true\">›</span> ") { step -> HTML in
      guard let path = step.path else { return "<span>\(step.name, language)</span>" }
      return "<a href=\"\(path)\">\(step.name, language)</a>"
    }
    return "<nav class=\"unit-path\" aria-label=\"\(Phrase("单位", "Unit"), language)\">\(links)</nav>"
  }
}

/// A person, masked. The words come in masked; the eye leads to the page that asks for the reason.
public enum PersonChip {
  public static func render(name: String?, phone: String?, reveal: String? = nil, language: Language) -> HTML {
    let eye = when(reveal) { (path: String) -> HTML in
      "<a class=\"eye\" href=\"\(path)\">\(Phrase("查看", "Reveal"), language)</a>"
    }
    return "<span class=\"chip\"><span>\(name)</span> <span class=\"number\">\(phone)</span> \(eye)</span>"
  }
}

/// Saved filters as tabs.
public enum Tabs {
  public struct Tab: Sendable {
    public let path: String
    public let label: Phrase
    public let count: Int?
    public let isCurrent: Bool
    /// By which live updates know the count: `desk/dispatcher/pending`.
    public let live: String?

    public init(_ path: String, _ label: Phrase, count: Int? = nil, isCurrent: Bool = false, live: String? = nil) {
      self.path = path
      self.label = label
      self.count = count
      self.isCurrent = isCurrent
      self.live = live
    }
  }

  /// - Parameter cap: where counting ended; a count that has come so far reads `1,000+`.
  public static func render(_ tabs: [Tab], cap: Int = 1000, language: Language) -> HTML {
    let links = HTML.each(tabs) { tab -> HTML in
      let words = tab.count.map { $0.grouped(cap: cap) }
      let count = when(words != nil || tab.live != nil) { " <span class=\"count\"\(attribute: "data-live", tab.live)>\(words)</span>" }
      let here = tab.isCurrent ? "page" : nil
      return "<a href=\"\(tab.path)\"\(attribute: "aria-current", here)>\(tab.label, language)\(count)</a>"
    }
    return "<nav class=\"tabs\">\(links)</nav>"
  }
}
