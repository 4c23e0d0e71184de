import Workdays

/// A part of a page that is fetched again when live updates say that it looks different.
public enum LivePart {
  /// - Parameters:
  ///   - topic: with the part's name as its last segment: `desk/dispatcher/pending`.
  ///   - mark: what it looks like now; nil where it is to stay as it is, such as a later page of a queue.
  public static func render(_ topic: String, mark: String?, _ content: HTML) -> HTML {
    guard let mark else { return content }
    return "<div class=\"live-part\" data-live-part=\"\(topic)\" data-mark=\"\(mark)\">\n\(content)</div>"
  }
}

/// Stands over a case: who else has it open, and that it has changed since the page was made.
public enum LiveCase {
  public static func render(_ topic: LiveTopic, version: Int64, _ visitor: Visitor) -> HTML {
    let language = visitor.language
    let changed = Phrase("此件在您打开后有了变化：", "This case has changed since you opened it: ")
    let kept = Phrase("显示最新（已填写的内容会保留）", "Show it (what you typed is kept)")
    return """
      <div class="live-case" data-live-case="\(topic.description)" data-version="\(version)">
      <p class="also" role="status" hidden><span class="shape" aria-hidden="true">◐</span> \
      \(Phrase("同时打开此件的还有：", "Also on this case: "), language)<span data-others></span></p>
      <p class="notice changed" role="status" hidden>\(changed, language)<b data-deed></b> \
      <a href="\(visitor.path)" data-show>\(kept, language)</a></p>
      </div>
      """
  }
}
