import Casework
import Web
import Workdays

/// The list of measures with its saved filters.
struct MeasureListPage {
  let found: MeasureRows
  let tab: MeasureTab
  let profile: Profile
  let call: Call

  func render() -> HTML {
    let language = call.language
    let title = Phrase("督办措施", "Measures of supervision")
    let pieces = MeasurePieces(language: language, profile: profile, now: call.now)
    let tabs = MeasureTab.Name.allCases.map { name in
      Tabs.Tab("\(Paths.measures)?tab=\(name.rawValue)", MeasureTab.label(name), isCurrent: name == tab.name)
    }
    let empty = EmptyState.render(
      Phrase("现在没有。", "Nothing at the moment."), then: Phrase("督办单、呈批、联合督办等措施会列在这里。", "Notices, submissions and the like are listed here."),
      language: language)
    let next = found.next.map { "\(Paths.measures)?tab=\(tab.name.rawValue)&after=\($0)" }
    let canOpen = SupervisionStage.openers.admits(call.actor)
    let open: HTML = "<p><a class=\"primary\" href=\"\(Paths.newMeasure)\">\(MeasureAction.open.phrase, language)</a></p>"
    let body: HTML = """
      <h1>\(title, language)</h1>
      \(when(canOpen) { open })
      \(Tabs.render(tabs, language: language))
      \(QueueTable.render(found.measures.map { pieces.row($0, found.title($0)) }, caption: MeasureTab.label(tab.name), isNamed: true, empty: empty, language: language))
      \(Pager.render(next: next, language: language))
      """
    return Layout.page(title[language], for: call.visitor, current: Paths.measures, body: body)
  }
}

/// Criticism that was approved, for all colleagues to read: 通报.
struct CriticismsPage {
  let found: MeasureRows
  let profile: Profile
  let call: Call

  func render() -> HTML {
    let language = call.language
    let title = MeasureKind.criticism.phrase
    let pieces = MeasurePieces(language: language, profile: profile, now: call.now)
    let items = HTML.each(found.measures) { measure -> HTML in
      let units = measure.matter.units.map(pieces.unit).joined(separator: language == .zh ? "、" : ", ")
      let demand = found.texts[measure.matter.demand.value] ?? ""
      return """
        <section class="panel"><h2>\(found.title(measure))</h2>
        <p><b>\(units)</b> <span class="soft">\(measure.publishedAt, language) \(measure.matter.cause?.phrase, language)</span></p>
        \(pieces.words(demand))</section>
        """
    }
    let empty = EmptyState.render(Phrase("没有通报。", "Nothing has been published."), language: language)
    let body: HTML = "<h1>\(title, language)</h1>\n\(found.measures.isEmpty ? empty : items)"
    return Layout.page(title[language], for: call.visitor, current: Paths.criticisms, body: body)
  }
}
