import Casework
import Web
import Workdays

/// Figures for people: what to look at, tiles, and pictures of the chosen figure, each leading to its cases.
struct FiguresPage {
  let view: FiguresView
  let asking: FigureAsking
  let call: Call

  private var language: Language { call.language }
  private var metric: Metric { asking.question.metric }
  private static let most = 12

  func render() -> HTML {
    let title = Phrase("统计", "Figures")
    let period = asking.question.period
    let body: HTML = """
      <header class="page-head"><h1>\(title, language) <small>\(period.phrase, language)</small></h1></header>
      \(FigureFilterBar(asking: asking, call: call).render())
      \(behind)
      <ul class="tiles">\(HTML.each(view.tiles, tile))</ul>
      <section class="figure-sheet" aria-labelledby="figure-name">
      <h2 id="figure-name">\(metric.phrase, language) <small>\(metric.meaning, language)</small></h2>
      \(trend)
      <div class="charts">
      \(HTML.each(FiguresView.dimensions, ranking))
      </div>
      \(FigureHeat(hours: view.hours, asking: asking, links: links).render(language))
      </section>
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.figures, body: body)
  }

  private var behind: HTML {
    let words = Phrase("统计正在追上最近的记录，数字还会变；稍后刷新。", "The figures are still catching up with the log and will change; look again in a moment.")
    return when(view.isBehind) { "<p class=\"notice\" role=\"status\">\(words, language)</p>" }
  }

  /// Whether numbers lead to cases for this person.
  private var links: Bool { asking.seesCases(call.actor) }

  private func address(_ change: (inout FigureQuestion) -> Void) -> String {
    var question = asking.question
    change(&question)
    return Paths.asking(Paths.figures, question.query())
  }

  private func cases(_ question: FigureQuestion?) -> String? {
    guard links, let question else { return nil }
    return Paths.asking(Paths.figureCases, question.query())
  }

  private func words(_ value: Double?) -> String { text(value, metric) }

  private func text(_ value: Double?, _ metric: Metric) -> String { metric.measurement.text(value, language) }

  // MARK: Tiles

  private func tile(_ tile: FiguresView.Tile) -> HTML {
    let (now, before) = (tile.metric.value(tile.now), tile.metric.value(tile.before))
    let here = tile.metric == metric ? "true" : nil
    return """
      <li><a href="\(address { $0.metric = tile.metric })"\(attribute: "aria-current", here)>\
      <span class="name">\(tile.metric.phrase, language)</span>\
      <span class="figure">\(text(now, tile.metric))</span>\
      <span class="soft">\(change(now, before, tile.metric), language)</span></a></li>
      """
  }

  /// Against the same span of time before.
  private func change(_ now: Double?, _ before: Double?, _ metric: Metric) -> Phrase {
    guard let now, let before, metric.measurement == .percent || before != 0 else { return Phrase("上期无数据", "nothing before") }
    let isShare = metric.measurement == .percent
    // Of next to nothing a percentage says nothing.
    if !isShare, before < 10 || now > before * 10 { return Phrase("上期 \(text(before, metric))", "\(text(before, metric)) before") }
    let difference = isShare ? now - before : (now - before) * 100 / before
    let amount = abs(difference).grouped(places: 1)
    if amount == "0.0" { return Phrase("与上期持平", "as before") }
    let (zh, en) = isShare ? ("个百分点", " points") : ("%", "%")
    return difference > 0 ? Phrase("比上期 ↑ \(amount)\(zh)", "↑ \(amount)\(en)") : Phrase("比上期 ↓ \(amount)\(zh)", "↓ \(amount)\(en)")
  }

  // MARK: Pictures

  private var trend: HTML {
    let byMonth = !asking.question.period.isShort
    let now = Phrase("本期", "This period")
    let rows = view.trend.points.enumerated().map { index, point -> Chart.Row in
      let earlier = view.trendBefore.points.indices.contains(index) ? metric.value(view.trendBefore.points[index].tallies) : nil
      var question = asking.question
      question.period = FigurePeriod(point.key, today: call.now.day) ?? question.period
      let value = metric.value(point.tallies)
      let path = metric.base(point.tallies) > 0 ? cases(question) : nil
      return Chart.Row(
        point.label(on: call.now.day)[language], value: value, text: words(value), path: path, earlier: earlier,
        earlierText: words(earlier))
    }
    let heads = (label: byMonth ? Phrase("月份", "Month") : Phrase("日期", "Day"), value: now, earlier: Optional(Phrase("上期", "Before")))
    return Chart(
      .line, Phrase("趋势", "Trend"), note: Phrase("与上一个同样长的时段对照", "beside the same span of time before"), heads: heads,
      isPercent: metric.measurement == .percent, rows: rows
    ).render(language)
  }

  /// One group alone is no comparison.
  private func ranking(_ dimension: Dimension) -> HTML {
    let shown = (view.groups[dimension] ?? []).filter { metric.value($0.tallies) != nil }
    guard shown.count > 1 else { return .empty }
    let all = shown.reduce(Int64(0)) { $0 + metric.base($1.tallies) }
    let rows = shown.prefix(Self.most).map { group -> Chart.Row in
      let value = metric.value(group.tallies)
      let base = metric.base(group.tallies)
      let inside = group.opens && group.narrower != nil ? group.narrower : nil
      return Chart.Row(
        group.name[language], value: value, text: words(value), path: base > 0 ? cases(group.narrower) : nil,
        earlierText: metric.measurement == .count ? share(base, of: all) : base.grouped,
        inside: inside.map { Paths.asking(Paths.figures, $0.query()) })
    }
    let second = metric.measurement == .count ? Phrase("占比", "Share") : Phrase("件数", "Cases")
    let rest = shown.count - rows.count
    let note = rest > 0 ? Phrase("前 \(Self.most) 项，另有 \(rest) 项", "the first \(Self.most) of \(shown.count)") : nil
    let (title, head) = Self.titles[dimension] ?? (metric.phrase, metric.phrase)
    return Chart(
      .bars, title, note: note, heads: (label: head, value: metric.phrase, earlier: second), isPercent: metric.measurement == .percent,
      rows: Array(rows)
    ).render(language)
  }

  private func share(_ part: Int64, of all: Int64) -> String {
    all > 0 ? "\((Double(part) * 100 / Double(all)).grouped(places: 1))%" : "—"
  }

  private static let titles: [Dimension: (Phrase, Phrase)] = [
    .unit: (Phrase("各单位", "By unit"), Phrase("单位", "Unit")), .area: (Phrase("各区域", "By area"), Phrase("区域", "Area")),
    .category: (Phrase("各分类", "By category"), Phrase("分类", "Category")),
    .channel: (Phrase("各渠道", "By channel"), Phrase("渠道", "Channel")), .kind: (Phrase("各类型", "By kind"), Phrase("类型", "Kind")),
  ]
}
