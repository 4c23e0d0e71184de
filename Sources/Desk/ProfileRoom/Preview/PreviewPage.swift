import Casework
import Profiles
import Web
import Workdays

/// What the draft would have done to the orders of last month, counted piece by piece while one looks, and listed.
struct PreviewPage {
  private let frame: ProfileFrame
  private let run: PreviewRun

  init(_ frame: ProfileFrame, _ run: PreviewRun) { (self.frame, self.run) = (frame, run) }

  private var language: Language { frame.language }
  private var path: String { "\(Paths.profilePreview)?from=\(run.from)&to=\(run.to)" }

  func render(_ clocks: [PreviewRun.Moved], next: PreviewPlace?, _ units: [(unit: Unit, open: Int)], _ formulas: FormulaPart) -> HTML {
    let days = (run.from...max(run.from, run.to)).phrase
    let title = Phrase("预演 \(days.zh)", "Preview, \(days.en)")
    let body: HTML = """
      <form class="filter" method="get" action="\(Paths.profilePreview)">\
      <label>\(Phrase("自", "From"), language)<input type="date" name="from" value="\(run.from.description)"></label>\
      <label>\(Phrase("至", "To"), language)<input type="date" name="to" value="\(run.to.description)"></label>\
      <button class="secondary">\(Phrase("预演", "Preview"), language)</button></form>
      \(deadlines(clocks, next))\(refusals)\(formulas.panel(frame))\(touched(units))
      """
    let back: HTML = "<a class=\"secondary\" href=\"\(Paths.profileDraft)\">\(Phrase("回到草稿", "Back to the draft"), language)</a>"
    return frame.page(title, .draft, add: back, body)
  }

  private func deadlines(_ clocks: [PreviewRun.Moved], _ next: PreviewPlace?) -> HTML {
    guard !run.clocks.isEmpty else {
      let words = Phrase("草稿没有改动时限和工作时间，期限不会变。", "The draft changes neither limits nor working hours: no deadline would move.")
      return frame.panel(Phrase("期限", "Deadlines"), frame.note(words))
    }
    let note = Phrase(
      "用当时的起算时间，按第 \(run.base.version) 版和按草稿各算一遍。真实的期限不会改动；延期后的时钟不参加，保密件只计数、不列出。",
      "Counted twice from the moment at which each clock started: by release \(run.base.version) and by the draft. No real deadline moves; extended clocks take no part, and confidential orders are counted but not listed."
    )
    let pager = Pager.render(next: next.map { "\(path)&after=\($0)" }, language: language)
    let list = clocks.isEmpty ? EmptyState.render(Phrase("没有会变的期限。", "No deadline would have moved."), language: language) : table(clocks)
    return "\(Self.figures(.init(), run, next: nil, whole: false, frame))\(frame.note(note))\(list)\(pager)"
  }

  private var refusals: HTML {
    RefusalPart(run: RefusalRun(base: run.base, draft: run.draft, from: run.from, to: run.to), frame: frame).panel
  }

  /// What is known so far; it asks for the next piece by itself, and without scripts that is a link.
  static func figures(_ figures: PreviewRun.Figures, _ run: PreviewRun, next: PreviewPlace?, whole: Bool, _ frame: ProfileFrame) -> HTML {
    let language = frame.language
    let (orders, changed) = (figures.orders.grouped, figures.changed.grouped)
    let sentence =
      whole
      ? Phrase("这段时间的 \(orders) 件工单中，\(changed) 件的期限会变。", "Of \(orders) orders of that time, \(changed) would have had another deadline.")
      : Phrase("已看 \(orders) 件工单，其中 \(changed) 件的期限会变。", "Of \(orders) orders seen so far, \(changed) would have had another deadline.")
    let parts = [
      (Phrase("期限会变的工单", "Orders with another deadline"), figures.changed), (Phrase("有提前的", "Some clock earlier"), figures.earlier),
      (Phrase("有推后的", "Some clock later"), figures.later),
    ]
    let items = HTML.each(parts) { label, count -> HTML in
      "<li><span class=\"figure\">\(count.grouped)</span> <span class=\"soft\">\(label, language)</span></li>"
    }
    let shown: HTML = "<p><strong>\(sentence, language)</strong></p><ul class=\"figures\">\(items)</ul>"
    guard !whole else { return "<div class=\"preview-figures whole\" aria-live=\"polite\">\(shown)</div>" }
    let cursor = next.map { "&after=\($0)" } ?? ""
    let sums = "orders=\(figures.orders)&changed=\(figures.changed)&earlier=\(figures.earlier)&later=\(figures.later)"
    let path = "\(Paths.profilePreview)/count?from=\(run.from)&to=\(run.to)&\(sums)\(cursor)"
    let words = Phrase("正在计数，离开本页即停止…", "Counting; it stops when you leave the page …")
    return """
      <div class="preview-figures" hx-get="\(path)" hx-trigger="load" hx-swap="outerHTML">\(when(figures.orders > 0) { shown })\
      <p class="soft"><a href="\(path)">\(words, language)</a></p></div>
      """
  }

