import Casework
import Profiles
import Web
import Workdays

/// What every page of the catalogue has: title, version, tabs, and the names of things.
struct CatalogueFrame {
  enum Tab { case rules, draft, failures, precedents, declined }

  let profile: Profile
  let call: Call
  let around: CatalogueDesk.Around?

  var language: Language { call.language }
  var mayEdit: Bool { CatalogueDesk.editors.admits(call.actor) }

  func page(_ title: Phrase, _ tab: Tab, _ body: HTML) -> HTML {
    let content: HTML = """
      <div class="catalogue">
      <header class="page-head"><h1>\(title, language)</h1>\(add(tab))</header>
      \(tabs(tab))
      \(body)
      </div>
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.catalogue, body: content)
  }

  private func add(_ tab: Tab) -> HTML {
    guard mayEdit, tab == .rules || tab == .draft else { return .empty }
    return "<a class=\"secondary\" href=\"\(Paths.catalogueNew)\">\(Phrase("新增规则", "Add a rule"), language)</a>"
  }

  private func tabs(_ tab: Tab) -> HTML {
    guard mayEdit else { return .empty }
    let changes = around?.draft.map { $0.amendments.count }
    return Tabs.render(
      [
        .init(Paths.catalogue, Phrase("规则", "Rules"), count: profile.catalogue.rules.count, isCurrent: tab == .rules),
        .init(Paths.catalogueDraft, Phrase("草稿", "Draft"), count: changes, isCurrent: tab == .draft),
        .init(Paths.catalogueFailures, Phrase("失效规则", "Failing rules"), count: around?.failing, isCurrent: tab == .failures),
        .init(Paths.precedents, Phrase("裁定先例", "Precedents"), isCurrent: tab == .precedents),
        .init(Paths.catalogueDeclined, Phrase("未采纳的建议", "Proposals not taken"), isCurrent: tab == .declined),
      ], language: language)
  }

  // Names

  func name(_ assignee: Assignee) -> String { assignee.phrase(in: profile)[language] }

  func name(_ unit: UnitID) -> String { profile.units.name(of: unit)[language] }

  func name(_ area: AreaID?) -> String? { area.map { profile.area($0)?.name[language] ?? $0.value } }

  /// `城乡建设 › 供热`, one line for each of the first few.
  func matters(_ rule: CatalogueRule, most: Int = 4) -> HTML {
    let lines = HTML.each(rule.matters.prefix(most)) { "<span class=\"matter-path\">\(profile.taxonomy.title(of: $0), language)</span>" }
    let rest = rule.matters.count - most
    return "\(lines)\(when(rest > 0) { "<span class=\"soft\">\(Phrase("另 \(rest) 类", "\(rest) more"), language)</span>" })"
  }

  /// Beyond its matter, when a rule holds: kinds, areas, words, days.
  func conditions(_ rule: CatalogueRule) -> [String] {
    var parts = rule.kinds.map { $0.phrase[language] } + rule.areas.compactMap { name($0) } + rule.words.map { "“\($0)”" }
    if let from = rule.from?.phrase { parts.append(Phrase("自 \(from.zh)", "from \(from.en)")[language]) }
    if let until = rule.until?.phrase { parts.append(Phrase("至 \(until.zh)", "until \(until.en)")[language]) }
    return parts
  }

  /// Where a rule came from; most come from the profile, and that is not worth a word.
  func origin(_ rule: CatalogueRule) -> HTML {
    guard rule.origin != .profile else { return .empty }
    let reference = when(rule.origin.reference) { (text: String) -> HTML in
      rule.origin.source == .ruling
        ? " <a class=\"number\" href=\"\(Paths.order(text))\">\(text)</a>" : " <span class=\"soft\">\(text)</span>"
    }
    return "\(rule.origin.source.phrase, language)\(reference)"
  }

  func panel(_ title: Phrase, _ body: HTML, id: String? = nil) -> HTML { Panel.render(title, body, id: id, language: language) }

  func facts(_ pairs: [(Phrase, HTML?)]) -> HTML { Facts.render(pairs, language: language) }

  func table(_ caption: Phrase, isNamed: Bool = false, _ heads: [Phrase], _ rows: [[HTML]]) -> HTML {
    CardTable.render(caption, isNamed: isNamed, heads, rows, language: language)
  }

  func more(_ path: String, _ next: String?, total: Int? = nil) -> HTML {
    let link = next.map { "\(path)\(path.contains("?") ? "&" : "?")after=\(percentEncoded($0))" }
    return Pager.render(next: link, total: total, language: language)
  }
}
