import Casework
import Profiles
import Web
import Workdays

/// What the draft would have done, order by order.
struct TrialPage {
  private let frame: CatalogueFrame
  private let onlyChanged: Bool

  init(profile: Profile, call: Call, around: CatalogueDesk.Around, onlyChanged: Bool) {
    frame = CatalogueFrame(profile: profile, call: call, around: around)
    self.onlyChanged = onlyChanged
  }

  private var language: Language { frame.language }

  static func figures(_ figures: CatalogueTrial, _ frame: CatalogueFrame) -> HTML {
    let parts = [
      (Phrase("已派工单", "Orders that went out"), figures.orders), (Phrase("会派到别处", "Would go elsewhere"), figures.elsewhere),
      (Phrase("因本稿而变", "Changed by the draft"), figures.changed), (Phrase("交人工判断", "Left to a person"), figures.byHand),
    ]
    let items = HTML.each(parts) { label, count -> HTML in
      "<li><span class=\"figure\">\(count.grouped)</span> <span class=\"soft\">\(label, frame.language)</span></li>"
    }
    return "<ul class=\"figures\" aria-label=\"\(days(figures), frame.language)\">\(items)</ul>"
  }

  private static func days(_ figures: CatalogueTrial) -> Phrase { (figures.from...max(figures.from, figures.to)).phrase }

  func render(_ figures: CatalogueTrial, _ found: (items: [TrialRun.Moved], next: String?)) -> HTML {
    let days = Self.days(figures)
    let title = Phrase("试运行 \(days.zh)", "Trial, \(days.en)")
    let path = "\(Paths.catalogueTrial)?from=\(figures.from)&to=\(figures.to)"
    let changed = "\(path)&only=changed"
    let tabs = Tabs.render(
      [
        .init(path, Phrase("与实际不同", "Other than what happened"), count: figures.elsewhere + figures.byHand, isCurrent: !onlyChanged),
        .init(changed, Phrase("因本稿而变", "Changed by the draft"), count: figures.changed, isCurrent: onlyChanged),
      ], language: language)
    let note = Phrase(
      "按规则中的词语判断的，不参加试运行；保密件只计数，不列出。", "Rules that ask for words take no part; confidential orders are counted, not listed.")
    let list =
      found.items.isEmpty
      ? EmptyState.render(Phrase("没有会派到别处的工单。", "None would have gone elsewhere."), language: language) : table(found.items)
    let body: HTML = """
      \(Self.figures(figures, frame))<p class="soft">\(note, language)</p>\(tabs)\(list)\(frame.more(onlyChanged ? changed : path, found.next))
      """
    return frame.page(title, .draft, body)
  }

  private func table(_ items: [TrialRun.Moved]) -> HTML {
    let heads = [
      Phrase("工单", "Order"), Phrase("类别", "Category"), Phrase("区域", "Area"), Phrase("实际承办", "Went to"), Phrase("按草稿", "By the draft"),
      Phrase("登记", "Raised"),
    ]
    let rows = items.map { item -> [HTML] in
      let mark = when(item.isChanged) { " <span class=\"tag\">\(Phrase("因本稿", "Draft"), language)</span>" }
      return [
        "<a class=\"number\" href=\"\(Paths.order(item.number))\">\(item.number)</a>",
        "\(frame.profile.taxonomy.title(of: item.category), language)",
        HTML(escaping: frame.name(item.area) ?? ""), HTML(escaping: frame.name(item.unit)),
        "<strong>\(item.proposed.map(frame.name) ?? Phrase("人工判断", "A person decides")[language])</strong>\(mark)",
        "<span class=\"when\">\(brief: item.raisedAt, at: frame.call.now, language)</span>",
      ]
    }
    return frame.table(Phrase("会派到别处的工单", "Orders that would have gone elsewhere"), heads, rows)
  }
}
