import Casework
import Profiles
import Web
import Workdays

/// The official document of a measure, ready to print: red head, number, unit, matter, demand, deadline, signature. Masked.
struct MeasurePaper {
  let file: MeasureFile
  /// The city's words for it, where it has any.
  let letter: WrittenLetter?
  let by: String
  let now: Moment
  let language: Language

  private var measure: Measure { file.measure }

  func render() -> HTML {
    let kind = measure.matter.kind.phrase
    return """
      <!doctype html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <title>\(kind, language) \(file.number)</title>
      <link rel="stylesheet" href="/print/paper-1.css">
      </head>
      <body>
      <h1>\(file.unit(measure.matter.owner), language)<br>\(heading)</h1>
      <p class="line"><span>\(Phrase("密级：内部资料", "Classification: internal"), language)</span>\
      <span>\(Phrase("编号：", "Number: "), language)\(file.number)</span></p>
      \(addressees)
      \(opening)
      \(body)
      \(signature)
      <p class="foot">\(Phrase("个人信息已隐去。\(by) 于 \(now.phrase.zh) 打印。", "Personal data is masked. Printed by \(by) at \(now.phrase.en)."), language)</p>
      </body>
      </html>

      """
  }

  private var opening: HTML { HTML.each(letter?.paragraphs ?? []) { "<p>\($0)</p>" } }

  private var heading: String { letter?.title ?? usual[language] }

  private var usual: Phrase {
    switch measure.matter.kind {
    case .notice: Phrase("督办单", "Supervision notice")
    case .submission: Phrase("呈批件", "Submission")
    case .criticism: Phrase("通报", "Circular")
    case .threeParty: Phrase("三方联动督办书", "Three-party case")
    default: measure.matter.kind.phrase
    }
  }

  private var addressees: HTML {
    let units = measure.duties.isEmpty ? measure.matter.units : measure.duties.map(\.unit)
    let names = units.map { file.unit($0)[language] }
    guard !names.isEmpty else { return .empty }
    return "<p>\(names.joined(separator: language.listMark))\(language.colon)</p>"
  }

  private var body: HTML {
    let orders = file.orders.map(\.number).joined(separator: language == .zh ? "、" : ", ")
    let rows: [(Phrase, String?)] = [
      (Phrase("事项", "Matter"), file.title), (Phrase("工单编号", "Orders"), orders),
      (Phrase("督办原因", "Cause"), measure.matter.cause?.phrase[language]), (Phrase("地点", "Place"), measure.matter.place?.address),
    ]
    let table = HTML.each(rows) { label, value -> HTML in
      guard let value, !value.isEmpty else { return .empty }
      return "<tr><th>\(label, language)</th><td>\(value)</td></tr>\n"
    }
    return """
      <table>\(table)</table>
      <h2>\(Phrase("一、督办要求", "1. What is asked"), language)</h2>\(words(file.demand))
      \(instruction)
      \(duties)
      \(opinions)
      \(decision)
      """
  }

  private var instruction: HTML {
    when(measure.instruction) { text in
      "<h2>\(Phrase("领导批示", "Instruction"), language)</h2><blockquote>\(words(file[text]))</blockquote>"
    }
  }

  private var duties: HTML {
    when(!measure.duties.isEmpty) {
      let rows = HTML.each(measure.duties) { duty -> HTML in
        let deadline = duty.clock.deadline.at.phrase
        let why = HTML.each(duty.clock.deadline.story) { "<li>\($0, language)</li>" }
        let answer = duty.answer.map { file[$0] } ?? ""
        return """
          <tr><th>\(file.unit(duty.unit), language)</th><td><p>\(file[duty.demand])</p>
          <p>\(Phrase("期限：\(deadline.zh)", "Deadline: \(deadline.en)"), language)</p><ul>\(why)</ul>
          \(answer.isEmpty ? "<p class=\"blank\">\(Phrase("回复：", "Answer:"), language)</p>" : "<p>\(Phrase("回复：", "Answer: "), language)\(answer)</p>")</td></tr>
          """
      }
      return "<h2>\(Phrase("二、办理期限与回复", "2. Deadlines and answers"), language)</h2><table>\(rows)</table>"
    }
  }

  private var opinions: HTML {
    when(!measure.files.isEmpty && file.isInside) {
      let rows = HTML.each(measure.files) { own -> HTML in
        let signed = own.signedBy.map { "\(file.name(of: $0)[language]) \(own.signedAt?.phrase[language] ?? "")" } ?? ""
        return
          "<tr><th>\(own.party.phrase, language)</th><td>\(own.opinion.map { words(file[$0]) })<p>\(Phrase("签字：", "Signed: "), language)\(signed)</p></td></tr>"
      }
      return "<h2>\(Phrase("三方意见", "The three opinions"), language)</h2><table>\(rows)</table>"
    }
  }

  private var decision: HTML {
    when(measure.decision) { decision in
      let unit = decision.unit.map { file.unit($0)[language] }
      return "<h2>\(Phrase("结论", "Decision"), language)</h2><p>\(decision.result.phrase, language) \(unit)</p>\(words(file[decision.text]))"
    }
  }

  private var signature: HTML {
    let day = measure.openedAt.day
    let date = day.phrase
    return """
      <table><tr><th>\(Phrase("签发", "Issued by"), language)</th><td>\(file.name(of: measure.openedBy), language)</td>\
      <th>\(Phrase("日期", "Date"), language)</th><td>\(date, language)</td></tr>
      <tr><th>\(Phrase("签收", "Received by"), language)</th><td></td><th>\(Phrase("盖章", "Seal"), language)</th><td class="blank"></td></tr></table>
      """
  }

  private func words(_ text: String) -> HTML { HTML.each(text.split(separator: "\n")) { "<p>\($0)</p>" } }
}
