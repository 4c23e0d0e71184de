import Casework
import Profiles
import Web
import Workdays

/// The forms of the catalogue, and how a rule is read from one.
enum RuleForm {
  static let list: Form = [
    Field("matter", .reference(.category), Phrase("事项", "Matter")), Field("unit", .reference(.unit), Phrase("单位", "Unit")),
    Field("q", .line(60), Phrase("关键词", "Words")), after, limit,
  ]
  static let pages: Form = [after, limit]
  private static let after = Field("after", .line(60), Phrase("从此之后", "After"))
  private static let limit = Field("limit", .whole(1...200), Phrase("条数", "How many"))

  private static let who = Phrase(
    "单位代码；area:county 事发地县区；area:township 事发地镇街；serving: 加服务名称；by-hand 人工判断",
    "A unit's code; area:county or area:township for the unit of the place; serving: and a service; by-hand for a person")

  static let rule: Form = [
    Field("id", .line(40), Phrase("编号", "Code"), help: Phrase("不填则自动编号。", "Given by itself where it is left out.")),
    .required(
      "matters", .list(of: .reference(.category), max: 60), Phrase("事项", "Matters"),
      help: Phrase("类别路径；写上级类别即包括其下全部。", "Paths of categories; one of a higher level means everything below it.")),
    .required("lead", .line(60), Phrase("牵头单位", "Lead"), help: who),
    Field("assist", .list(of: .line(60), max: 10), Phrase("协办单位", "Assisting units")),
    .required("basis", .lines(400), Phrase("依据", "Basis"), help: Phrase("法律或职责。", "The law or the duty.")),
    Field("basis_en", .lines(400), Phrase("依据（英文）", "Basis in English")),
    Field("kinds", .list(of: .choice(of: Kind.self), max: 8), Phrase("限于类型", "Only for kinds")),
    Field("areas", .list(of: .reference(.area), max: 60), Phrase("限于区域", "Only in areas")),
    Field("words", .list(of: .line(40), max: 20), Phrase("限于提到", "Only where said"), help: Phrase("每行一个词。", "One word a line.")),
    Field("lowest", .choice(lowestLevels.map { Choice($0.rawValue, $0.phrase) }), Phrase("不得低于", "Not below")),
    Field("ruling", .reference(.unit), Phrase("争议由谁裁定", "Who rules on disputes")),
    Field("from", .day, Phrase("自", "From")), Field("until", .day, Phrase("至", "Until")),
    Field(
      "decision", .line(120), Phrase("会议决定", "Decision of a meeting"), help: Phrase("由会议决定的，写会议名称。", "Its name, where a meeting decided.")),
  ]
  static let ofPrecedent: Form = [Field("basis", .lines(400), Phrase("依据", "Basis"))]
  static let release: Form = [
    Field("effective", .day, Phrase("生效日期", "Holds from"), help: Phrase("不填则今天生效。", "Today where it is left out."))
  ]

  static let lowestLevels: [Unit.Level] = [.city, .county, .township, .station]

  /// The rule as it was typed; whether it can stand is the verb's matter.
  static func rule(_ input: Input) throws -> CatalogueRule {
    let basis = input.text("basis")
    var rule = CatalogueRule(
      id: input.text("id"), matters: input.texts("matters").map { CategoryID($0) }, lead: try assignee(input.text("lead"), "lead"),
      basis: Phrase(basis, input.optionalText("basis_en") ?? basis))
    rule.assist = try input.texts("assist").map { try assignee($0, "assist") }
    rule.kinds = input.texts("kinds").compactMap { Kind(rawValue: $0) }
    rule.areas = input.texts("areas").map { AreaID($0) }
    rule.words = input.texts("words")
    rule.lowest = input.word("lowest")
    rule.ruling = input.optionalText("ruling").map { UnitID($0) }
    (rule.from, rule.until) = (input.day("from"), input.day("until"))
    let decision = input.optionalText("decision")
    rule.origin = decision.map { CatalogueRule.Origin(.meeting, $0) } ?? CatalogueRule.Origin(.office)
    return rule
  }

  private static func assignee(_ text: String, _ field: String) throws -> Assignee {
    guard let assignee = Assignee(text), field == "lead" || assignee != .byHand else {
      throw CaseworkProblem.field(field, "“\(text)”不是承办方。\(who.zh)。", "“\(text)” names nobody. \(who.en).")
    }
    return assignee
  }

  /// A rule as the form would have it.
  static func values(of rule: CatalogueRule) -> SubmittedForm {
    var values: [(String, String)] = [("id", rule.id), ("lead", rule.lead.description), ("basis", rule.basis.zh)]
    if rule.basis.en != rule.basis.zh { values.append(("basis_en", rule.basis.en)) }
    values += rule.matters.map { ("matters", $0.value) }
    values += rule.assist.map { ("assist", $0.description) }
    values += rule.kinds.map { ("kinds", $0.rawValue) }
    values += rule.areas.map { ("areas", $0.value) }
    values += rule.words.map { ("words", $0) }
    if let lowest = rule.lowest { values.append(("lowest", lowest.rawValue)) }
    if let ruling = rule.ruling { values.append(("ruling", ruling.value)) }
    if let from = rule.from { values.append(("from", from.description)) }
    if let until = rule.until { values.append(("until", until.description)) }
    return SubmittedForm(values)
  }
}

/// The forms of the trial.
enum TrialForm {
  private static let from = Field("from", .day, Phrase("自", "From"), help: Phrase("不填则为最近一个月。", "The last month where it is left out."))
  private static let to = Field("to", .day, Phrase("至", "To"))
  static let days: Form = [from, to]
  static let list: Form = [
    from, to,
    Field("only", .choice([Choice("changed", Phrase("只看本稿改变的", "Only what the draft changes"))]), Phrase("筛选", "Only")),
    Field("after", .line(60), Phrase("从此之后", "After")), Field("limit", .whole(1...200), Phrase("条数", "How many")),
  ]
  /// More than this is no trial any more.
  private static let longest = 400

  /// The days that are asked about; the last month where nobody says.
  static func days(_ input: Input, now: Moment) throws -> (from: CivilDay, to: CivilDay) {
    let to = input.day("to") ?? now.day
    let from = input.day("from") ?? to.adding(days: -30)
    guard from <= to, to.ordinal - from.ordinal <= longest else {
      throw CaseworkProblem.field("from", "起止日期不对：先后颠倒或超过 \(longest) 天。", "The days are the wrong way round or more than \(longest) apart.")
    }
    return (from, to)
  }
}
