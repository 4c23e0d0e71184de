import Casework
import Web
import Workdays

/// The parts that the pages of orders and appeals share.
public struct CasePieces {
  let language: Language
  let profile: Profile

  public init(language: Language, profile: Profile) { (self.language, self.profile) = (language, profile) }

  public func panel(_ title: Phrase, _ body: HTML, id: String? = nil) -> HTML {
    "<section class=\"panel\"\(attribute: "id", id)><h2>\(title, language)</h2>\n\(body)</section>\n"
  }

  /// A list of names and values; those without a value are left out.
  func facts(_ pairs: [(Phrase, HTML?)]) -> HTML {
    let rows = pairs.compactMap { pair -> HTML? in
      guard let value = pair.1, !value.isEmpty else { return nil }
      return "<dt>\(pair.0, language)</dt><dd>\(value)</dd>"
    }
    return "<dl class=\"facts\">\(rows)</dl>"
  }

  /// Paragraphs of somebody's words.
  func words(_ text: String) -> HTML {
    HTML.each(text.split(separator: "\n", omittingEmptySubsequences: true)) { "<p>\($0)</p>" }
  }

  func path(to unit: UnitID) -> HTML {
    let steps = profile.units.path(to: unit).map { (name: profile.units.name(of: $0), path: String?.none) }
    return UnitPath.render(steps, language: language)
  }

  /// Who did what when. Notes of colleagues stand on their own, tinted, and never print.
  func timeline(_ entries: [TimelineEntry]) -> HTML {
    Web.Timeline(entries.flatMap(timelineEntries)).render(language)
  }

  private func timelineEntries(_ entry: TimelineEntry) -> [Web.Timeline.Entry] {
    let open = entry.quotes.filter { !$0.isInternal || entry.isInternal }
    let notes = entry.quotes.filter { $0.isInternal && !entry.isInternal }
    let main = Web.Timeline.Entry(entry.at, kind(entry), sentence(entry), words: joined(open))
    let clocks = entry.clocks.map { Web.Timeline.Entry(entry.at, .clock, "\($0.sentence, language)", why: $0.why) }
    return [main] + clocks
      + notes.map { Web.Timeline.Entry(entry.at, .note, "<span class=\"soft\">\($0.label, language)</span>", words: $0.text) }
  }

  private func kind(_ entry: TimelineEntry) -> Web.Timeline.Entry.Kind {
    if entry.isInternal { return .note }
    if entry.type == "notified" { return .message }
    return entry.by == Actor.system.account ? .clock : .event
  }

  private func sentence(_ entry: TimelineEntry) -> HTML {
    let facts = HTML.each(entry.facts) { " <span class=\"soft\">\($0.label, language)\(colon)\($0.value, language)</span>" }
    let file = when(entry.file) { (id: AttachmentID) -> HTML in
      " <a href=\"\(Paths.attachment(id.value))\">\(Phrase("查看", "View"), language)</a>"
    }
    return "\(entry.sentence, language)\(facts)\(file)"
  }

  private var colon: String { language == .zh ? "：" : ": " }

  private func joined(_ quotes: [TimelineEntry.Quote]) -> String? {
    guard !quotes.isEmpty else { return nil }
    return quotes.map { "\($0.label[language])\(colon)\($0.text)" }.joined(separator: "\n")
  }

  func files(_ ids: [AttachmentID]) -> HTML {
    let items = HTML.each(ids.enumerated()) { index, id in
      "<li><a href=\"\(Paths.attachment(id.value))\">\(Phrase("附件 \(index + 1)", "File \(index + 1)"), language)</a></li>"
    }
    return "<ul class=\"files\">\(items)</ul>"
  }

  func links(_ links: [OrderFile.Link]) -> HTML {
    let items = HTML.each(links) { link -> HTML in
      let unit = link.unit.map { profile.units.name(of: $0)[language] }
      let due = link.due?.phrase[language]
      return """
        <li><a class="number" href="\(Paths.order(link.number))">\(link.number)</a> \(link.role.phrase, language) \(unit) \
        <span class="state">\(link.state.phrase, language)</span> \(link.outcome?.phrase, language) <span class="soft">\(due)</span></li>
        """
    }
    return "<ul class=\"links\">\(items)</ul>"
  }

  /// What happens by itself on a clock, and what has.
  private func ladder(_ clock: Clock) -> HTML {
    let rungs = clock.rungs.filter { clock.stoppedAt == nil || $0.isReached }
    guard !rungs.isEmpty else { return "" }
    let items = HTML.each(rungs) { rung -> HTML in
      let done = rung.isReached ? Phrase("（已到）", " (reached)") : Phrase("", "")
      return "<li>\(rung.at, language) \(rung.what.phrase, language)\(done, language)</li>"
    }
    return "<p class=\"soft\">\(Phrase("到时自动", "By itself"), language)</p><ul class=\"explanation\">\(items)</ul>"
  }

  /// The clocks with their explanations: one sentence, then line by line.
  func clocks(_ clocks: [Clock], _ calendar: WorkCalendar, now: Moment) -> HTML {
    HTML.each(clocks.sorted { $0.deadline.at < $1.deadline.at }) { clock -> HTML in
      let shown = ClockLamp(clock: clock, calendar: calendar, now: now)
      let lamp = shown.lamp
      let lines = HTML.each(clock.deadline.story) { "<li>\($0, language)</li>" }
      let plain = Lamp(lamp.state, lamp.word).render(language)
      let end = when(!shown.isClosedWindow) { " <span class=\"when\">\(clock.deadline.at, language)</span>" }
      return """
        <details class="clock"><summary>\(plain)\(end)</summary>\
        <p>\(clock.sentence, language)</p><ul class="explanation">\(lines)</ul>\(ladder(clock))</details>
        """
    }
  }
}
