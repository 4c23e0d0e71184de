import Casework
import Profiles
import Web
import Workdays

/// The limit table, clock by clock, in the order in which its lines are asked.
struct LimitsPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk
  private let faults: [DraftFault]

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk, _ faults: [DraftFault]) {
    (self.frame, self.endpoints, self.faults) = (frame, endpoints, faults)
  }

  private var language: Language { frame.language }
  private var table: LimitTable { frame.profile.limits }

  func render() -> HTML {
    let add = frame.adding(Phrase("新增一条", "Add a line"), at: Paths.profileNewLimit)
    let clocks = ClockKind.allCases.filter { clock in table.rules.contains { $0.clock == clock } }
    let links = HTML.each(clocks) { "<li><a href=\"#\($0.rawValue)\">\($0.phrase, language)</a></li>" }
    let law = Phrase(
      "每个时钟自上而下，第一条相符的生效；所以特殊的在上，一般的在下。改动只影响发布生效后新起的时钟，已经告知的期限不变。",
      "For each clock the first line that fits holds, from the top; so what is special stands above what is general. A change touches only clocks that start once it is in force: no deadline that was told moves."
    )
    return frame.page(
      Phrase("时限规则", "The limit table"), .limits, add: add,
      "\(frame.note(law))\(FaultList.render(whole, frame))<ul class=\"jumps\">\(links)</ul>\(HTML.each(clocks, section))")
  }

  /// What is wrong with the table as a whole.
  private var whole: [DraftFault] { faults.filter { $0.path == ["limits"] } }

  private func section(_ clock: ClockKind) -> HTML {
    let lines = table.rules.enumerated().filter { $0.element.clock == clock }
    let heads = [Phrase("次序", "Order"), Phrase("适用于", "For"), Phrase("时限", "Limit"), Phrase("", "")]
    let rows = HTML.each(lines.enumerated()) { order, line -> HTML in
      let rule = line.element
      let cells: [HTML] = [
        "\(order + 1)", "<span class=\"about\">\(frame.words.conditions(rule.conditions), language)</span>\(notes(line.offset))",
        "<strong>\(rule.limit.phrase, language)</strong>\(was(rule))",
        actions(line.offset, first: order == 0, last: order == lines.count - 1),
      ]
      return
        "<tr id=\"line-\(line.offset + 1)\">\(HTML.each(zip(heads, cells)) { "<td data-head=\"\($0.0, language)\">\($0.1)</td>" })</tr>"
    }
    return """
      <section class="clock-limits" id="\(clock.rawValue)"><h2>\(clock.phrase, language)</h2>
      <table class="queue cards lines"><thead><tr>\(HTML.each(heads) { "<th scope=\"col\">\($0, language)</th>" })</tr></thead><tbody>\(rows)</tbody></table></section>
      """
  }

  /// What the line was before the draft.
  private func was(_ rule: LimitRule) -> HTML {
    guard frame.hasChanges, !frame.view.base.limits.rules.contains(rule) else { return .empty }
    guard let old = frame.view.base.limits.rules.first(where: { $0.clock == rule.clock && $0.conditions == rule.conditions }) else {
      return frame.mark(.added)
    }
    return when(old.limit != rule.limit) {
      "\(frame.mark(.changed)) <span class=\"soft\">\(Phrase("原为 \(old.limit.phrase.zh)", "was \(old.limit.phrase.en)"), language)</span>"
    }
  }

  private func notes(_ index: Int) -> HTML {
    let wrong = HTML.each(faults.filter { $0.lies(in: ["limits", String(index)]) }) {
      "<p class=\"wrong\">\($0.problem.advice, language)</p>"
    }
    guard let above = table.covering(index) else { return wrong }
    let order = table.rules[...above].filter { $0.clock == table.rules[index].clock }.count
    let words = Phrase("上面第 \(order) 条已经全部包含，这一条不会用到。", "Line \(order) above covers all of this: it is never used.")
    return "\(wrong)<p class=\"wrong\">\(words, language)</p>"
  }

  private func actions(_ index: Int, first: Bool, last: Bool) -> HTML {
    let path = Paths.profileLimit(index + 1)
    let up = when(!first) {
      frame.button(endpoints.moveLimit, to: "\(path)/place", Phrase("上移", "Up"), hidden: [("to", "up")], look: "quiet")
    }
    let down = when(!last) {
      frame.button(endpoints.moveLimit, to: "\(path)/place", Phrase("下移", "Down"), hidden: [("to", "down")], look: "quiet")
    }
    return frame.actions(at: path, dropping: endpoints.dropLimit, "\(up)\(down)")
  }
}
