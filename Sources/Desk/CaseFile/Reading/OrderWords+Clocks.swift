import Casework
import Workdays

/// What the clocks did.
extension OrderWords {
  func byTheClock(_ event: OrderEvent) -> EventWords {
    switch event {
    case .rungReached(let clock, let rung, let what, let to, _): return reached(clock, rung, what, to)
    case .recomputed(let why, let clocks):
      let ends = clocks.map { "\($0.kind.phrase.zh) \($0.deadline.at.phrase.zh)" }.joined(separator: "、")
      let endsInEnglish = clocks.map { "\($0.kind.phrase.en.lowercased()) \($0.deadline.at.phrase.en)" }.joined(separator: ", ")
      return EventWords("\(why.phrase.zh)：\(ends)", "\(why.phrase.en): \(endsInEnglish)")
    default: return EventWords(event.action.phrase.zh, event.action.phrase.en)
    }
  }

  private func reached(_ clock: ClockKind, _ rung: String, _ what: Rung.What, _ to: [Rung.Audience]) -> EventWords {
    let when = rung.split(separator: "@").last.flatMap { RungTime(String($0)) }?.phrase ?? Phrase("", "")
    let (kind, deed) = (clock.phrase, what.phrase)
    let words = EventWords(
      "触发\(deed.zh)（\(kind.zh)，\(when.zh)）", "triggered: \(deed.en.lowercased()) (\(kind.en.lowercased()), \(when.en))")
    guard !to.isEmpty else { return words }
    let people = Phrase(to.map(\.phrase.zh).joined(separator: "、"), to.map(\.phrase.en).joined(separator: ", "))
    return words.stating(Phrase("已告知", "Told"), people)
  }
}
