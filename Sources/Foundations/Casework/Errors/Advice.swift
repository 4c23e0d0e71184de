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
  public var advice: Phrase { Phrase("\(reason.zh)。\(remedy.zh)。", "\(reason.en). \(remedy.en).") }
}
