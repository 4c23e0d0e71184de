import Casework
import Profiles
import Web
import Workdays

/// The organisation as a tree.
struct UnitsPage {
  private let frame: ProfileFrame
  private let faults: [DraftFault]

  init(_ frame: ProfileFrame, _ faults: [DraftFault]) { (self.frame, self.faults) = (frame, faults) }

  private var language: Language { frame.language }

  func render() -> HTML {
    let add = frame.adding(Phrase("新增单位", "Add a unit"), at: Paths.profileNewUnit)
    let law = Phrase(
      "谁能看见一件工单，由这棵树决定，发布生效即变。撤销的单位不删除，写上最后一天：旧工单仍有它的名字。",
      "Who sees an order follows from this tree, at once when a release comes into force. A closed unit is not deleted but gets its last day: its old orders keep its name."
    )
    return frame.page(
      Phrase("单位", "Units"), .units, add: add, "\(frame.note(law))\(FaultList.render(own, frame))\(table)")
  }

  private var own: [DraftFault] { faults.filter { $0.path.first == "units" } }

  private var table: HTML {
    let heads = [
      Phrase("单位", "Unit"), Phrase("代码", "Code"), Phrase("级别", "Level"), Phrase("权限", "Rights"), Phrase("工作时间", "Hours"),
      Phrase("承办至", "Until"),
    ]
    let rows = HTML.each(UnitTree(frame.profile.units).lines) { line -> HTML in
      let cells = cells(line)
      return
        "<tr id=\"unit-\(line.unit.id.value)\">\(HTML.each(zip(heads, cells)) { "<td data-head=\"\($0.0, language)\">\($0.1)</td>" })</tr>"
    }
    return """
      <table class="queue cards units"><caption>\(Phrase("单位，自上而下", "Units, from the top"), language)</caption>
      <thead><tr>\(HTML.each(heads) { "<th scope=\"col\">\($0, language)</th>" })</tr></thead><tbody>\(rows)</tbody></table>
      """
  }

  private func cells(_ line: UnitTree.Line) -> [HTML] {
    let unit = line.unit
    let wrong = when(own.contains { $0.lies(in: ["units", unit.id.value]) }) {
      " <span class=\"wrong\">\(Phrase("有错误", "wrong"), language)</span>"
    }
    let hours = frame.profile.overlays[unit.id]?.hours.last.map(frame.words.week)
    let until = when(unit.until) { (day: CivilDay) -> HTML in "<span class=\"tag\">\(day, language)</span>" }
    return [
      """
      <span class="depth-\(min(line.depth, 6))"><a class="rule" href="\(Paths.profileUnit(unit.id.value))">\(unit.name, language)</a>\
      \(frame.mark(unit, was: frame.view.base.unit(unit.id)))\(wrong)</span>
      """,
      "<code>\(unit.id.value)</code>", "\(unit.level.phrase, language)",
      HTML(escaping: rights(unit).map { $0[language] }.joined(separator: "、")),
      "\(hours, language)", until,
    ]
  }

  private func rights(_ unit: Unit) -> [Phrase] {
    var rights: [Phrase] = []
    if unit.intake { rights.append(Phrase("受理权", "intake")) }
    if unit.relay { rights.append(Phrase("由热线转交", "by hand")) }
    if unit.serves != unit.id {
      rights.append(Phrase("服务\(frame.profile.units.name(of: unit.serves).zh)", "serves \(frame.profile.units.name(of: unit.serves).en)"))
    }
    return rights
  }
}
