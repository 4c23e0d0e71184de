import Casework
import Web
import Workdays

/// The cases that a figure is made of.
struct FigureCasesPage {
  let found: FigureCases.Found
  let asking: FigureAsking
  let call: Call

  private var language: Language { call.language }
  private var question: FigureQuestion { asking.question }

  func render() -> HTML {
    let title = question.metric.phrase
    var upward = question
    (upward.weekday, upward.hour, upward.alone, upward.cell) = (nil, nil, nil, nil)
    let body: HTML = """
      <header class="page-head"><h1>\(title, language) <small>\(question.period.phrase, language)</small></h1>
      <a class="secondary" href="\(Paths.asking(question.cell == nil ? Paths.figures : Paths.map, upward.query()))">\(back, language)</a></header>
      <p class="soft">\(question.metric.meaning, language)\(behind)</p>
      \(when(!limits.isEmpty) { "<ul class=\"limits\">\(HTML.each(limits) { "<li>\($0, language)</li>" })</ul>" })
      \(hidden)
      \(QueueTable.render(found.rows, caption: title, isNamed: true, empty: empty, language: language))
      \(when(found.total > 0) { Pager.render(next: next, total: found.total, cap: FigureCases.cap, language: language) })
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.figures, body: body)
  }

  /// A share has no cases of its own: it stands on those among which it is counted.
  private var behind: HTML {
    when(!question.metric.isCount) {
      let cases = question.metric.cases.phrase
      return " \(Phrase("下面是“\(cases.zh)”的案件。", "Below are the cases of “\(cases.en)”."), language)"
    }
  }

  private var back: Phrase {
    question.cell == nil ? Phrase("回到统计", "Back to the figures") : Phrase("回到地图", "Back to the map")
  }

  private var next: String? {
    found.next.map { Paths.asking(Paths.figureCases, question.query() + [(name: "after", value: $0.text)]) }
  }

  private var hidden: HTML {
    when(found.hidden > 0) {
      let words = Phrase(
        "本页有 \(found.hidden) 件现在不由您查看（已改派、保密，或与您有关），只计入数字。",
        "\(found.hidden) of this page are not yours to see now (moved on, or about you); they only count.")
      return "<p class=\"notice\">\(words, language)</p>"
    }
  }

  private var empty: HTML {
    guard found.hidden == 0 else { return .empty }
    return EmptyState.render(
      Phrase("没有符合条件的案件。", "No case fits."), then: Phrase("换一段时间或放宽条件。", "Take another time, or ask for less."), language: language)
  }

  /// What the list is narrowed to, in words.
  private var limits: [Phrase] {
    let profile = asking.profile
    var words: [Phrase] = []
    if let unit = question.unit { words.append(profile.units.name(of: unit)) }
    if let area = question.area.flatMap({ profile.area($0) }) { words.append(area.name) }
    if let category = question.category { words.append(profile.taxonomy.title(of: category)) }
    if let channel = question.channel { words.append(channel.phrase) }
    if let kind = question.kind { words.append(kind.phrase) }
    if question.alone != nil { words.append(Phrase("仅本级", "Itself alone")) }
    if let weekday = question.weekday { words.append(CivilDay(ordinal: weekday + 3).weekdayName) }
    if let hour = question.hour { words.append(Phrase("\(hour) 时至 \(hour + 1) 时", "\(hour):00 to \(hour + 1):00")) }
    if let cell = question.cell {
      words.append(Phrase("地图上 \(FigureWords.spot(cell)) 一带", "Around \(FigureWords.spot(cell)) on the map"))
    }
    return words
  }
}
