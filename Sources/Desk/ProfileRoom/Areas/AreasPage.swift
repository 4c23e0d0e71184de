import Casework
import Profiles
import Web
import Workdays

/// The areas from the city down, with what the map knows of each.
struct AreasPage {
  private let frame: ProfileFrame

  init(_ frame: ProfileFrame) { self.frame = frame }

  private var language: Language { frame.language }

  func render() -> HTML {
    let law = Phrase(
      "地图按这里的标注点和边界画。有哪些区域、上下级关系写在方案文件中。",
      "Maps draw the marks and borders that stand here. Which areas there are, and below which, stands in the file.")
    let heads = [
      Phrase("区域", "Area"), Phrase("上级", "Above it"), Phrase("标注点", "Mark"), Phrase("边界", "Border"), Phrase("代码", "Code"),
    ]
    let rows = frame.profile.areas.map { area -> [HTML] in
      let isNew = frame.view.base.area(area.id) != area
      let mark = [area.longitude, area.latitude].compactMap { $0.map { "\($0)" } }.joined(separator: ", ")
      return [
        "<a class=\"rule\" href=\"\(Paths.profileArea(area.id.value))\">\(area.name, language)</a>\(frame.mark(isNew ? .changed : nil))",
        "\(area.parent.flatMap(frame.profile.area)?.name, language)", "\(mark)", "\(PolicyWords.border(area.outline), language)",
        "<code>\(area.id.value)</code>",
      ]
    }
    return frame.page(
      Phrase("区域", "Areas"), .areas,
      "\(frame.note(law))\(frame.table(Phrase("\(rows.count) 个区域", "\(rows.count) areas"), heads, rows))")
  }
}

/// One area as a form, beside a drawing of it among its neighbours as the draft has them.
struct AreaPage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  func form(_ area: Area, _ values: SubmittedForm, _ problem: (any Problem)?) -> HTML {
    let drawn = frame.panel(Phrase("草稿中的边界", "The border in the draft"), AreaDrawing(area, in: frame.profile.areas).render(frame.language))
    guard frame.mayEdit else { return frame.page(area.name, .areas, drawn) }
    let form = frame.form(endpoints.setArea, to: Paths.profileArea(area.id.value), values: values, problems: problem?.fields ?? [])
    let body: HTML = """
      \(frame.summary(problem, AreaForm.form))
      <div class="columns"><div>\(frame.panel(Phrase("修改", "Change it"), form))</div><aside class="stack">\(drawn)\(frame.changed("areas/\(area.id)"))</aside></div>
      """
    return frame.page(area.name, .areas, body)
  }
}
