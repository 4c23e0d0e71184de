import Casework
import Web
import Workdays

/// How far the check of the books is, the button that begins one, and what earlier ones found.
struct BookCheckPage {
  let call: Call
  let beginning: Endpoint
  /// What began before it and does not run here was cut off.
  let cutOff: Moment

  private var language: Language { call.language }

  func render(_ checks: [BookCheck], _ progress: BookChecks.Progress?) -> HTML {
    let title = Phrase("账本核对", "Checks of the books")[language]
    let purpose = Phrase(
      "从头核对事件账本：每条事件的哈希链、每次封存、每段原文的指纹，以及每一行和每个统计数是否与事件推演的一致；与命令 lianxin verify 相同。核对在后台进行，不影响办件；谁核对、结果如何也记入账本。",
      "Walks the whole log: the chain of every event, every seal, every text's fingerprint, and whether each row and figure is what the events say; the same as the command lianxin verify. It runs behind the work, which does not wait; who had it done and what it found go into the books."
    )
    let body: HTML = "<h1>\(title)</h1>\n<div class=\"stack\"><p class=\"soft\">\(purpose, language)</p>\n\(part(checks, progress))</div>"
    return Layout.page(title, for: call.visitor, current: Paths.bookChecks, body: body)
  }

  /// While one runs it asks for itself again; without scripts that is a link.
  func part(_ checks: [BookCheck], _ progress: BookChecks.Progress?) -> HTML {
    guard let progress else {
      return
        "<div class=\"book-checks stack\">\(ActionForm.button(beginning, to: Paths.bookChecks, for: call.visitor, primary: true))\(table(checks, isRunning: false))</div>"
    }
    let again = Phrase("刷新", "Look again")
    return """
      <div class="book-checks stack" hx-get="\(Paths.bookChecksNow)" hx-trigger="load delay:2s" hx-swap="outerHTML">
      <section class="panel"><h2>\(Phrase("正在核对", "A check is running"), language)</h2>\(bar(progress))
      <p><a href="\(Paths.bookChecks)">\(again, language)</a></p></section>\(table(checks, isRunning: true))</div>
      """
  }

  private func bar(_ progress: BookChecks.Progress) -> HTML {
    let (seen, label) = (progress.seen.grouped, Phrase("核对进度", "How far it is"))
    guard let all = progress.all, progress.seen < all else {
      let words = Phrase("已核对 \(seen) 条事件，正在核对封存和统计…", "\(seen) events checked; now the seals and the figures …")
      return "<p role=\"status\">\(progress.seen == 0 ? Phrase("正在开始…", "Beginning …") : words, language)</p>"
    }
    let words = Phrase("已核对 \(seen) / \(all.grouped) 条事件", "\(seen) of \(all.grouped) events checked")
    return """
      <progress max="\(all)" value="\(progress.seen)" aria-label="\(label, language)"></progress>
      <p role="status">\(words, language)</p>
      """
  }

  private func table(_ checks: [BookCheck], isRunning: Bool) -> HTML {
    guard !checks.isEmpty else { return EmptyState.render(Phrase("还没有核对过。", "The books have not been checked yet."), language: language) }
    let heads = [
      Phrase("开始", "Begun"), Phrase("谁", "By"), Phrase("结果", "Result"), Phrase("事件", "Events"), Phrase("用时", "It took"),
      Phrase("不符之处", "What differs"),
    ]
    let rows = checks.map { check -> [HTML] in
      [
        "<span class=\"when\">\(check.begunAt, language)</span>", HTML(escaping: check.begunBy.value), result(check, isRunning),
        "\(check.findings.map { $0.events.grouped } ?? "")", HTML(escaping: took(check)), differing(check),
      ]
    }
    return CardTable.render(Phrase("最近的核对", "The last checks"), heads, rows, language: language)
  }

  private func result(_ check: BookCheck, _ isRunning: Bool) -> HTML {
    let state = check.state == .running && !isRunning && check.begunAt < cutOff ? .interrupted : check.state
    let lamp: Lamp.State =
      switch state {
      case .sound: .onTime
      case .unsound, .failed: .late
      case .running, .interrupted: .quiet
      }
    return Lamp(lamp, state.phrase).render(language)
  }

  private func took(_ check: BookCheck) -> String {
    guard let end = check.endedAt, check.findings != nil else { return "" }
    let seconds = max(0, (end - check.begunAt) / 1000)
    let words =
      seconds < 60
      ? Phrase("\(seconds) 秒", "\(seconds) s") : Phrase("\(seconds / 60) 分 \(seconds % 60) 秒", "\(seconds / 60) min \(seconds % 60) s")
    return words[language]
  }

  private func differing(_ check: BookCheck) -> HTML {
    if let failure = check.failure { return "<code lang=\"en\">\(failure)</code>" }
    guard let found = check.findings, !found.isSound else { return .empty }
    let words = Phrase("\(found.breaks.count) 处断裂，\(found.differing) 行不符", "\(found.breaks.count) breaks, \(found.differing) rows differ")
    let breaks = HTML.each(found.breaks) { "<li>\($0)</li>" }
    return "<div>\(words, language)</div>\(when(!found.breaks.isEmpty) { "<ul class=\"links\" lang=\"en\">\(breaks)</ul>" })"
  }
}
