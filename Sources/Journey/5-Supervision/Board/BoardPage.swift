import Casework
import Search
import Web
import Workdays

/// The supervision board: columns by the time that is left, units, open measures; one action for several orders at once.
struct BoardPage {
  let board: Board
  let unit: UnitID?
  let profile: Profile
  let call: Call

  static let query: Form = [Field("unit", .reference(.unit), Phrase("单位", "Unit"))]

  private var language: Language { call.language }
  private var pieces: MeasurePieces { MeasurePieces(language: language, profile: profile, now: call.now) }

  func render() -> HTML {
    let title = Phrase("督办看板", "Supervision board")
    let body: HTML = """
      <header class="board-head"><h1>\(title, language)\(when(unit) { " <small>\(pieces.unit($0))</small>" })</h1>\(links)</header>
      \(offers)
      <div class="board-room">
      <form method="post" action="\(Paths.urgeSeveral)" class="board-form">\(ActionForm.token(call.visitor))\
      <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">
      \(urging)
      \(LivePart.render("\(LiveTopic.board)/lanes", mark: unit == nil ? board.mark : nil, "<div class=\"board\">\(lanes)</div>"))
      </form>
      \(units)
      </div>
      \(measures)
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.supervision, body: body)
  }

  private var links: HTML {
    let provisional = when(board.provisional > 0) { () -> HTML in
      let lamp = Lamp(.soon, Phrase("暂定期限 \(number(board.provisional)) 件", "\(number(board.provisional)) provisional deadlines"))
      return "\(lamp.render(language)) "
    }
    let all = when(unit != nil) { "<a class=\"secondary\" href=\"\(Paths.supervision)\">\(Phrase("全部单位", "All units"), language)</a> " }
    let open = when(SupervisionStage.openers.admits(call.actor)) {
      "<a class=\"secondary\" href=\"\(Paths.newMeasure)\">\(MeasureAction.open.phrase, language)</a> "
    }
    return """
      <p class="board-links">\(provisional)\(all)\(open)<a class="secondary" href="\(Paths.measures)">\(Phrase("督办措施", "Measures"), language)</a> \
      <a class="secondary" href="\(Paths.criticisms)">\(Phrase("通报", "Circulars"), language)</a></p>
      """
  }

  /// What may be one incident: declared with one click where an order runs already.
  private var offers: HTML {
    HTML.each(board.offers) { offer -> HTML in
      let category = profile.taxonomy.title(of: offer.category)
      let area = offer.area.flatMap { profile.area($0)?.name } ?? Phrase("", "")
      let words = Phrase(
        "一小时内 \(offer.count) 件同类诉求：\(category.zh) \(area.zh)", "\(offer.count) like appeals within the hour: \(category.en) \(area.en)")
      let act = when(offer.order) { (number: String) -> HTML in
        let path = "\(Paths.newMeasure)?kind=incident&order=\(percentEncoded(number))"
        return "<a class=\"secondary\" href=\"\(path)\">\(Phrase("启动集中诉求", "Declare an incident"), language)</a>"
      }
      return "<div class=\"notice\" role=\"status\"><p>\(Lamp(.soon, words).render(language)) \(act)</p></div>"
    }
  }

  private var canUrge: Bool { !call.actor.roles.isDisjoint(with: [.supervisor, .leader, .dispatcher, .intake]) }

  private var urging: HTML {
    when(canUrge) {
      """
      <div class="urge-bar"><label for="urge-text">\(Phrase("对勾选的工单催办", "Urge the ticked orders"), language)</label>
      <input id="urge-text" name="text" type="text" maxlength="500" placeholder="\(Phrase("催办内容（可不填）", "Words (optional)"), language)">
      <button class="primary" data-key="u">\(Phrase("批量催办", "Urge them"), language) <kbd>U</kbd></button>\(keys)</div>
      """
    }
  }

  /// What one key does with the order one stands on.
  private static let keyed: [(key: String, kind: MeasureKind)] = [
    ("n", .notice), ("j", .joint), ("v", .inspection), ("e", .escalation),
  ]

  private var keys: HTML {
    let mine = Self.keyed.filter { !$0.kind.openers.isDisjoint(with: call.actor.roles) }
    let items = HTML.each(mine) { one -> HTML in
      let path = "\(Paths.newMeasure)?kind=\(one.kind.rawValue)&order="
      return
        "<span data-row-key=\"\(one.key)\" data-row-path=\"\(path)\"><kbd>\(one.key.uppercased())</kbd> \(one.kind.phrase, language)</span> "
    }
    return """
      <p class="keys soft"><kbd>↑</kbd><kbd>↓</kbd> \(Phrase("选工单", "walk"), language) <kbd>X</kbd> \(Phrase("勾选", "tick"), language) \(items)</p>
      """
  }

  /// The columns alone, as they are fetched again.
  var lanes: HTML { HTML.each(board.columns, column) }

  private func column(_ column: Board.Column) -> HTML {
    // Columns part by the moment of the deadline; how each stands is said by its own lamp.
    let isOver = column.lane == .red || column.lane == .late
    let head: HTML = isOver ? Lamp(.late, column.lane.phrase).render(language) : "\(column.lane.phrase, language)"
    let rows = HTML.each(column.rows, row)
    let more = column.count - column.rows.count
    let rest = when(more > 0) { "<li class=\"soft\">\(Phrase("另有 \(more) 件", "\(more) more"), language)</li>" }
    let none: HTML = "<li class=\"soft\">\(Phrase("没有", "None"), language)</li>"
    return """
      <section class="lane \(column.lane.rawValue)" aria-label="\(column.lane.phrase, language)">
      <h2>\(head) <span class="count">\(number(column.count))</span></h2>
      <ul>\(column.rows.isEmpty && more <= 0 ? none : rows)\(rest)</ul></section>
      """
  }

  private func row(_ order: OrderGlance) -> HTML {
    let clock = when(order.remaining(profile, at: call.now)) { named($0, order.clock).render(language) }
    let card = when(order.card) { Lamp.card($0).render(language) }
    let leader = when(order.supervisions > 0) { Lamp.supervised.render(language) }
    let urged = when(order.urges > 0) { "<span class=\"soft\">\(Phrase("已催 \(order.urges) 次", "urged \(order.urges)×"), language)</span>" }
    let tick = when(canUrge) {
      "<input type=\"checkbox\" name=\"orders\" value=\"\(order.number)\" aria-label=\"\(order.number)\">"
    }
    return """
      <li>\(tick)<div><a href="\(Paths.order(order.number))">\(order.heading)</a>
      <div class="row-lamps">\(clock) \(card) \(leader) \(urged)</div>
      <p class="soft">\(pieces.unit(order.unit ?? order.owner)) · \(order.state.phrase, language) · <span class="number">\(order.number)</span></p></div></li>
      """
  }

  /// Which clock it is says who has to move.
  private func named(_ lamp: Lamp, _ clock: ClockKind?) -> Lamp {
    guard let clock = clock?.phrase else { return lamp }
    let words = Phrase("\(clock.zh)：\(lamp.word.zh)", "\(clock.en): \(lamp.word.en)")
    return Lamp(lamp.state, words, explanation: lamp.explanation)
  }

  private var measures: HTML {
    let rows = board.measures.measures.map { pieces.row($0, board.measures.title($0)) }
    let empty = EmptyState.render(Phrase("没有在办的督办措施。", "No measure is running."), language: language)
    return QueueTable.render(rows, caption: Phrase("在办的督办措施", "Running measures"), empty: empty, language: language)
  }

  private var units: HTML {
    guard !board.units.isEmpty else { return .empty }
    let lines = HTML.each(board.units.prefix(40)) { line -> HTML in
      let late = line.late > 0 ? Lamp(.late, Phrase("\(line.late)", "\(line.late)")).render(language) : "0"
      return """
        <tr><th scope="row"><a href="\(Paths.supervision)?unit=\(percentEncoded(line.unit.value))">\(pieces.unit(line.unit))</a></th>
        <td class="number">\(late)</td><td class="number">\(line.due)</td></tr>
        """
    }
    return """
      <aside><section class="panel"><h2>\(Phrase("各单位", "By unit"), language)</h2>
      <table class="figures"><thead><tr><th scope="col">\(Phrase("单位", "Unit"), language)</th>\
      <th scope="col">\(Phrase("已超期", "Late"), language)</th><th scope="col">\(Phrase("将到期", "Due soon"), language)</th></tr></thead>
      <tbody>\(lines)</tbody></table></section></aside>
      """
  }

  private func number(_ count: Int) -> String { count.grouped(cap: LaneQuery.cap) }
}
