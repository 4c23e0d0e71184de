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
  func render(_ view: DeskView, counts: [String: Int]) -> HTML {
    let links = desk.tabs.map { one in
      Tabs.Tab(link(one), one.label, count: counts[one.key], isCurrent: one.key == tab.key, live: desk.topic(one))
    }
    let tabs = when(links.count > 1) { Tabs.render(links, cap: ListLimit.cap, language: language) }
    let body: HTML = """
      <h1>\(desk.title, language)</h1>
      \(when(!call.actor.roles.isDisjoint(with: OrderReach.readers)) { SearchBox.render("", language) })
      \(alarm)\(when(desk.role == .officer) { LineState.render(call) })
      \(when(desk.purpose) { "<p class=\"soft\">\($0, language)</p>" })
      \(tabs)
      \(matter(view))
      """
    return Layout.page(desk.title[language], for: call.visitor, current: path, body: body)
  }

  /// The administrator is told in time that the calendar ends.
  private var alarm: HTML {
    guard desk.role == .admin, let alarm = CalendarAlarm.sentence(profile.calendar, on: call.now.day) else { return "" }
    return
      "<p class=\"notice\" role=\"alert\">\(alarm, language) <a href=\"\(Paths.calendar)\">\(Phrase("工作日历", "Work calendar"), language)</a></p>"
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
      let queue = DeskQueue(page: self, next: page.next, total: page.total).render(page.items.map { rows.row($0) })
      return "\(NarrowingPanel(page: self).render())\(live(page.mark, queue))"
    case .appeals(let page):
      return live(page.mark, DeskQueue(page: self, next: page.next, total: page.total).render(page.items.map { rows.row($0) }))
    case .units(let units):
      return table(Phrase("单位", "Unit"), units.map { (profile.units.name(of: $0.unit)[language], $0.late) })
    case .figures(let figures): return table(Phrase("事项", "What"), figures.map { ($0.figure.phrase[language], $0.count) })
    case .nothing: return EmptyState.render(Phrase("您的岗位不查看这些案件。", "Your role sees none of these."), language: language)
    }
  }

  private func table(_ head: Phrase, _ rows: [(String, Int)]) -> HTML {
    guard !rows.isEmpty else { return EmptyState.render(Phrase("现在没有。", "Nothing at the moment."), language: language) }
    let lines = HTML.each(rows) { name, count -> HTML in
      "<tr><th scope=\"row\">\(name)</th><td class=\"number\">\(DeskCount.words(count))</td></tr>"
    }
    return """
      <table class="figures"><thead><tr><th scope="col">\(head, language)</th>\
      <th scope="col">\(Phrase("件数", "Count"), language)</th></tr></thead><tbody>\(lines)</tbody></table>
      """
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
