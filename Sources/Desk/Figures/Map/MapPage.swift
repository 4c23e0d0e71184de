import Casework
import Web
import Workdays

/// The map of the city, and beneath it what it shows, in tables.
struct MapPage {
  let view: MapView
  let asking: FigureAsking
  let call: Call

  /// Shares and means cannot be added up on a map.
  static let metrics: [Metric] = [.received, .raised, .dispatched, .late, .redone, .closed]
  private static let listed = 20

  private var language: Language { call.language }
  private var metric: Metric { asking.question.metric }
  private var links: Bool { asking.seesCases(call.actor) }

  func render() -> HTML {
    let title = Phrase("地图", "Map")
    let bar = FigureFilterBar(asking: asking, call: call, path: Paths.map, metrics: Self.metrics)
    let body: HTML = """
      <header class="page-head"><h1>\(title, language) <small>\(metric.phrase, language) · \(asking.question.period.phrase, language)</small></h1>
      <a class="secondary" href="\(Paths.asking(Paths.figures, asking.question.query()))">\(Phrase("看统计", "Figures"), language)</a></header>
      \(bar.render())
      <div class="city-map" id="map" role="region" aria-label="\(Phrase("地图，数据见下表", "Map; the tables below have its figures"), language)" hidden></div>
      <p class="soft map-hint" hidden>\(hint, language)</p>
      <div class="map-tables">\(areas)\(squares)</div>
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.map, body: body)
  }

  private var hint: Phrase {
    Phrase(
      "圆圈里是件数；放大后从区县看到镇街，再看到五百米见方的集中地点。点圆圈看案件。",
      "Circles hold the number of cases; zoom in from counties to townships to squares of 500 m. A circle leads to its cases.")
  }

  private func cases(_ change: (inout FigureQuestion) -> Void) -> String? {
    guard links else { return nil }
    var question = asking.question
    change(&question)
    return Paths.asking(Paths.figureCases, question.query())
  }

  private func number(_ tallies: Tallies) -> String { metric.measurement.text(metric.value(tallies), language) }

  private func linked(_ tallies: Tallies, _ path: String?) -> HTML {
    guard metric.base(tallies) > 0, let path else { return HTML(escaping: number(tallies)) }
    return "<a href=\"\(path)\">\(number(tallies))</a>"
  }

  private var areas: HTML {
    let rows = HTML.each(view.places.filter { metric.base($0.whole) > 0 || $0.depth <= 2 }) { place -> HTML in
      let own = place.opens ? String(metric.base(place.own)) : nil
      let path = cases { $0.area = place.area.id }
      return """
        <tr data-depth="\(place.depth)" data-value="\(metric.base(place.whole))"\(attribute: "data-own", own)\
        \(attribute: "data-lat", place.area.latitude.map { "\($0)" })\(attribute: "data-lon", place.area.longitude.map { "\($0)" })>\
        <th scope="row" class="depth-\(min(place.depth, 4))">\(place.area.name, language)</th><td class="number">\(linked(place.whole, path))</td></tr>
        """
    }
    let rest = when(metric.base(view.elsewhere) > 0) { () -> HTML in
      "<tr><th scope=\"row\">\(FigureGroups.unknown, language)</th><td class=\"number\">\(number(view.elsewhere))</td></tr>"
    }
    return """
      <section class="panel"><h2>\(Phrase("各区域", "By area"), language)</h2>
      <table class="map-areas"><thead><tr><th scope="col">\(Phrase("区域（含下级）", "Area, with those below it"), language)</th>\
      <th scope="col" class="number">\(metric.phrase, language)</th></tr></thead><tbody>\(rows)\(rest)</tbody></table></section>
      """
  }

  private var squares: HTML {
    let title = Phrase("集中地点", "Where it is dense")
    guard !view.squares.isEmpty else {
      let none =
        view.total(metric) == 0
        ? Phrase("这段时间没有这样的案件。", "There was no such case in this time.")
        : Phrase("这些案件没有坐标。", "None of these cases has coordinates.")
      return "<section class=\"panel\"><h2>\(title, language)</h2><p class=\"soft\">\(none, language)</p></section>"
    }
    let rows = HTML.each(view.squares.enumerated()) { index, square -> HTML in
      let name = square.area.flatMap { asking.profile.area($0)?.name[language] } ?? ""
      let path = cases { $0.cell = square.cell }
      return """
        <tr data-value="\(metric.base(square.tallies))" data-lat="\(square.cell.latitude.bare(places: 4))" data-lon="\(square.cell.longitude.bare(places: 4))"\
        \(attribute: "hidden", if: index >= Self.listed)><th scope="row">\(name) <span class="soft">\(FigureWords.spot(square.cell))</span></th>\
        <td class="number">\(linked(square.tallies, path))</td></tr>
        """
    }
    let more = view.squares.count - Self.listed
    return """
      <section class="panel"><h2>\(title, language)</h2>
      <table class="map-squares"><thead><tr><th scope="col">\(Phrase("区域与坐标（五百米见方）", "Area and place (500 m wide)"), language)</th>\
      <th scope="col" class="number">\(metric.phrase, language)</th></tr></thead><tbody>\(rows)</tbody></table>
      \(when(more > 0) { "<p class=\"soft\">\(Phrase("另有 \(more) 处，见地图", "\(more) more on the map"), language)</p>" })</section>
      """
  }
}