  private func table(_ clocks: [PreviewRun.Moved]) -> HTML {
    let heads = [
      Phrase("工单", "Order"), Phrase("类别", "Category"), Phrase("单位", "Unit"), Phrase("时钟", "Clock"), Phrase("时限", "Limit"),
      Phrase("期限", "Deadline"), Phrase("相差", "Difference"),
    ]
    let none = Phrase("不设", "none")
    let rows = clocks.map { clock -> [HTML] in
      let (one, other) = (clock.before?.limit.phrase ?? none, clock.after?.limit.phrase ?? none)
      let ends = [clock.before?.end, clock.after?.end].map { ($0?.phrase ?? none)[language] }
      return [
        "<span class=\"number\">\(clock.number)</span>", "\(frame.profile.taxonomy.title(of: clock.category), language)",
        "\(clock.unit.map(frame.profile.units.name), language)", "\(clock.clock.phrase, language)",
        one == other ? "\(one, language)" : "\(one, language) → <strong>\(other, language)</strong>",
        "<span class=\"when\">\(ends[0])</span> → <span class=\"when\"><strong>\(ends[1])</strong></span>", difference(clock),
      ]
    }
    return frame.table(Phrase("会变的期限", "Deadlines that would have moved"), heads, rows)
  }

  private func difference(_ clock: PreviewRun.Moved) -> HTML {
    guard let before = clock.before, let after = clock.after else { return .empty }
    let minutes = (after.end - before.end) / 60_000
    let (days, hours, rest) = (abs(minutes) / 1440, abs(minutes) / 60 % 24, abs(minutes) % 60)
    let zh = [(days, "天"), (hours, "小时"), (rest, "分钟")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    let en = [(days, "d"), (hours, "h"), (rest, "min")].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    let phrase = minutes < 0 ? Phrase("提前 \(zh)", "\(en) earlier") : Phrase("推后 \(zh)", "\(en) later")
    return "<span class=\"\(minutes < 0 ? "sooner" : "longer")\">\(phrase, language)</span>"
  }

  private func touched(_ units: [(unit: Unit, open: Int)]) -> HTML {
    guard !units.isEmpty else { return .empty }
    let heads = [Phrase("单位", "Unit"), Phrase("承办至", "Until"), Phrase("上级", "Above it"), Phrase("在办工单", "Open orders"), Phrase("", "")]
    let rows = units.map { unit, open -> [HTML] in
      let todo = Phrase("撤销前请改派", "dispatch them elsewhere before")
      return [
        "<a class=\"rule\" href=\"\(Paths.profileUnit(unit.id.value))\">\(unit.name, language)</a>",
        HTML(escaping: unit.until?.description ?? ""),
        "\(unit.parent.map(frame.profile.units.name), language)", "<strong>\(open)</strong>",
        when(open > 0 && unit.until != nil) { "<span class=\"wrong\">\(todo, language)</span>" },
      ]
    }
    return frame.table(Phrase("撤销、改挂或变更级别的单位", "Units that are closed, moved or given another level"), heads, rows)
  }
}
