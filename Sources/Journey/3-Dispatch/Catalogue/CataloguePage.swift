import Casework
import Profiles
import Web
import Workdays

/// The catalogue in force: its rules by category, its versions, what fails, and rulings that may become rules.
struct CataloguePage {
  private let frame: CatalogueFrame
  private let around: CatalogueDesk.Around

  init(profile: Profile, call: Call, around: CatalogueDesk.Around) {
    frame = CatalogueFrame(profile: profile, call: call, around: around)
    self.around = around
  }

  private var language: Language { frame.language }
  private var call: Call { frame.call }

  func render(_ page: RuleList.Page) -> HTML {
    let catalogue = frame.profile.catalogue
    let title = Phrase("派单目录 第 \(catalogue.version) 版", "Dispatch catalogue, version \(catalogue.version)")
    let empty = EmptyState.render(
      Phrase("没有符合条件的规则。", "No rule fits."), then: Phrase("换一个筛选条件，或新增一条规则。", "Try another filter, or add a rule."), language: language)
    let table = page.rules.isEmpty ? empty : table(page.rules)
    return frame.page(title, .rules, "\(notice)\(filter)\(table)\(frame.more(path, page.next, total: page.total))\(versions)")
  }

  private var notice: HTML {
    when(around.draft) { draft in
      let words = Phrase(
        "第 \(draft.number) 版草稿有 \(draft.amendments.count) 处改动，尚未发布。",
        "The draft of version \(draft.number) has \(draft.amendments.count) change(s), not yet released.")
      return
        "<div class=\"notice\"><p>\(words, language) <a href=\"\(Paths.catalogueDraft)\">\(Phrase("查看草稿", "See the draft"), language)</a></p></div>"
    }
  }

  private var path: String {
    let asked = ["matter", "unit", "q"].compactMap { name in call.query.optionalText(name).map { "\(name)=\(percentEncoded($0))" } }
    return asked.isEmpty ? Paths.catalogue : "\(Paths.catalogue)?\(asked.joined(separator: "&"))"
  }

  private var filter: HTML {
    let tops = frame.profile.taxonomy.roots.map { Choice($0.id.value, $0.name) }
    return """
      <form class="filter" method="get" action="\(Paths.catalogue)">
      \(select("matter", Phrase("事项", "Matter"), tops))\(select("unit", Phrase("单位", "Unit"), call.references.options(.unit)))
      <label>\(Phrase("关键词", "Words"), language)<input type="search" name="q" maxlength="60" value="\(call.query.text("q"))"></label>
      <button class="secondary">\(Phrase("筛选", "Filter"), language)</button></form>
      """
  }

  private func select(_ name: String, _ label: Phrase, _ choices: [Choice]) -> HTML {
    let chosen = call.query.optionalText(name)
    let options = HTML.each(choices) { choice in
      "<option value=\"\(choice.value)\"\(attribute: "selected", if: choice.value == chosen)>\(choice.label, language)</option>"
    }
    return """
      <label>\(label, language)<select name="\(name)"><option value="">\(Phrase("全部", "All"), language)</option>\(options)</select></label>
      """
  }

  private func table(_ rules: [CatalogueRule]) -> HTML {
    let heads = [
      Phrase("事项", "Matter"), Phrase("牵头", "Lead"), Phrase("协办", "Assisting"), Phrase("依据", "Basis"), Phrase("不得低于", "Not below"),
      Phrase("限于", "Only"), Phrase("来源", "From"),
    ]
    let changed = Set(around.draft?.amendments.map(\.id) ?? [])
    let rows = rules.map { rule -> [HTML] in
      let mark = when(changed.contains(rule.id)) { " <span class=\"tag\">\(Phrase("草稿有改动", "Changed in the draft"), language)</span>" }
      return [
        "<a class=\"rule\" href=\"\(Paths.catalogueRule(rule.id))\">\(frame.matters(rule))</a>\(mark)", lead(rule),
        HTML(escaping: rule.assist.map(frame.name).joined(separator: "、")),
        rule.lead == .byHand ? .empty : "\(rule.basis, language)", "\(rule.lowest?.phrase, language)",
        HTML(escaping: frame.conditions(rule).joined(separator: "、")), frame.origin(rule),
      ]
    }
    return frame.table(Phrase("现行规则", "Rules in force"), heads, rows)
  }

  private func lead(_ rule: CatalogueRule) -> HTML {
    guard rule.lead == .byHand else { return "<strong>\(frame.name(rule.lead))</strong>" }
    return "<span class=\"soft\">\(rule.basis, language)</span>"
  }

