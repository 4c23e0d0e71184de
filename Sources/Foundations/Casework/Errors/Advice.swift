import Workdays

/// A fault that says what is wrong and what to do instead.
public protocol Advising {
  /// Without a full stop.
  var reason: Phrase { get }
  /// Without a full stop.
  var remedy: Phrase { get }
}

extension Advising {
  /// Reason and remedy as two sentences.
  public var advice: Phrase { Phrase("\(reason.zh)。\(ended(remedy.zh, "。"))", "\(reason.en). \(ended(remedy.en, "."))") }

  /// A question has its own mark.
  private func ended(_ text: String, _ mark: String) -> String { text.hasSuffix("？") || text.hasSuffix("?") ? text : "\(text)\(mark)" }
}
