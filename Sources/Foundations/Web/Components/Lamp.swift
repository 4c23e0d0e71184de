import Workdays

/// How a clock stands: shape, word and remaining time, never colour alone. Pointing at it or focus opens the explanation.
public struct Lamp: Sendable, Hashable {
  public enum State: String, Sendable {
    case onTime = "on-time"
    case soon, late, leader, quiet
  }

  public let state: State
  public let word: Phrase
  /// Why it stands so, line by line.
  public let explanation: [Phrase]

  public init(_ state: State, _ word: Phrase, explanation: [Phrase] = []) {
    self.state = state
    self.word = word
    self.explanation = explanation
  }

  private var shape: String {
    switch state {
    case .onTime: "●"
    case .soon: "▲"
    case .late: "■"
    case .leader: "◆"
    case .quiet: "○"
    }
  }

  public func render(_ language: Language) -> HTML {
    let face: HTML = "<span class=\"shape\" aria-hidden=\"true\">\(shape)</span> \(word, language)"
    guard !explanation.isEmpty else { return "<span class=\"lamp \(state.rawValue)\">\(face)</span>" }
    let lines = HTML.each(explanation) { "<li>\($0, language)</li>" }
    return """
      <span class="lamp \(state.rawValue) why" tabindex="0">\(face)<span class="why-box" role="note"><ul>\(lines)</ul></span></span>
      """
  }
}
