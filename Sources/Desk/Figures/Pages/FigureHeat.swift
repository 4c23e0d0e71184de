import Casework
import Web
import Workdays

/// When it happens: weekdays down, hours across, the more the darker. A table of its own right; the shade only helps the eye.
struct FigureHeat {
  let hours: FigureHours
  let asking: FigureAsking
  /// Whether numbers lead to cases for this reader.
  let links: Bool

  private var metric: Metric { asking.question.metric }
  private static let shades = 5.0
  private static let days = [
    Phrase("一", "Mon"), Phrase("二", "Tue"), Phrase("三", "Wed"), Phrase("四", "Thu"), Phrase("五", "Fri"), Phrase("六", "Sat"),
    Phrase("日", "Sun"),
  ]

  func render(_ language: Language) -> HTML {
    let values = hours.cells.map { metric.value($0.tallies) ?? 0 }
    guard metric.measurement == .count, let most = values.max(), most > 0 else { return .empty }
    let heads = HTML.each(0..<24) { "<th scope=\"col\">\($0)</th>" }
    let rows = HTML.each(Self.days.indices) { day -> HTML in
      let cells = HTML.each(0..<24) { hour in cell(hours.cells[day * 24 + hour], most: most) }
      return "<tr><th scope=\"row\">\(Self.days[day], language)</th>\(cells)</tr>"
    }
    let label = Phrase("星期与时段", "Weekdays and hours")
    return """
      <section class="chart heat"><h2>\(label, language)</h2>
      <div class="sideways" role="region" tabindex="0" aria-label="\(label, language)"><table>
      <thead><tr><td></td>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></section>
      """
  }

  private func cell(_ cell: FigureHours.Cell, most: Double) -> HTML {
    let value = metric.value(cell.tallies) ?? 0
    let shade = value > 0 ? max(1, Int((value / most * Self.shades).rounded(.up))) : 0
    let text = value > 0 ? Int64(value.rounded()).grouped : ""
    guard links, value > 0 else { return "<td class=\"shade-\(shade)\">\(text)</td>" }
    var question = asking.question
    (question.weekday, question.hour) = (cell.weekday, cell.hour)
    return "<td class=\"shade-\(shade)\"><a href=\"\(Paths.asking(Paths.figureCases, question.query()))\">\(text)</a></td>"
  }
}
