import Casework
import Profiles
import Web
import Workdays

/// What stands around the words of a letter: whose paper it is, the number, who signs, and when.
public struct LetterHeading: Sendable {
  let hotline: Phrase
  let number: String
  let isConfidential: Bool
  let signature: Phrase
  let day: CivilDay
  let note: Phrase

  public init(hotline: Phrase, number: String, isConfidential: Bool = false, signature: Phrase, day: CivilDay, note: Phrase) {
    (self.hotline, self.number, self.isConfidential) = (hotline, number, isConfidential)
    (self.signature, self.day, self.note) = (signature, day, note)
  }

  static func printed(by name: String, at now: Moment) -> Phrase {
    Phrase("个人信息已隐去。\(name) 于 \(now.phrase.zh) 打印。", "Personal data is masked. Printed by \(name) at \(now.phrase.en).")
  }

  /// By the citizen.
  static func printed(at now: Moment) -> Phrase {
    Phrase("个人信息已隐去。\(now.phrase.zh) 打印。", "Personal data is masked. Printed at \(now.phrase.en).")
  }
}

/// A letter as an official paper: letterhead over a red line, number, title, words, signature and date.
public struct LetterPaper {
  private let letter: WrittenLetter
  private let heading: LetterHeading
  private let language: Language

  public init(_ letter: WrittenLetter, _ heading: LetterHeading, _ language: Language) {
    (self.letter, self.heading, self.language) = (letter, heading, language)
  }

  /// The paper, on a page of its own or within another one.
  public var sheet: HTML {
    let secrecy = when(heading.isConfidential) {
      "<span>\(Phrase("密级：保密件，注意保管", "Classification: confidential, keep it safe"), language)</span>"
    }
    return """
      <article class="letter" lang="\(language == .zh ? "zh-CN" : "en")">
      <p class="letter-head">\(heading.hotline, language)</p>
      <p class="letter-line"><span>\(Phrase("编号：", "Number: "), language)\(heading.number)</span>\(secrecy)</p>
      <h2>\(letter.title)</h2>
      \(words)
      <p class="letter-sign">\(heading.signature, language)<br>\(heading.day.phrase, language)</p>
      <p class="letter-foot">\(heading.note, language)</p>
      </article>
      """
  }

  /// The salutation stands at the margin, everything else is indented as the language has it.
  private var words: HTML {
    HTML.each(letter.paragraphs.enumerated()) { place, words in
      let isSalutation = place == 0 && ["：", ":", "，", ","].contains { words.hasSuffix($0) }
      return isSalutation ? "<p class=\"letter-to\">\(words)</p>\n" : "<p>\(words)</p>\n"
    }
  }

  var document: HTML {
    """
    <!doctype html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(letter.title) \(heading.number)</title>
    <link rel="stylesheet" href="/\(LetterStyle.path)">
    </head>
    <body>
    \(sheet)
    </body>
    </html>

    """
  }
}

/// The look of a printed letter. Letters are not kept, so this one may change.
enum LetterStyle {
  static let path = "print/letter.css"

  static let css = """
    @page { size: A4; margin: 26mm 26mm 24mm 28mm; }
    body { margin: 0; color: #000; background: #fff; }
    .letter { font-family: "FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif; font-size: 15pt; line-height: 1.8;
      max-width: 156mm; margin: 0 auto; padding: 12mm 8mm; overflow-wrap: anywhere; }
    .letter-head { font-family: "SimSun", "Songti SC", "Noto Serif CJK SC", serif; font-size: 25pt; line-height: 1.3; font-weight: 700;
      text-align: center; color: #bb3227; border-bottom: 2px solid #bb3227; padding-bottom: 4mm; margin: 0 0 3mm; }
    .letter-line { display: flex; flex-wrap: wrap; justify-content: space-between; font-size: 11pt; margin: 0 0 10mm; }
    .letter h2 { font-family: "SimSun", "Songti SC", "Noto Serif CJK SC", serif; font-size: 20pt; line-height: 1.4; text-align: center;
      margin: 0 0 8mm; }
    .letter p { margin: 0 0 2mm; } .letter p:not([class]) { text-indent: 2em; }
    .letter:lang(en) p:not([class]) { text-indent: 0; margin-bottom: 4mm; } .letter:lang(en) { font-size: 13pt; line-height: 1.6;
      font-family: "Times New Roman", "Liberation Serif", "Noto Serif", "Noto Serif CJK SC", serif; }
    .letter:lang(en) .letter-head, .letter:lang(en) h2 { font-family: inherit; }
    .letter .letter-head { margin-bottom: 3mm; } .letter .letter-line { margin-bottom: 10mm; } .letter .letter-to { margin-bottom: 3mm; }
    .letter .letter-sign { text-align: right; margin-top: 18mm; break-inside: avoid; }
    .letter .letter-foot { font-size: 9pt; color: #555; margin-top: 14mm; border-top: 1px solid #999; padding-top: 1mm; }
    @media print { .letter { max-width: none; padding: 0; } }
    @media (max-width: 600px) { .letter { padding: 6mm 4mm; } .letter-head { font-size: 20pt; } }
    """
}
