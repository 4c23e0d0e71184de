import Foundation
import Workdays

/// A short word on what an action did, on the page that follows it: said politely, gone by itself, by a press or by Escape. It repeats
/// only what the page shows anyway, so nobody who misses it misses anything.
public struct Toast: Sendable, Hashable {
  public enum State: String, Sendable {
    case done
    /// Something of it was not done.
    case partly
  }

  public let state: State
  public let words: String

  /// How long the cookie waits for the page that follows, in seconds.
  static let lasts = 60
  private static let longest = 120

  public init(_ state: State, _ words: Phrase, _ language: Language) { self.init(state, words[language]) }

  private init(_ state: State, _ words: String) {
    self.state = state
    self.words = String(words.prefix(Self.longest))
  }

  /// As a cookie carries it over to the page that follows: `done.5bey5Yqe`.
  var cookie: SetCookie {
    let text = Data(words.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").filter { $0 != "=" }
    return SetCookie(SetCookie.told, "\(state.rawValue).\(text)", lasts: Self.lasts)
  }

  /// Nil for anything that no page of ours has written.
  init?(cookie: String?) {
    let halves = (cookie ?? "").split(separator: ".")
    guard halves.count == 2, halves[1].utf8.count <= Self.longest * 6, let state = State(rawValue: String(halves[0])) else { return nil }
    var text = String(halves[1]).replacing("-", with: "+").replacing("_", with: "/")
    text += String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let words = Data(base64Encoded: text).flatMap({ String(data: $0, encoding: .utf8) }), !words.isEmpty else { return nil }
    self.init(state, words)
  }

  /// The toast itself; pages put it into the place that `Layout` keeps for it.
  public func render(_ language: Language) -> HTML {
    """
    <p class="told \(state.rawValue)"><span class="shape" aria-hidden="true">\(state == .done ? "●" : "▲")</span> <span>\(words)</span> \
    <button type="button" class="quiet" data-told-close aria-label="\(Phrase("关闭", "Close"), language)">×</button></p>
    """
  }

  static func place(_ visitor: Visitor) -> HTML {
    when(visitor.told) { "<div class=\"toasts\" role=\"status\" aria-live=\"polite\">\($0.render(visitor.language))</div>" }
  }
}
