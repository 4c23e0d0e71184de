import Casework
import Profiles
import Web
import Workdays

/// The letters, occasion by occasion; those that the profile lacks too, so that they can be written.
struct LettersPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }

  func render() -> HTML {
    let law = Phrase(
      "写给市民的，由工作人员在诉求页和工单页打印，市民查询时也可打印；事情真的发生了才有，没有写的没有链接。督办单的话印在督办单的开头。",
      "Staff print what is written to citizens from the pages of an appeal and its orders, citizens from that of their own case, once it is true; one that is not written has no link. The words of a supervision notice open that paper."
    )
    let heads = [Phrase("函件", "Letter"), Phrase("标题", "Title"), Phrase("何时可以打印", "When it can be printed"), Phrase("", "")]
    let count = frame.profile.letters.count
    return frame.page(
      Phrase("函件", "The letters"), .letters,
      "\(frame.note(law))\(frame.table(Phrase("\(count) 种", "\(count) letters"), heads, LetterOccasion.allCases.map(row)))")
  }

  private func row(_ occasion: LetterOccasion) -> [HTML] {
    let path = Paths.profileLetter(occasion.rawValue)
    let letter = frame.profile.letter(occasion)
    let none = Phrase("没有写", "Not written")
    let write = when(frame.mayEdit) {
      "<span class=\"row-actions\"><a href=\"\(path)\">\(Phrase("写一份", "Write it"), language)</a></span>"
    }
    return [
      "<a class=\"rule\" href=\"\(path)\">\(occasion.phrase, language)</a>\(frame.mark(letter, was: frame.view.base.letter(occasion)))",
      letter.map { frame.say($0.title) } ?? "<span class=\"soft\">\(none, language)</span>", frame.say(occasion.when),
      letter == nil ? write : frame.actions(at: path, dropping: endpoints.dropLetter),
    ]
  }
}
