import Casework
import Web
import Workdays

/// The administrator's pages of the calendar.
struct CalendarPages {
  let call: Call

  private var language: Language { call.language }

  func calendar(_ profile: Profile, _ recounts: [RecountState], _ importing: Endpoint) -> HTML {
    let covers = profile.calendar.covers.phrase
    let reach = Phrase("日历覆盖\(covers.zh)。", "The calendar covers \(covers.en).")
    let alarm = CalendarAlarm.sentence(profile.calendar, on: call.now.day)
    let body: HTML = """
      <h1>\(Phrase("工作日历", "Work calendar"), language)</h1>
      <div class="stack">
      \(when(alarm) { "<p class=\"notice\" role=\"alert\">\($0, language)</p>" })
      <p>\(reach, language)</p>
      <section class="panel"><h2>\(importing.summary, language)</h2>
      <p class="soft">\(Self.promise, language)</p>
      \(ActionForm.render(importing, call))</section>
      \(history(recounts))
      </div>
      """
    return Layout.page(Phrase("工作日历", "Work calendar")[language], for: call.visitor, current: Paths.calendar, body: body)
  }

  private static let promise = Phrase(
    "导入后立即生效，未办结工单的期限随即重算：该推迟的推迟并列出，不会缩短任何已告知的期限。",
    "It holds at once and open deadlines are counted again: what must move later moves and is listed; no deadline that was told gets shorter."
  )

  private func history(_ recounts: [RecountState]) -> HTML {
    guard !recounts.isEmpty else { return "" }
    let rows = HTML.each(recounts) { one -> HTML in
      """
      <tr><td><a href="\(Paths.recount(one.id))">\(one.year)</a></td><td class="when">\(one.begunAt, language)</td>\
      <td>\(standing(one), language)</td></tr>
      """
    }
    return table(
      Phrase("已导入的年份", "Imported years"), [Phrase("年份", "Year"), Phrase("开始", "Begun"), Phrase("进度", "Progress")], rows)
  }

  private func standing(_ state: RecountState) -> Phrase {
    if let end = state.finishedAt { return Phrase("已完成 \(end.phrase.zh)", "finished \(end.phrase.en)") }
    return Phrase("正在重算 \(state.done) / \(state.total)", "counting \(state.done) / \(state.total)")
  }

  private func table(_ caption: Phrase, _ heads: [Phrase], _ rows: HTML) -> HTML {
    """
    <table><caption>\(caption, language)</caption>
    <thead><tr>\(HTML.each(heads) { "<th scope=\"col\">\($0, language)</th>" })</tr></thead><tbody>\(rows)</tbody></table>
    """
  }

  func recount(_ state: RecountState, _ counts: (moved: Int, held: Int), _ page: (moves: [RecountMove], next: Int64?)) -> HTML {
    let title = Phrase("\(state.year) 年日历：期限重算", "Calendar of \(state.year): deadlines counted again")
    let sum = Phrase(
      "推迟 \(counts.moved) 个期限；\(counts.held) 个按新日历会提前，保留原期限。",
      "\(counts.moved) deadlines moved later; \(counts.held) would end sooner and keep the end that was told.")
    let next = page.next.map { "\(Paths.recount(state.id))?after=\($0)" }
    let body: HTML = """
      <h1>\(title, language)</h1>
      <div class="stack">
      <p>\(standing(state), language)</p><p>\(sum, language)</p>
      \(moves(page.moves))\(Pager.render(next: next, language: language))
      </div>
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.calendar, body: body)
  }

  private func moves(_ moves: [RecountMove]) -> HTML {
    guard !moves.isEmpty else { return EmptyState.render(Phrase("没有期限变动。", "No deadline moved."), language: language) }
    let rows = HTML.each(moves) { move -> HTML in
      let note = move.held ? Phrase("保留原期限", "kept") : Phrase("推迟", "moved later")
      return """
        <tr><td><a class="number" href="\(Paths.order(move.order))">\(move.order)</a></td><td>\(move.clock.phrase, language)</td>\
        <td class="when">\(brief: move.from, at: call.now, language)</td><td class="when">\(brief: move.to, at: call.now, language)</td><td>\(note, language)</td></tr>
        """
    }
    let heads = [
      Phrase("工单", "Order"), Phrase("时限", "Clock"), Phrase("原期限", "Was"), Phrase("新算期限", "Counted now"), Phrase("结果", "Result"),
    ]
    return table(Phrase("变动的期限", "Deadlines that came out differently"), heads, rows)
  }
}
