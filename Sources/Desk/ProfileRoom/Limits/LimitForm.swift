import Casework
import Profiles
import Web
import Workdays

/// The form of a line of the limit table, and how the line is read from it.
enum LimitForm {
  static let kinds = Field("kinds", .list(of: .choice(of: Kind.self), max: 8), Phrase("类型", "Kinds"))
  static let urgencies = Field("urgencies", .list(of: .choice(of: Urgency.self), max: 3), Phrase("紧急程度", "Urgency"))
  static let levels = Field("levels", .list(of: .choice(of: Unit.Level.self), max: 9), Phrase("单位级别", "Levels of units"))
  /// For which matters a line holds.
  static let conditions: [Field] = [
    kinds, urgencies,
    Field(
      "categories", .list(of: .line(120), max: 60), Phrase("类别", "Categories"),
      help: Phrase("每行一个路径，如 城乡建设/供热；含其下全部。", "One path a line, its levels parted by slashes; everything below it is meant too.")),
    Field(
      "units", .list(of: .line(60), max: 60), Phrase("单位", "Units"),
      help: Phrase("每行一个单位代码；只指单位本身。", "One unit's code a line; the units themselves.")),
    levels,
    Field("season_from", .line(5), Phrase("每年自", "Every year from"), help: Phrase("月-日，如 11-15。", "Month and day, such as 11-15.")),
    Field("season_to", .line(5), Phrase("至", "To"), help: Phrase("可跨年。", "It may cross New Year.")),
  ]
  static let form = Form(
    [
      .required("clock", .choice(of: ClockKind.self), Phrase("时钟", "Clock")),
      .required(
        "limit", .limit, Phrase("时限", "Limit"),
        help: Phrase(
          "5wd 工作日，4wh 工作小时，24h 小时，30m 分钟，15d 日；0m 即收到即办。",
          "5wd working days, 4wh working hours, 24h hours, 30m minutes, 15d days; 0m is on receipt.")
      ),
    ] + conditions + [ProfileDesk.seen])
  static let move: Form = [
    .required("to", .choice([Choice("up", Phrase("上移", "Up")), Choice("down", Phrase("下移", "Down"))]), Phrase("方向", "Direction")),
    ProfileDesk.seen,
  ]
  static let bare: Form = [ProfileDesk.seen]

  static func rule(_ input: Input) throws -> LimitRule {
    LimitRule(
      input.word("clock") ?? .handling, input.limit("limit") ?? .workingDays(5), where: try conditions(input))
  }

  static func conditions(_ input: Input) throws -> Conditions {
    Conditions(
      kinds: Set(input.texts("kinds").compactMap { Kind(rawValue: $0) }),
      urgencies: Set(input.texts("urgencies").compactMap { Urgency(rawValue: $0) }),
      categories: input.texts("categories").map { CategoryID($0) }, units: input.texts("units").map { UnitID($0) },
      levels: Set(input.texts("levels").compactMap { Unit.Level(rawValue: $0) }), season: try season(input))
  }

  private static func season(_ input: Input) throws -> Season? {
    let days = (input.optionalText("season_from"), input.optionalText("season_to"))
    guard days.0 != nil || days.1 != nil else { return nil }
    guard let from = days.0.flatMap({ MonthDay($0) }) else {
      throw CaseworkProblem.field("season_from", "请写月-日，如 11-15。", "Write month and day, such as 11-15.")
    }
    guard let to = days.1.flatMap({ MonthDay($0) }) else {
      throw CaseworkProblem.field("season_to", "请写月-日，如 03-15。", "Write month and day, such as 03-15.")
    }
    return Season(from: from, to: to)
  }

  /// A line as the form would have it.
  static func values(of rule: LimitRule) -> SubmittedForm {
    SubmittedForm([("clock", rule.clock.rawValue), ("limit", rule.limit.description)] + pairs(of: rule.conditions))
  }

  static func pairs(of about: Conditions) -> [(String, String)] {
    var pairs = about.kinds.map { ("kinds", $0.rawValue) } + about.urgencies.map { ("urgencies", $0.rawValue) }
    pairs += about.levels.map { ("levels", $0.rawValue) }
    pairs += about.categories.map { ("categories", $0.value) }
    pairs += about.units.map { ("units", $0.value) }
    if let season = about.season { pairs += [("season_from", season.from.description), ("season_to", season.to.description)] }
    return pairs
  }

  /// The controls of the conditions: boxes for what there is little of, lines for what there is much of.
  static func render(_ controls: Controls, _ values: SubmittedForm, _ problems: [FieldProblem], _ language: Language) -> HTML {
    func ticks(_ field: Field) -> HTML {
      guard case .list(of: .choice(let choices), _) = field.kind else { return .empty }
      let wrong = problems.filter { $0.field == field.name || $0.field.hasPrefix("\(field.name).") }.map(\.reason)
      return Ticks.render(field.name, field.label, choices, chosen: values.all(field.name), wrong: wrong, language: language)
    }
    let note = Phrase("不选、不填的条件都算相符。", "A condition that is left open holds for everything.")
    return """
      <p class="soft">\(note, language)</p>
      \(ticks(kinds))\(ticks(urgencies))
      <div class="pair">\(controls(["categories", "units"]))</div>
      \(ticks(levels))
      <div class="pair">\(controls(["season_from", "season_to"]))</div>
      """
  }
}
