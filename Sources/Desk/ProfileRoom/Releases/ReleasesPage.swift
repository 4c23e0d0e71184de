import Casework
import Profiles
import Web
import Workdays

/// Every release with its day, who released it, and how it stands.
struct ReleasesPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk
  private let inForce: Int

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk, inForce: Int) {
    (self.frame, self.endpoints, self.inForce) = (frame, endpoints, inForce)
  }

  private var language: Language { frame.language }
  private var today: CivilDay { frame.call.now.day }

  func render(_ items: [ProfileReleases.Item], next: Int?) -> HTML {
    let heads = [
      Phrase("版本", "Release"), Phrase("生效", "Holds from"), Phrase("状态", "State"), Phrase("发布", "Released"), Phrase("文件", "File"),
      Phrase("", ""),
    ]
    let rows = items.enumerated().map { index, item in row(item, before: items[(index + 1)...].first { $0.withdrawnAt == nil }) }
    let words = Phrase(
      "导出的文件是完整的方案，再载入再导出一字不差；源文件里的注释不保留。",
      "An exported file is the whole profile and comes out the same, letter by letter, when it is loaded and exported again; the comments of a source file are not kept."
    )
    let link = next.map { "\(Paths.profileReleases)?after=\($0)" }
    return frame.page(
      Phrase("方案版本", "Releases of the profile"), .releases,
      "\(Self.choice(items, nil, nil, frame))\(frame.table(Phrase("版本", "Releases"), heads, rows))\(Pager.render(next: link, language: language))\(frame.note(words))"
    )
  }

  private func row(_ item: ProfileReleases.Item, before: ProfileReleases.Item?) -> [HTML] {
    let compare = when(before) { (older: ProfileReleases.Item) -> HTML in
      let label = Phrase("与第 \(older.id) 版对比", "Beside release \(older.id)")
      return "<a href=\"\(Paths.profileComparison(older.id, item.id))\">\(label, language)</a>"
    }
    let mayWithdraw = frame.mayEdit && item.withdrawnAt == nil && item.effective > today && item.id == frame.view.base.version
    let withdraw = when(mayWithdraw) {
      frame.button(endpoints.withdrawRelease, to: "\(Paths.profileRelease(item.id))/withdrawal", look: "quiet")
    }
    return [
      "<strong>\(item.id)</strong>", HTML(escaping: item.effective.phrase[frame.language]), state(item),
      "<span class=\"when\">\(item.releasedAt, language)</span> \(item.releasedBy.value)",
      "<a href=\"\(Paths.profileRelease(item.id))/file\">YAML</a>", "<span class=\"row-actions\">\(compare)\(withdraw)</span>",
    ]
  }

  private func state(_ item: ProfileReleases.Item) -> HTML {
    if item.withdrawnAt != nil { return "<span class=\"soft\">\(ProfileRelease.State.withdrawn.phrase, language)</span>" }
    if item.id == inForce { return "<span class=\"lamp on-time\">● \(Phrase("现行", "In force"), language)</span>" }
    if item.effective > today { return "<span class=\"tag\">\(Phrase("将生效", "To come"), language)</span>" }
    return "<span class=\"soft\">\(Phrase("已被取代", "Superseded"), language)</span>"
  }

  /// Any two of them, chosen.
  static func choice(_ items: [ProfileReleases.Item], _ from: Int?, _ to: Int?, _ frame: ProfileFrame) -> HTML {
    guard items.count > 1 else { return .empty }
    let language = frame.language
    func select(_ name: String, _ label: Phrase, _ chosen: Int?) -> HTML {
      let options = HTML.each(items) { item -> HTML in
        let words = Phrase("第 \(item.id) 版（\(item.effective.phrase.zh)）", "Release \(item.id) (\(item.effective.phrase.en))")
        return "<option value=\"\(item.id)\"\(attribute: "selected", if: item.id == chosen)>\(words, language)</option>"
      }
      return "<label>\(label, language)<select name=\"\(name)\">\(options)</select></label>"
    }
    return """
      <form class="filter" method="get" action="\(Paths.profileCompare)">
      \(select("from", Phrase("旧版本", "The older one"), from ?? items[1].id))\(select("to", Phrase("新版本", "The newer one"), to ?? items[0].id))
      <button class="secondary">\(Phrase("对比", "Compare"), language)</button></form>
      """
  }
}
