import Casework
import Profiles
import Web
import Workdays

/// The form of a letter: title and text in both languages, each checked where it stands.
enum LetterForm {
  static let fields: [Field] = [
    .required("title", .line(80), Phrase("标题", "Title")),
    Field("title_en", .line(120), Phrase("标题（英文）", "Title in English"), help: Phrase("不填则同中文。", "Left out, it is the Chinese one.")),
    .required(
      "text", .lines(4000), Phrase("正文", "Text"),
      help: Phrase("每行一段；第一段以冒号结尾就是称呼，顶格。", "A line is a paragraph; a first one that ends in a comma or colon is the salutation.")),
    Field("text_en", .lines(6000), Phrase("正文（英文）", "Text in English"), help: Phrase("不填则同中文。", "Left out, it is the Chinese one.")),
  ]
  static let form = Form(fields + [ProfileDesk.seen])

  /// - Throws: what could not be printed, at the field in which it stands.
  static func letter(_ occasion: LetterOccasion, _ input: Input) throws -> Letter {
    let wrong = fields.map(\.name).flatMap { name -> [FieldProblem] in
      var told: Set<LetterFault> = []
      let faults = LetterFault.all(in: input.text(name), of: occasion).filter { told.insert($0).inserted }
      return faults.map { FieldProblem(name, $0.advice) }
    }
    guard wrong.isEmpty else { throw CaseworkProblem.invalid(wrong) }
    func phrase(_ name: String) -> Phrase {
      let zh = input.text(name)
      return Phrase(zh, input.optionalText("\(name)_en") ?? zh)
    }
    return Letter(occasion, title: phrase("title"), text: phrase("text"))
  }

  static func values(of letter: Letter?) -> SubmittedForm {
    guard let letter else { return .empty }
    var pairs = [("title", letter.title.zh), ("text", letter.text.zh)]
    if letter.title.en != letter.title.zh { pairs.append(("title_en", letter.title.en)) }
    if letter.text.en != letter.text.zh { pairs.append(("text_en", letter.text.en)) }
    return SubmittedForm(pairs)
  }
}
