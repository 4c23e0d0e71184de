import Casework
import Web
import Workdays

/// A month's figures for everybody: four numbers, then by district and by kind.
struct PublicFiguresPage {
  let month: PublicMonth
  /// The month that has been shown, and those beside it.
  let first: CivilDay
  let isRunning: Bool
  let call: Call
  private var language: Language { call.language }

  static let query: Form = [Field("month", .line(7), Phrase("月份", "Month"))]

  func render() -> HTML {
    let title = Phrase("\(first.month(short: false).zh)办得怎么样", "How it went in \(first.month(short: false).en)")
    let body: HTML = """
      <h1>\(title, language)</h1>
      <nav class="months" aria-label="\(Phrase("月份", "Months"), language)">\(link(first.adding(days: -1), Phrase("‹ 上个月", "‹ The month before")))\
      \(when(!isRunning) { link(first.adding(days: 31), Phrase("下个月 ›", "The month after ›")) })</nav>
      \(when(isRunning) { "<p class=\"soft\">\(Phrase("这个月还没有过完。", "This month is not over yet."), language)</p>" })
      \(tiles)
      \(table(Phrase("各区县", "By district"), month.areas))
      \(table(Phrase("各类事项", "By kind"), month.categories))
      <ul class="soft">\(HTML.each(meanings) { "<li>\($0, language)</li>" })</ul>
      """
    return Layout.page(title[language], for: call.visitor, style: .plain, current: Paths.portalFigures, body: body)
  }

  /// The city's own words for its shares.
  private var meanings: [Phrase] {
    let (onTime, satisfied) = (month.shares.onTime.meaning, month.shares.satisfied.meaning)
    return [
      Phrase("答复：含当时答复和单位办理后的答复。", "Answered: at once, or by an office."),
      Phrase("按时：\(onTime.zh)", "In time: \(onTime.en)"), Phrase("满意：\(satisfied.zh)", "Satisfied: \(satisfied.en)"),
      Phrase("不足 \(PublicMonth.fewest) 件的不算比例。", "Shares of fewer than \(PublicMonth.fewest) are left out."),
    ]
  }

  static func key(_ day: CivilDay) -> String { "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)" }

  private func link(_ day: CivilDay, _ label: Phrase) -> HTML {
    "<a class=\"secondary\" href=\"\(Paths.portalFigures)?month=\(Self.key(day))\">\(label, language)</a>"
  }

  private var tiles: HTML {
    let row = month.total
    return """
      <dl class="month-tiles">
      \(tile(Phrase("接到", "Received"), row.received.grouped))\(tile(Phrase("答复", "Answered"), row.answered.grouped))
      \(tile(Phrase("按时", "In time"), share(row.onTime, month.shares.onTime)))\(tile(Phrase("满意", "Satisfied"), share(row.satisfied, month.shares.satisfied)))
      </dl>
      """
  }

  private func tile(_ label: Phrase, _ value: String) -> HTML { "<div><dt>\(label, language)</dt><dd>\(value)</dd></div>" }

  private func share(_ value: Double?, _ metric: Metric) -> String { metric.measurement.text(value, language) }

  private func table(_ caption: Phrase, _ rows: [PublicMonth.Row]) -> HTML {
    when(!rows.isEmpty) {
      let heads: [Phrase] = [Phrase("接到", "Received"), Phrase("答复", "Answered"), Phrase("按时", "In time"), Phrase("满意", "Satisfied")]
      let lines = HTML.each(rows) { row -> HTML in
        """
        <tr><th scope="row">\(row.name, language)</th><td>\(row.received.grouped)</td><td>\(row.answered.grouped)</td>\
        <td>\(share(row.onTime, month.shares.onTime))</td><td>\(share(row.satisfied, month.shares.satisfied))</td></tr>
        """
      }
      return """
        <table class="month"><caption>\(caption, language)</caption><thead><tr><td></td>\
        \(HTML.each(heads) { "<th scope=\"col\">\($0, language)</th>" })</tr></thead><tbody>\(lines)</tbody></table>
        """
    }
  }
}
