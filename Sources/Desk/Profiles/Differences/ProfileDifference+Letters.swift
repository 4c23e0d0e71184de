import Casework
import Workdays

/// What the hotline writes: title by title, and of the texts the paragraphs that differ, each language on its own.
extension ProfileDifference {
  var letters: [ProfileChange] {
    LetterOccasion.allCases.flatMap { occasion -> [ProfileChange] in
      let (before, after) = (old.letter(occasion), new.letter(occasion))
      guard let before, let after else {
        guard before != nil || after != nil else { return [] }
        return [ProfileChange(.letters, occasion.phrase, before.map(whole), after.map(whole), part: part(occasion))]
      }
      return before == after ? [] : inside(before, after)
    }
  }

  private func part(_ occasion: LetterOccasion) -> String { "letters/\(occasion.rawValue)" }

  private func whole(_ letter: Letter) -> Phrase {
    let (title, count) = (letter.title, paragraphs(letter.text.zh).count)
    return Phrase("《\(title.zh)》，\(count) 段", "“\(title.en)”, \(count) paragraph(s)")
  }

  private func inside(_ before: Letter, _ after: Letter) -> [ProfileChange] {
    let (name, part) = (after.occasion.phrase, part(after.occasion))
    func named(_ zh: String, _ en: String) -> Phrase { Phrase("\(name.zh)：\(zh)", "\(name.en): \(en)") }
    func lines(_ subject: Phrase, _ text: KeyPath<Phrase, String>) -> [ProfileChange] {
      let list = ListDifference<String>(
        section: .letters, key: { $0 }, subject: { _ in subject }, words: Self.plain, part: { _ in part })
      let (old, new) = (paragraphs(before.text[keyPath: text]), paragraphs(after.text[keyPath: text]))
      let changes = list.changes(old, new)
      // The same paragraphs in another order, or only other empty lines.
      let isReordered = changes.isEmpty && before.text[keyPath: text] != after.text[keyPath: text]
      let orders = (Phrase("原来的排列", "as it was arranged"), Phrase("另外的排列", "arranged otherwise"))
      return changes + (isReordered ? [ProfileChange(.letters, subject, orders.0, orders.1, part: part)] : [])
    }
    return values(.letters, part: part, [(named("标题", "title"), before.title, after.title)])
      + lines(named("中文正文", "text in Chinese"), \.zh) + lines(named("英文正文", "text in English"), \.en)
  }

  private func paragraphs(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}
