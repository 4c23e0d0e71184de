import CaseFile
import Casework
import Web
import Workdays

/// A desk: tabs, the queue of the chosen one, a box for words.
struct DeskPage {
  let desk: Desk
  let tab: DeskTab
  /// What its queue is narrowed by.
  let narrowing: Narrowing
  let profile: Profile
  let call: Call

  var language: Language { call.language }
  var path: String { Paths.desk(desk.role.rawValue) }

  /// - Parameter counts: how many stand in each tab, by its key.
  func render(_ view: DeskView, counts: [String: Int], alerts: [DeskAlert] = []) -> HTML {
    let links = desk.tabs.map { one in
      Tabs.Tab(link(one), one.label, count: counts[one.key], isCurrent: one.key == tab.key, live: desk.topic(one))
    }
    let tabs = when(links.count > 1) { Tabs.render(links, cap: ListLimit.cap, language: language) }
    let body: HTML = """
      <h1>\(desk.title, language)</h1>
      \(when(!call.actor.roles.isDisjoint(with: OrderReach.readers)) { SearchBox.render("", language) })
      \(AlertStrip(alerts: alerts, profile: profile, call: call).render())\(when(desk.role == .officer) { LineState.render(call) })
      \(when(desk.role == .admin) { "<p class=\"soft\"><a href=\"\(Paths.design)\">\(Phrase("界面设计", "The look"), language)</a></p>" })
      \(when(desk.purpose) { "<p class=\"soft\">\($0, language)</p>" })
      \(tabs)
      \(matter(view))
      """
    return Layout.page(desk.title[language], for: call.visitor, current: path, body: body)
  }

  func link(_ tab: DeskTab) -> String { Paths.desk(desk.role.rawValue, tab: tab.key) }

  /// The queue as it renews itself; one that is narrowed stays as it was asked for.
  private func live(_ mark: String?, _ queue: HTML) -> HTML {
    LivePart.render(desk.topic(tab), mark: question.isEmpty ? mark : nil, queue)
  }

  /// What the cursors of this queue are good for.
  var list: String { "desk/\(desk.role.rawValue)/\(tab.key)?\(question)" }

  /// What was asked for beside the tab, as the address says it.
  var question: String { call.query.isEmpty ? "" : asked.map { "\($0.name)=\(percentEncoded($0.value))" }.joined(separator: "&") }

  private var asked: [(name: String, value: String)] { Narrowing(call.query, tab: tab.key).asked }

  private func matter(_ view: DeskView) -> HTML {
    let rows = Rows(profile: profile, now: call.now, language: language)
    switch view {
    case .orders(let page):
      let shown = page.items.map { desk.role == .officer ? rows.card($0) : rows.row($0) }
      let queue = DeskQueue(page: self, next: page.next, total: page.total).render(shown)
      return "\(NarrowingPanel(page: self).render())\(DistanceBar.render(shown, language: language))\(live(page.mark, queue))"
    case .appeals(let page):
      return live(page.mark, DeskQueue(page: self, next: page.next, total: page.total).render(page.items.map { rows.row($0) }))
    case .units(let units):
      let pieces = CasePieces(language: language, profile: profile)
      return pieces.panel(Phrase("各单位超时", "Late by unit"), BriefPage(profile: profile, call: call).late(units))
    case .figures(let figures): return tiles(figures)
    case .brief(let brief): return BriefPage(profile: profile, call: call).render(brief)
    case .hurts(let hurts):
      let title = Phrase("群众反映最多的三件事（近七天）", "What hurts most, last seven days")
      let pieces = CasePieces(language: language, profile: profile)
      return pieces.panel(title, BriefPage(profile: profile, call: call).hurts(hurts, opens: false))
    case .care(let items): return CarePage(items: items, role: desk.role, call: call).render()
    case .nothing: return EmptyState.render(Phrase("您的岗位不查看这些案件。", "Your role sees none of these."), language: language)
    }
  }

  private func tiles(_ figures: [(figure: DeskFigure, count: Int)]) -> HTML {
    let tiles = HTML.each(figures) { one -> HTML in
      "<li><span class=\"figure\">\(DeskCount.words(one.count))</span><span class=\"soft\">\(one.figure.phrase, language)</span></li>"
    }
    return "<section class=\"panel\"><ul class=\"figures\">\(tiles)</ul></section>"
  }
}

/// The box that searches in everything one may see.
enum SearchBox {
  static func render(_ words: String, _ language: Language) -> HTML {
    """
    <form class="search" role="search" method="get" action="\(Paths.search)">
    <label for="q">\(Phrase("查找工单和诉求", "Find orders and appeals"), language)</label>
    <input type="search" id="q" name="q" value="\(words)" maxlength="100">
    <button class="secondary">\(Phrase("查找", "Search"), language)</button></form>
    """
  }
}
