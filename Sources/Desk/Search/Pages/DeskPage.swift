import CaseFile
import Casework
import Web
import Workdays

/// A desk: tabs, the queue of the chosen one, a box for words.
struct DeskPage {
  let desk: Desk
  let tab: DeskTab
  let profile: Profile
  let call: Call

  private var language: Language { call.language }
  private var path: String { Paths.desk(desk.role.rawValue) }

  func render(_ view: DeskView) -> HTML {
    let links = desk.tabs.map { Tabs.Tab(link($0), $0.label, isCurrent: $0.key == tab.key, live: topic($0)) }
    let tabs = when(links.count > 1) { Tabs.render(links, language: language) }
    let body: HTML = """
      <h1>\(desk.title, language)</h1>
      \(when(!call.actor.roles.isDisjoint(with: OrderReach.readers)) { SearchBox.render("", language) })
      \(alarm)
      \(when(desk.role == .admin) { "<p class=\"soft\"><a href=\"\(Paths.design)\">\(Phrase("界面设计", "The look"), language)</a></p>" })
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

  /// By which live updates know a tab.
  private func topic(_ tab: DeskTab) -> String { "\(LiveTopic.desk(desk.role))/\(tab.key)" }

  private func link(_ tab: DeskTab) -> String { "\(path)?tab=\(percentEncoded(tab.key))" }

  private func matter(_ view: DeskView) -> HTML {
    let rows = Rows(profile: profile, now: call.now, language: language)
    switch view {
    case .orders(let page):
      return LivePart.render(topic(tab), mark: page.mark, queue(page.items.map { rows.row($0) }, page.next, page.total))
    case .appeals(let page):
      return LivePart.render(topic(tab), mark: page.mark, queue(page.items.map { rows.row($0) }, page.next, page.total))
    case .units(let units):
      return table(Phrase("单位", "Unit"), units.map { (profile.units.name(of: $0.unit)[language], $0.late) })
    case .figures(let figures): return table(Phrase("事项", "What"), figures.map { ($0.figure.phrase[language], $0.count) })
    case .nothing: return EmptyState.render(Phrase("您的岗位不查看这些案件。", "Your role sees none of these."), language: language)
    }
  }

  private func queue(_ rows: [QueueRow], _ next: Position?, _ total: Int) -> HTML {
    let what = Phrase("“\(tab.label.zh)”：现在没有。", "“\(tab.label.en)”: nothing at the moment.")
    let then = Phrase("有新的案件时会按紧急程度列在这里。", "Whatever comes in is listed here, the most pressing first.")
    let empty = EmptyState.render(what, then: then, language: language)
    let cursor = next.map { "\(link(tab))&after=\(percentEncoded(Cursor.write($0, of: Self.list(desk, tab))))" }
    return """
      \(QueueTable.render(rows, caption: tab.label, empty: empty, language: language))
      \(when(!rows.isEmpty) { Pager.render(next: cursor, total: total, cap: ListLimit.cap, language: language) })
      """
  }

  /// What the cursors of a tab are good for.
  static func list(_ desk: Desk, _ tab: DeskTab) -> String { "desk/\(desk.role.rawValue)/\(tab.key)" }

  private func table(_ head: Phrase, _ rows: [(String, Int)]) -> HTML {
    guard !rows.isEmpty else { return EmptyState.render(Phrase("现在没有。", "Nothing at the moment."), language: language) }
    let lines = HTML.each(rows) { name, count -> HTML in
      "<tr><th scope=\"row\">\(name)</th><td class=\"number\">\(count >= ListLimit.cap ? "\(ListLimit.cap)+" : String(count))</td></tr>"
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
