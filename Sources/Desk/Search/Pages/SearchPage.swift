import Casework
import Web
import Workdays

/// What was found by words, orders first.
struct SearchPage {
  let words: String
  let orders: ListPage<OrderGlance>
  let appeals: [AppealGlance]
  let profile: Profile
  let call: Call

  static let list = "search"

  func render() -> HTML {
    let language = call.language
    let title = Phrase("查找", "Search")
    let body: HTML = """
      <h1>\(title, language)</h1>
      \(SearchBox.render(words, language))
      \(when(!words.isEmpty) { found(language) })
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.search, body: body)
  }

  private func found(_ language: Language) -> HTML {
    let rows = Rows(profile: profile, now: call.now, language: language)
    let nothing = EmptyState.render(
      Phrase("没有找到“\(words)”。", "Nothing found for “\(words)”."),
      then: Phrase("换一个说法，或只输入两个字。", "Try other words, or only two characters."), language: language)
    guard !orders.items.isEmpty || !appeals.isEmpty else { return nothing }
    let next = orders.next.map {
      "\(Paths.search)?q=\(percentEncoded(words))&after=\(percentEncoded(Cursor.write($0, of: "\(Self.list)/\(words)")))"
    }
    let (order, appeal) = (Phrase("工单", "Orders"), Phrase("诉求", "Appeals"))
    return """
      \(QueueTable.render(orders.items.map { rows.row($0) }, caption: order, empty: .empty, language: language))
      \(when(!orders.items.isEmpty) { Pager.render(next: next, total: orders.total, cap: ListLimit.cap, language: language) })
      \(QueueTable.render(appeals.map { rows.row($0) }, caption: appeal, empty: .empty, language: language))
      """
  }
}