  private var versions: HTML {
    guard frame.mayEdit else { return .empty }
    let heads = [
      Phrase("版次", "Version"), Phrase("状态", "State"), Phrase("改动", "Changes"), Phrase("生效", "Holds from"), Phrase("起草", "Begun"),
    ]
    let profile = frame.profile
    let first: [HTML] = [
      "1", "\(Phrase("城市方案", "The city's profile"), language)", "", HTML(escaping: profile.effective.description), "",
    ]
    let rows = around.revisions.map { revision -> [HTML] in
      [
        "\(revision.number)", "<span class=\"state\">\(revision.state.phrase, language)</span>", "\(revision.amendments.count)",
        HTML(escaping: revision.effective?.description ?? ""),
        "<span class=\"when\">\(revision.openedAt, language)</span> \(revision.openedBy.value)",
      ]
    }
    return frame.table(Phrase("版次", "Versions"), heads, rows + [first])
  }
}

extension CataloguePage {
  func failures(_ items: [FailureList.Item]) -> HTML {
    let title = Phrase("失效规则", "Rules that fail")
    guard !items.isEmpty else {
      let empty = EmptyState.render(
        Phrase("所有规则都能执行。", "Every rule can be followed."),
        then: Phrase(
          "规则所指的单位撤销、或某地没有对应单位时会列在这里，工单交由人工判断。",
          "A rule whose unit is gone, or that finds no unit at a place, is listed here; its orders fall to a person."),
        language: language)
      return frame.page(title, .failures, empty)
    }
    let heads = [Phrase("规则", "Rule"), Phrase("原因", "Why"), Phrase("区域", "Where"), Phrase("等待人工的工单", "Orders waiting")]
    let rows = items.map { item -> [HTML] in
      let areas =
        item.areas.isEmpty ? Phrase("全部", "Everywhere")[language] : item.areas.compactMap { frame.name($0) }.joined(separator: "、")
      return [
        "<a class=\"rule\" href=\"\(Paths.catalogueRule(item.rule.id))\">\(frame.matters(item.rule))</a>",
        "\(item.failure.phrase(in: frame.profile), language)", HTML(escaping: areas), "\(item.waiting)",
      ]
    }
    return frame.page(title, .failures, frame.table(title, heads, rows))
  }

  func precedents(_ items: [Precedent], _ notes: [Int64: String], next: String?) -> HTML {
    let title = Phrase("裁定先例", "Rulings as precedents")
    guard !items.isEmpty else {
      let empty = EmptyState.render(
        Phrase("还没有裁定。", "Nothing has been ruled on yet."),
        then: Phrase("退单裁定后，同类事项派单时会提示，也可以在这里转为目录规则。", "A ruling is offered in the like matter, and becomes a rule here with one action."),
        language: language)
      return frame.page(title, .precedents, empty)
    }
    let heads = [Phrase("事项", "Matter"), Phrase("裁定", "Ruling"), Phrase("说明", "Note"), Phrase("时间", "When"), Phrase("目录", "Catalogue")]
    let rows = items.map { row($0, notes) }
    return frame.page(title, .precedents, "\(frame.table(title, heads, rows))\(frame.more(Paths.precedents, next))")
  }

  private func row(_ item: Precedent, _ notes: [Int64: String]) -> [HTML] {
    let way = item.upheld ? Phrase("改派", "Moved to") : Phrase("维持", "Kept by")
    let matter = frame.profile.taxonomy.title(of: item.category)
    let place = frame.name(item.area)
    return [
      "<a class=\"rule\" href=\"\(Paths.order(item.order))\"><span class=\"matter-path\">\(matter, language)</span></a> <span class=\"soft\"><span class=\"number\">\(item.order)</span> \(place)</span>",
      "\(way, language) <strong>\(frame.name(item.unit))</strong>", HTML(escaping: item.note.flatMap { notes[$0.value] } ?? ""),
      "<span class=\"when\">\(item.at, language)</span>", rule(of: item),
    ]
  }

  /// The rule that it became, or the button that makes one.
  private func rule(of item: Precedent) -> HTML {
    let drafted = around.draft?.amendments.compactMap(\.rule) ?? []
    if let rule = (frame.profile.catalogue.rules + drafted).first(where: { $0.origin == .init(.ruling, item.order) }) {
      return "<a href=\"\(Paths.catalogueRule(rule.id))\">\(Phrase("已转为规则", "Made a rule"), language)</a>"
    }
    return """
      <form class="one" method="post" action="\(Paths.precedents)/\(percentEncoded(item.order))/rule">\(ActionForm.token(call.visitor))\
      <input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">\
      <button class="secondary">\(Phrase("转为目录规则", "Make it a rule"), language)</button></form>
      """
  }
}
