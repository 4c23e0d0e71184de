import Casework
import Workdays

/// What the hotline writes: `accepted: {title, text}`, by the occasion.
extension Reader {
  func letters() -> [Letter] {
    guard let section = field("letters") else { return [] }
    return section.pairs().compactMap { key, value in
      guard let occasion = key.word(LetterOccasion.self), value.isMap() else { return nil }
      value.allow(["title", "text"])
      guard let title = value.required("title"), let text = value.required("text"), let name = title.phrase(), let words = text.phrase()
      else { return nil }
      title.check(name, of: occasion)
      text.check(words, of: occasion)
      return Letter(occasion, title: name, text: words)
    }
  }

  /// Each language on its own, so that a fault is reported where that one stands.
  private func check(_ phrase: Phrase, of occasion: LetterOccasion) {
    var told: Set<LetterFault> = []
    for (language, words) in [("zh", phrase.zh), ("en", phrase.en)] {
      let place = field(language) ?? self
      for fault in LetterFault.all(in: words, of: occasion) where told.insert(fault).inserted {
        place.report(fault.reason.zh, fault.reason.en, fault.remedy.zh, fault.remedy.en)
      }
    }
  }
}
