import CaseFile
import Casework
import Web
import Workdays

/// The leader's page of the day, and what oversight sees of it: matters without anybody's data.
struct BriefPage {
  let profile: Profile
  let call: Call

  private var language: Language { call.language }
  private var pieces: CasePieces { CasePieces(language: language, profile: profile) }

  func render(_ brief: Brief) -> HTML {
    """
    <div class="brief">
    \(pieces.panel(Phrase("群众反映最多的三件事（近七天）", "What hurts most, last seven days"), hurts(brief.hurts, opens: true), id: "hurts"))
    \(pieces.panel(Phrase("谁的事：各单位超时", "Whose: late by unit"), late(brief.late), id: "whose"))
    \(pieces.panel(Phrase("承诺到期", "Promised and due"), promised(brief.promised), id: "promised"))
    \(instructions)
    </div>
    """
  }

  /// What I wrote and how it ended: another stage's part.
  private var instructions: HTML {
    """
    <div hx-get="\(Paths.instructionsPart)" hx-trigger="load" hx-swap="outerHTML"><p><a href="\(Paths.measures)">\
    \(Phrase("我的批示", "What I wrote"), language)</a></p></div>
    """
  }

  func hurts(_ hurts: [Hurt], opens: Bool) -> HTML {
    guard !hurts.isEmpty else { return "<p class=\"soft\">\(Phrase("近七天没有新工单。", "No new orders in seven days."), language)</p>" }
    return "<ol class=\"hurts\">\(HTML.each(hurts) { hurt($0, opens: opens) })</ol>"
  }

  private func hurt(_ hurt: Hurt, opens: Bool) -> HTML {
    let title: HTML = "<b>\(profile.taxonomy.title(of: hurt.category), language)</b>"
    let (allOpen, allLate) = (DeskCount.words(hurt.open), DeskCount.words(hurt.late))
    let open: HTML = "\(Phrase("在办 \(allOpen) 件", "\(allOpen) open"), language)"
    let late = when(hurt.late > 0) { Lamp(.late, Phrase("\(allLate) 件超时", "\(allLate) late")).render(language) }
    let standing: HTML = "\(linked(open, "open", hurt, opens)) \(when(hurt.late > 0) { linked(late, "late", hurt, opens) })"
    let place = hurt.area.flatMap { profile.area($0)?.name }.map { Phrase("多在\($0.zh)", "mostly \($0.en)") }
    let unit = hurt.unit.map { profile.units.name(of: $0) }.map { Phrase("主要由\($0.zh)承办", "mostly with \($0.en)") }
    let facts = [place, unit].compactMap { $0?[language] }.joined(separator: " · ")
    return """
      <li>\(title) <span class="figure-inline">\(Phrase("\(hurt.count) 件", "\(hurt.count) orders"), language)</span> \
      \(trend(hurt).render(language)) \(standing)\
      <p class="soft">\(facts)</p></li>
      """
  }

  /// A count and the very list that it counts.
  private func linked(_ count: HTML, _ tab: String, _ hurt: Hurt, _ opens: Bool) -> HTML {
    guard opens else { return count }
    return "<a href=\"\(Paths.desk(Role.leader.rawValue, tab: tab))&category=\(percentEncoded(hurt.category.value))\">\(count)</a>"
  }

  private func trend(_ hurt: Hurt) -> Lamp {
    let (now, before) = (hurt.count, hurt.before)
    if before == 0 { return Lamp(.soon, Phrase("上周没有", "none the week before")) }
    if now > before { return Lamp(.soon, Phrase("比上周多 \(now - before) 件", "\(now - before) more than the week before")) }
    if now < before { return Lamp(.onTime, Phrase("比上周少 \(before - now) 件", "\(before - now) fewer than the week before")) }
    return Lamp(.quiet, Phrase("与上周持平", "as many as the week before"))
  }

  func late(_ units: [(unit: UnitID, late: Int)]) -> HTML {
    guard !units.isEmpty else {
      return "<p>\(Lamp(.onTime, Phrase("没有超时的工单。", "Nothing is late.")).render(language))</p>"
    }
    let rows = HTML.each(units) { one -> HTML in
      let path = "\(Paths.desk(Role.leader.rawValue, tab: "late"))&unit=\(percentEncoded(one.unit.value))"
      return """
        <tr><th scope="row"><a href="\(path)">\(profile.units.name(of: one.unit), language)</a></th>\
        <td class="number">\(DeskCount.words(one.late))</td></tr>
        """
    }
    return """
      <table class="figures"><thead><tr><th scope="col">\(Phrase("单位", "Unit"), language)</th>\
      <th scope="col">\(Phrase("超时件数", "Late"), language)</th></tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private func promised(_ orders: [OrderGlance]) -> HTML {
    let none: HTML = "<p class=\"soft\">\(Phrase("三天内没有到期的承诺。", "No promise falls due within three days."), language)</p>"
    let rows = Rows(profile: profile, now: call.now, language: language)
    let caption = Phrase("向市民承诺、三天内到期或已过期", "Promised to citizens; over, or due within three days")
    return QueueTable.render(orders.map { rows.row($0) }, caption: caption, empty: none, language: language)
  }
}
