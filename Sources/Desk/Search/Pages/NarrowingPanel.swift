import Casework
import Web
import Workdays

/// Above a queue: what it is narrowed by, how to narrow it, and how to keep that as a tab.
struct NarrowingPanel {
  let page: DeskPage

  private var language: Language { page.language }
  private var role: String { page.desk.role.rawValue }
  private var narrowing: Narrowing { page.narrowing }
  /// Whether the address asks for it; a tab that somebody made is narrowed by itself.
  private var isAsked: Bool { !page.question.isEmpty }

  func render() -> HTML { "\(isAsked || page.call.query.flag("narrow") ? open : closed)\(state)" }

  private var open: HTML {
    """
    <details class="narrow" open><summary class="secondary" data-key="f">\(label)</summary>
    \(form)</details>
    """
  }

  /// Fetched when it is wanted: all units and categories of a city weigh more than the queue.
  private var closed: HTML {
    let path = "\(page.link(page.tab))&narrow=true"
    return """
      <p class="narrow"><a class="secondary" data-key="f" href="\(path)" hx-get="\(path)" hx-select=".narrow" hx-target="closest .narrow" \
      hx-swap="outerHTML">\(label)</a></p>
      """
  }

  private var label: HTML { "\(Phrase("筛选", "Filter"), language) <kbd>F</kbd>" }

  private var form: HTML {
    QueryForm.render(
      fields, to: page.path, fixed: ["tab": narrowing.tab], asked: narrowing.asked, references: page.call.references, language: language)
  }

  /// A desk of one unit is not narrowed by unit.
  private var fields: [Field] {
    guard case .orders(let filter)? = page.desk.tab(narrowing.tab)?.content, filter.unit != nil else { return Narrowing.fields }
    return Narrowing.fields.filter { $0.name != "unit" }
  }

  private var state: HTML {
    guard !narrowing.isEmpty else { return "" }
    let ground = page.desk.tab(narrowing.tab)?.label
    return """
      <div class="narrowed"><span>\(ground, language) · <b>\(narrowing.words(page.profile), language)</b></span>\(isAsked ? keeping : removal)</div>
      """
  }

  private var keeping: HTML {
    let hidden = HTML.each(narrowing.asked + [(name: "tab", value: narrowing.tab)]) { one in
      "<input type=\"hidden\" name=\"\(one.name)\" value=\"\(one.value)\">"
    }
    let clear = page.desk.tab(narrowing.tab).map(page.link) ?? page.path
    return """
      <form method="post" action="\(Paths.deskFilters(role))">\(token)\(hidden)
      <input name="name" type="text" required maxlength="\(SavedFilter.longestName)" aria-label="\(Phrase("分栏名称", "Name of the tab"), language)" \
      placeholder="\(Phrase("分栏名称", "Name of the tab"), language)">
      <button class="secondary">\(Phrase("保存为我的分栏", "Keep as my tab"), language)</button></form>
      <a href="\(clear)">\(Phrase("清除", "Clear"), language)</a>
      """
  }

  private var removal: HTML {
    when(page.tab.saved) { saved in
      """
      <form method="post" action="\(Paths.deskFilterRemoval(role, saved.id))">\(token)\
      <button class="quiet">\(Phrase("移除这个分栏", "Remove this tab"), language)</button></form>
      """
    }
  }

  private var token: HTML {
    """
    \(ActionForm.token(page.call.visitor))<input type="hidden" name="\(SubmittedForm.keyName)" value="\(randomToken(bytes: 12))">
    """
  }
}
