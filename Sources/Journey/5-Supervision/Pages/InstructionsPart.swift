import CaseFile
import Casework
import Vault
import Web
import Workdays

/// What a leader wrote and how it ended, as a part of the leader's page.
struct InstructionsPart {
  let rows: MeasureRows
  let words: [Int64: String]
  let profile: Profile
  let call: Call

  static let shown = 8

  func render() -> HTML {
    let language = call.language
    let pieces = MeasurePieces(language: language, profile: profile, now: call.now)
    let items = HTML.each(rows.measures) { measure -> HTML in
      let lamps = HTML.each(pieces.lamps(measure).prefix(3), separator: " ") { $0.render(language) }
      let ended = when(measure.closedAt) { (at: Moment) -> HTML in "<span class=\"soft\">\(at, language)</span>" }
      return """
        <li><a href="\(Paths.measure(measure.matter.number))">\(rows.title(measure))</a> \
        <span class="soft">\(measure.instructedAt, language)</span>\
        <blockquote class="leader">\(measure.instruction.flatMap { words[$0.value] })</blockquote><div class="lamps">\(lamps) \(ended)</div></li>
        """
    }
    let none: HTML = """
      <p class="soft">\(Phrase("您还没有批示；打开一张工单，选“批示”。", "You have written nothing yet: open an order and choose to instruct."), language)</p>
      """
    return pieces.panel(
      Phrase("我的批示和结果", "What I wrote, and how it ended"), rows.measures.isEmpty ? none : "<ul class=\"written\">\(items)</ul>")
  }
}

extension SupervisionStage {
  /// The newest instructions of the person who asks.
  @Sendable func instructions(_ call: Call) async throws -> Answer {
    let (profile, account) = (ledger.profile(), call.actor.account)
    return try await ledger.look { sql, vault in
      let filter = MeasureFilter(kind: .submission)
      let found = try MeasureRows.read(filter, limit: MeasureList.most, call.actor, profile, sql, vault)
      let mine = Array(found.measures.filter { $0.instructedBy == account }.prefix(InstructionsPart.shown))
      let words = try vault.texts(mine.compactMap { $0.instruction?.value }).mapValues { Masking.text($0) }
      let rows = MeasureRows(measures: mine, texts: found.texts, next: nil)
      return .fragment(InstructionsPart(rows: rows, words: words, profile: profile, call: call).render())
    }
  }
}
