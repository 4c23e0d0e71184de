import Casework
import Workdays

/// Every component in every state, with matter of a city that does not exist.
struct DesignPieces {
  let call: Call

  var language: Language { call.language }
  private static let at = Moment(milliseconds: 1_795_226_400_000)

  var all: [DesignPart] {
    [lamps, people, buttons, tabs, queue, timeline, actions, suggestion, empty, refused, forms, news, toast]
  }

  private static let states: [Lamp] = [
    Lamp(
      .onTime, Phrase("还有 2 个工作日 3 小时", "2 working d 3 h left"),
      explanation: [Phrase("期限：11 月 25 日 12:00", "Deadline: 25 Nov, 12:00"), Phrase("周六、周日不计", "Saturday and Sunday do not count")]),
    Lamp(.soon, Phrase("还有 50 分", "50 min left")), Lamp(.late, Phrase("已超 1 天 2 小时", "1 d 2 h late")),
    Lamp(.leader, Phrase("督办", "Supervised")), Lamp(.quiet, Phrase("电话", "Phone")), Lamp(.late, Phrase("有生命危险", "Life at risk")),
  ]

  private var lamps: DesignPart {
    let rows = HTML.each(Self.states, separator: " ") { $0.render(language) }
    let help = Phrase("指向或聚焦带虚线的灯号，可看到逐行说明。", "Point at a dotted lamp or focus it to see why, line by line.")
    return DesignPart("lamps", Phrase("灯号", "Lamps"), "<div class=\"lamps\">\(rows)</div><p class=\"soft\">\(help, language)</p>")
  }

  private var people: DesignPart {
    let steps: [(name: Phrase, path: String?)] = [
      (Phrase("市政府", "The city"), "#people"), (Phrase("住建局", "Housing Bureau"), "#people"), (Phrase("供热办", "Heating Office"), nil),
    ]
    return DesignPart(
      "people", Phrase("人员与单位", "People and units"),
      """
      <p>\(PersonChip.render(name: Phrase("王**", "Wang **")[language], phone: "138****5678", reveal: "#people", language: language)) \
      \(PersonChip.render(name: nil, phone: "138****5678", language: language))</p>
      \(UnitPath.render(steps, language: language))
      """)
  }

  private var buttons: DesignPart {
    let (first, other, quiet) = (Phrase("签收", "Sign"), Phrase("退单", "Return"), Phrase("取消", "Cancel"))
    return DesignPart(
      "buttons", Phrase("按钮", "Buttons"),
      """
      <p class="row-of"><button class="primary" type="button">\(first, language)<kbd>F2</kbd></button> \
      <button class="secondary" type="button">\(other, language)</button> <button class="quiet" type="button">\(quiet, language)</button> \
      <button class="primary" type="button" disabled>\(first, language)</button> <span class="tag">\(Phrase("草稿", "Draft"), language)</span></p>
      """)
  }

  private var tabs: DesignPart {
    let tabs = Tabs.render(
      [
        Tabs.Tab("#tabs", Phrase("待签收", "To sign"), count: 3, isCurrent: true), Tabs.Tab("#tabs", Phrase("办理中", "In hand"), count: 12),
        Tabs.Tab("#tabs", Phrase("全部", "All"), count: 1000),
      ], language: language)
    return DesignPart(
      "tabs", Phrase("分栏与计数", "Tabs and counts"), "\(tabs)\(Pager.render(next: "#tabs", total: 1000, language: language))")
  }

  private var queue: DesignPart {
    let rows = [
      QueueRow(
        number: "YX261121-W1-7K3Q", path: "#queue",
        matter: Phrase("小区整片停暖，家中有老人", "No heating in the whole block, an old person at home")[language],
        place: Phrase("东湖街道 12 号", "12 East Lake")[language], lamps: [Self.states[2], Self.states[3]],
        holder: Phrase("供热办", "Heating Office")[language], since: Self.at, now: Self.at, state: Phrase("办理中", "In hand")),
      QueueRow(
        number: "YX261121-W1-9M2A", path: "#queue", matter: Phrase("路灯不亮", "A street lamp is out")[language], lamps: [Self.states[0]],
        holder: Phrase("城管局", "Urban Management")[language], since: Self.at, now: Self.at, state: Phrase("待签收", "To be signed")),
    ]
    let table = QueueTable.render(rows, caption: Phrase("队列", "A queue"), empty: .empty, language: language)
    return DesignPart("queue", Phrase("队列", "Queue rows"), table)
  }

  private var timeline: DesignPart {
    let quote = Phrase("已更换灯头，请查看。", "The lamp head is replaced; please look.")[language]
    let note = Phrase("该路段下月改造。", "This stretch is rebuilt next month.")[language]
    let entries = [
      Timeline.Entry(
        Self.at, .event, HTML(escaping: Phrase("城管局 李强 反馈办理结果", "Li Qiang (Urban Management) answered")[language]), words: quote),
      Timeline.Entry(Self.at, .clock, HTML(escaping: Phrase("办理时限停止", "The handling clock stopped")[language])),
      Timeline.Entry(
        Self.at.adding(minutes: 3), .message, HTML(escaping: Phrase("已短信告知市民", "The citizen was told by text message")[language])),
      Timeline.Entry(Self.at.adding(minutes: 9), .note, HTML(escaping: Phrase("内部备注", "Internal note")[language]), words: note),
    ]
    return DesignPart("timeline", Phrase("经过", "Timeline"), Timeline(entries).render(language))
  }

  private var actions: DesignPart {
    let form: HTML = "<p class=\"soft\">\(Phrase("展开后在这里填写。", "What it asks for unfolds here."), language)</p>"
    let bar = ActionBar.render(
      [
        .link("#actions", Phrase("签收", "Sign"), primary: true, language: language), .form(Phrase("退单", "Return"), form, language: language),
        .form(Phrase("申请延期", "Ask for more time"), form, language: language),
      ], next: Phrase("签收后 1 小时内联系市民。", "Contact the citizen within an hour of signing."), language: language)
    return DesignPart("actions", Phrase("操作栏", "Action bar"), "<div class=\"still\">\(bar)</div>")
  }
}
