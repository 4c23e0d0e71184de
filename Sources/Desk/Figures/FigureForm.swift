import Casework
import Web
import Workdays

/// What may be asked of the figures.
enum FigureForm {
  static let filters: [Field] = [
    Field(
      "period", .line(30), Phrase("时间", "Period"),
      help: Phrase(
        "2026-10-05、2026-W40、2026-10、2026-Q4、2026，或用 .. 连接两个；30d 为近 30 天。",
        "2026-10-05, 2026-W40, 2026-10, 2026-Q4, 2026, or two of them with .. between; 30d is the last 30 days.")),
    Field("unit", .reference(.unit), Phrase("单位（含下级）", "Unit, with those below it")),
    Field("area", .reference(.area), Phrase("区域（含下级）", "Area, with those below it")),
    Field("category", .reference(.category), Phrase("分类（含下级）", "Category, with those below it")),
    Field("channel", .choice(of: Channel.self), Phrase("渠道", "Channel")),
    Field("kind", .choice(of: Kind.self), Phrase("类型", "Kind")),
  ]

  private static let finer: [Field] = [
    Field("weekday", .whole(1...7), Phrase("星期（1 为星期一）", "Weekday, 1 is Monday")),
    Field("hour", .whole(0...23), Phrase("时段", "Hour")),
    Field(
      "alone", .choice(["unit", "area", "category"].map { Choice($0, Phrase("不含下级", "Without what is below")) }),
      Phrase("仅本级", "Itself alone")),
  ]

  private static let cell = Field("cell", .line(20), Phrase("地图方格", "Square of the map"))
  private static let metric = Field("metric", .line(40), Phrase("指标", "Figure"))

  static let answer = Form(filters + finer + [Field("by", .choice(of: FigureBy.self), Phrase("分组", "Taken apart by"))])
  static let page = Form([metric] + filters)
  static let map = page
  static let cases = Form([metric] + filters + finer + [cell, Field("after", .line(40), Phrase("翻页标记", "Cursor"))])

  /// - Parameter usual: where none is asked for.
  static func metric(_ query: Input, among metrics: [Metric], usual: Metric) throws -> Metric {
    guard let key = query.optionalText("metric") else { return usual }
    guard let metric = metrics.first(where: { $0.key == key }) else {
      let known = metrics.map(\.key).joined(separator: ", ")
      throw CaseworkProblem.field("metric", "没有指标“\(key)”；可选：\(known)。", "There is no figure “\(key)”; known are \(known).")
    }
    return metric
  }

  static func question(_ query: Input, metric: Metric, today: CivilDay) throws -> FigureQuestion {
    let key = query.optionalText("period") ?? FigurePeriod.usual
    guard let period = FigurePeriod(key, today: today) else {
      throw CaseworkProblem.field(
        "period", "看不懂这段时间：请写 2026-10、2026-W40 或 2026-10-01..2026-10-15。",
        "Not a period: write 2026-10, 2026-W40 or 2026-10-01..2026-10-15.")
    }
    var question = FigureQuestion(metric: metric, period: period)
    question.unit = query.optionalText("unit").map { UnitID($0) }
    question.area = query.optionalText("area").map { AreaID($0) }
    question.category = query.optionalText("category").map { CategoryID($0) }
    question.channel = query.word("channel")
    question.kind = query.word("kind")
    question.weekday = query.whole("weekday").map(Int.init)
    question.hour = query.whole("hour").map(Int.init)
    question.alone = query.word("alone")
    question.cell = query.optionalText("cell").flatMap(FigureCell.init(_:))
    return question
  }
}
