import Casework
import Web
import Workdays

/// The display of the hall: dark, large, nobody's data, nothing to click. It fetches itself again and says when it cannot.
struct WallPage {
  let view: WallView
  let call: Call
  let place: Place

  /// Where its parts are fetched from.
  struct Place {
    let now: String
    let incident: String

    static let own = Place(now: Paths.wallNow, incident: Paths.runningIncident)

    static func display(_ token: String) -> Place {
      Place(now: "\(Paths.display(token))/now", incident: "\(Paths.display(token))/incident")
    }
  }

  private var language: Language { call.language }

  func render() -> HTML {
    let title = Phrase("大屏", "Wall")
    let stale = Phrase("连接中断，数字停在 ", "No connection; the figures are those of ")
    let body: HTML = """
      <h1 class="visually-hidden">\(title, language)</h1>
      <p class="stale" role="alert" data-words="\(stale, language)" hidden></p>
      <div id="wall-now" hx-get="\(place.now)" hx-trigger="every 5s">\(now)</div>
      <section class="wall-incident" hx-get="\(place.incident)" hx-trigger="load, every 20s" aria-live="polite"></section>
      """
    return Layout.page(title[language], for: call.visitor, style: .wall, body: body)
  }

  /// The part that is fetched again and again.
  var now: HTML {
    """
    <header class="wall-head"><span>\(call.visitor.surroundings.house, language)</span>\
    <time datetime="\(call.now.iso8601)" data-clock="\(clock)">\(clock)</time></header>
    <ul class="wall-figures">
    \(figure(Phrase("待受理", "Waiting"), number(view.waiting)))
    \(figure(Phrase("最长等待", "Longest wait"), wait, look: waitsLong ? "late" : ""))
    \(figure(Phrase("今日接到", "Received today"), number(view.today[.received])))
    \(figure(Phrase("今日直接答复", "Answered today"), number(view.today[.answered])))
    \(figure(Phrase("在办工单", "Open orders"), number(view.open)))
    \(figure(Phrase("已超时", "Late"), number(view.late), look: view.late > 0 ? "late" : ""))
    \(figure(Phrase("今日派单", "Dispatched today"), number(view.today[.dispatched])))
    \(figure(Phrase("今日办结", "Closed today"), number(view.today[.closed])))
    </ul>
    <section class="wall-bars"><h2>\(Phrase("近两小时接到的诉求", "Received in the last two hours"), language)</h2>\(bars)</section>
    """
  }

  private var clock: String { call.now.clockText }

  private func figure(_ label: Phrase, _ number: HTML, look: String = "") -> HTML {
    let mark: HTML = look == "late" ? "<span aria-hidden=\"true\">■ </span>" : ""
    return "<li class=\"\(look)\"><span class=\"name\">\(label, language)</span><span class=\"figure\">\(mark)\(number)</span></li>"
  }

  private func number(_ count: Int) -> HTML { HTML(escaping: count.grouped) }
  private func number(_ count: Int64?) -> HTML { HTML(escaping: (count ?? 0).grouped) }

  private var minutes: Int { view.oldest.map { max(0, call.now.minutes(since: $0)) } ?? 0 }
  private var waitsLong: Bool { minutes >= 60 }

  private var wait: HTML {
    guard view.oldest != nil else { return "—" }
    if minutes < 120 { return measured(minutes, Phrase("分", "min")) }
    if minutes < 2880 { return measured(minutes / 60, Phrase("小时", "h")) }
    return measured(minutes / 1440, Phrase("天", "d"))
  }

  private func measured(_ count: Int, _ unit: Phrase) -> HTML { "\(count) <small>\(unit, language)</small>" }

  /// One bar for each five minutes, drawn to the highest.
  private var bars: HTML {
    let most = max(4, view.bars.max() ?? 0)
    let columns = HTML.each(view.bars.enumerated()) { index, count -> HTML in
      let height = count * 120 / most
      let label = when(count > 0) { "<text x=\"\(index * 40 + 20)\" y=\"\(136 - height)\">\(count)</text>" }
      return "<rect x=\"\(index * 40 + 4)\" y=\"\(140 - height)\" width=\"32\" height=\"\(height)\"></rect>\(label)"
    }
    let times = HTML.each(Array(stride(from: 0, through: 24, by: 6))) { index -> HTML in
      let minutes = (24 - index) * WallView.piece
      let at = call.now.adding(minutes: -minutes).clockText
      let anchor = index == 0 ? "start" : index == 24 ? "end" : "middle"
      return "<text class=\"when\" text-anchor=\"\(anchor)\" x=\"\(index * 40)\" y=\"155\">\(at)</text>"
    }
    let total = view.bars.reduce(0, +)
    let label = Phrase("近两小时共 \(total) 件", "\(total) in the last two hours")
    return """
      <svg viewBox="0 0 960 160" role="img" aria-label="\(label, language)"><line x1="0" y1="140" x2="960" y2="140"></line>\(columns)\(times)</svg>
      """
  }
}
