import Casework
import Web
import Workdays

/// The parts of what is printed: a whole document that needs nothing of the day's pages.
struct Paper {
  let file: OrderFile
  let language: Language

  func document(_ title: Phrase, _ body: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="\(language == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <title>\(title, language) \(file.number)</title>
    <link rel="stylesheet" href="/\(PaperStyle.path)">
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  /// Whose paper it is, how secret, and the number.
  func head(_ title: Phrase) -> HTML {
    let secrecy = file.order.matter.confidential ? Phrase("保密件，注意保管", "Confidential: keep it safe") : Phrase("内部资料", "Internal")
    return """
      <h1>\(file.profile.name, language) \(title, language)</h1>
      <p class="line"><span>\(Phrase("密级：", "Classification: "), language)\(secrecy, language)</span>\
      <span>\(Phrase("编号：", "Number: "), language)\(file.number)</span></p>
      """
  }

  func section(_ title: Phrase, _ body: HTML) -> HTML {
    body.isEmpty ? .empty : "<h2>\(title, language)</h2>\n\(body)\n"
  }

  func table(_ rows: [(Phrase, String?)]) -> HTML {
    let lines = rows.compactMap { row -> HTML? in
      guard let value = row.1, !value.isEmpty else { return nil }
      return "<tr><th>\(row.0, language)</th><td>\(value)</td></tr>\n"
    }
    return "<table>\(lines)</table>"
  }

  func paragraphs(_ text: String) -> HTML { HTML.each(text.split(separator: "\n")) { "<p>\($0)</p>" } }

  /// What the order is about, as rows.
  var matter: HTML {
    let order = file.order
    let matter = order.matter
    let units = file.profile.units
    return table([
      (Phrase("事项", "Matter"), file.title), (Phrase("类型", "Kind"), matter.kind.phrase[language]),
      (Phrase("分类", "Category"), file.profile.taxonomy.title(of: matter.category)[language]),
      (Phrase("紧急程度", "Urgency"), matter.urgency.phrase[language]),
      (Phrase("区域", "Area"), matter.area.flatMap { file.profile.area($0)?.name[language] }), (Phrase("地点", "Place"), matter.place?.address),
      (Phrase("承办单位", "Unit"), file.unitPath.map { units.name(of: $0)[language] }.joined(separator: " › ")),
      (Phrase("派单方", "Dispatched by"), units.name(of: matter.owner)[language]), (Phrase("立单时间", "Raised"), order.raisedAt.phrase[language]),
      (Phrase("派单时间", "Dispatched"), order.dispatchedAt?.phrase[language]), (Phrase("办结时间", "Closed"), order.closedAt?.phrase[language]),
    ])
  }

  var citizens: HTML {
    HTML.each(file.parts) { part -> HTML in
      let later = HTML.each(part.additions) { "<p>（\($0.at, language)）\($0.text)</p>" }
      return """
        <p>\(part.number) · \(part.channel.phrase, language) · \(part.receivedAt, language) · \(part.caller?.words)</p>
        <blockquote>\(paragraphs(part.text))\(later)</blockquote>

        """
    }
  }

  var clocks: HTML {
    HTML.each(file.order.clocks) { clock -> HTML in
      let lines = HTML.each(clock.deadline.story) { "<li>\($0, language)</li>" }
      let end = clock.stoppedAt.map { Phrase("，完成于 \($0.phrase.zh)", ", done \($0.phrase.en)")[language] }
      return "<p>\(clock.kind.phrase, language)：\(clock.deadline.at, language)\(end)</p><ul>\(lines)</ul>\n"
    }
  }

  var answer: HTML {
    when(file.answer) { answer in
      let fields = OutcomeWords(file.profile).facts(answer.feedback.fields).map { ($0.label, Optional($0.value[language])) }
      let report = when(answer.report) { paragraphs($0) }
      return "<p>\(answer.outcome.phrase, language)</p>\(report)\(paragraphs(answer.reply))\(when(!fields.isEmpty) { table(fields) })"
    }
  }

  var events: HTML {
    let items = HTML.each(file.timeline.filter { !$0.isInternal }) { entry -> HTML in
      let facts = HTML.each(entry.facts) { " \($0.label, language)：\($0.value, language)" }
      let quotes = HTML.each(entry.quotes.filter { !$0.isInternal }) { "<blockquote>\($0.label, language)：\($0.text)</blockquote>" }
      return "<li><time datetime=\"\(entry.at.iso8601)\">\(entry.at, language)</time> \(entry.sentence, language)\(facts)\(quotes)</li>\n"
    }
    return "<ol>\(items)</ol>"
  }

  func foot(_ words: Phrase) -> HTML { "<p class=\"foot\">\(words, language)</p>" }
}
