import Casework
import Web
import Workdays

/// The queue of a tab, with what can be done to several of its rows at once.
struct DeskQueue {
  let page: DeskPage
  let next: Position?
  let total: Int

  private var language: Language { page.language }
  private var tab: DeskTab { page.tab }

  func render(_ rows: [QueueRow]) -> HTML {
    let what = Phrase("“\(tab.label.zh)”：现在没有。", "“\(tab.label.en)”: nothing at the moment.")
    let then = Phrase("有新的案件时会按紧急程度列在这里。", "Whatever comes in is listed here, the most pressing first.")
    let empty = EmptyState.render(what, then: then, language: language)
    let cursor = next.map { place in
      let more = page.question.isEmpty ? "" : "&\(page.question)"
      return "\(page.link(tab))\(more)&after=\(percentEncoded(Cursor.write(place, of: page.list)))"
    }
    return """
      \(several(rows) ?? QueueTable.render(rows, caption: tab.label, isNamed: true, empty: empty, language: language))
      \(when(!rows.isEmpty) { Pager.render(next: cursor, total: total, cap: ListLimit.cap, language: language) })
      """
  }

  /// The same queue with a box to tick on each row.
  private func several(_ rows: [QueueRow]) -> HTML? {
    guard let bulk = tab.bulk, !rows.isEmpty else { return nil }
    let ticked = rows.map { row in
      var row = row
      row.tick = "orders"
      return row
    }
    let table = QueueTable.render(ticked, caption: tab.label, isNamed: true, empty: .empty, language: language)
    let all: HTML = """
      <label class="all"><input type="checkbox" data-ticks> \(Phrase("全选", "All"), language)</label>
      """
    return """
      <form class="several" method="\(bulk == .dispatch ? "get" : "post")" action="\(path(bulk))">\(hidden(bulk))
      <div class="several-bar">\(all)\(words(bulk))<button class="secondary" data-key="\(key(bulk))">\(label(bulk), language)\
       <kbd>\(key(bulk).uppercased())</kbd></button></div>
      \(table)</form>
      """
  }

  /// Dispatching shows each proposal with its reason first, so it only asks.
  private func hidden(_ bulk: DeskTab.Bulk) -> HTML {
    when(bulk != .dispatch) {
      """
      \(ActionForm.token(page.call.visitor))<input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">
      """
    }
  }

  private func path(_ bulk: DeskTab.Bulk) -> String {
    switch bulk {
    case .dispatch: Paths.dispatchSeveral
    case .sign: Paths.signSeveral
    case .urge: Paths.urgeSeveral
    }
  }

  private func key(_ bulk: DeskTab.Bulk) -> String {
    switch bulk {
    case .dispatch: "b"
    case .sign: "s"
    case .urge: "u"
    }
  }

  private func label(_ bulk: DeskTab.Bulk) -> Phrase {
    switch bulk {
    case .dispatch: Phrase("查看建议并批量派单", "See proposals, dispatch several")
    case .sign: Phrase("签收勾选的工单", "Sign for the ticked orders")
    case .urge: Phrase("催办勾选的工单", "Urge the ticked orders")
    }
  }

  private func words(_ bulk: DeskTab.Bulk) -> HTML {
    when(bulk == .urge) {
      """
      <input name="text" type="text" maxlength="500" aria-label="\(Phrase("催办内容", "Words"), language)" \
      placeholder="\(Phrase("催办内容（可不填）", "Words (optional)"), language)">
      """
    }
  }
}
