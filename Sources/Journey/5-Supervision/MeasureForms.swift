import CaseFile
import Casework
import Web
import Workdays

/// The forms of supervision.
enum MeasureForm {
  static let limit = Field(
    "limit", .limit, Phrase("时限", "Limit"),
    help: Phrase("如 3wd（3 个工作日）、24h；不填按本市规定。", "Such as 3wd or 24h; left out, the city's rule holds."))
  static let units = Field("units", .list(of: .reference(.unit), max: 20), Phrase("单位", "Units"))
  private static let words = Phrase("内容", "Words")

  static let duties = Field(
    "duties",
    .list(
      of: .object([
        Field("unit", .reference(.unit), Phrase("单位", "Unit")), .words("text", Phrase("要求", "What is asked"), required: false), limit,
      ]), max: 20), Phrase("任务", "Duties"))

  static let kind = Field("kind", .choice(of: MeasureKind.self), Phrase("措施", "Measure"), required: true)
  static let orders = Field("orders", .identifiers(max: 100), Phrase("所涉工单", "Orders"))
  static let cause = Field("cause", .choice(of: MeasureCause.self), Phrase("原因", "Cause"))
  static let reach = Field("reach", .choice(of: MeasureReach.self), Phrase("性质", "Nature"))
  static let leader = Field("leader", .reference(.account), Phrase("呈送领导", "Leader"))
  static let title = Field("title", .line(120), Phrase("标题", "Title"), help: Phrase("不填用工单标题。", "Left out, the order's title."))
  static let text = Field("text", .lines(5000), Phrase("要求", "What is asked"))

  static let open: Form = [kind, orders, units, title, text, limit, cause, reach, leader, .place]

  static func opened(_ input: Input, _ kind: MeasureKind) -> OpenMeasure {
    OpenMeasure(
      kind: kind, orders: input.texts("orders"), units: input.texts("units").map { UnitID($0) }, title: input.optionalText("title"),
      text: input.optionalText("text"), limit: input.limit("limit"), cause: input.word("cause"), reach: input.word("reach"),
      leader: input.optionalText("leader").map { AccountID($0) }, place: input.place)
  }

  /// What of the form one kind asks for.
  static func fields(of kind: MeasureKind) -> [Field] {
    switch kind {
    case .notice, .joint, .escalation: [orders, units, title, text, limit, cause]
    case .submission: [orders, reach, leader, title, text]
    case .inspection: [orders, .place, title, text]
    case .threeParty: [orders, units, cause, title, text, limit]
    case .criticism: [orders, units, cause, title, text]
    case .longRunning: [orders, title, text, limit]
    case .hardMatter, .incident: [orders, title, text]
    case .jointDispatch: [orders, units, title, text]
    }
  }

  /// The lines of a list of duties. A page shows more lines than are filled in, so each is looked at here.
  static func demands(_ input: Input) throws -> [Demand] {
    try input.objects("duties").map { line in
      guard let unit = line.optionalText("unit"), let text = line.optionalText("text") else {
        throw CaseworkProblem.field("duties", "每项任务须写明单位和要求。", "Each duty names a unit and what is asked of it.")
      }
      return Demand(unit: UnitID(unit), text: text, limit: line.limit("limit"))
    }
  }

  static let answer: Form = [.words("text", Phrase("回复内容", "Answer"), max: 5000)]
  static let optionalWords: Form = [.words("text", words, required: false)]
  static let someWords: Form = [.words("text", words)]
  static let reject: Form = [.words("text", Phrase("理由", "Reason")), units, limit]
  static let assign: Form = [duties]
  static let instruct: Form = [.words("text", Phrase("批示", "Instruction"), max: 5000), duties]
  static let inspect: Form = [
    Field("at", .moment, Phrase("督察时间", "When")), .place, .words("text", Phrase("督察情况", "What was found"), max: 5000),
    .required("confirmed", .flag, Phrase("与单位回复相符", "As the unit reported")), duties,
  ]
  static let decide: Form = [
    .required("result", .choice(of: MeasureDecision.Result.self), Phrase("结论", "Result")),
    Field("unit", .reference(.unit), Phrase("承办单位", "Unit")), Field("category", .reference(.category), Phrase("适用分类", "Category")),
    .words("text", Phrase("结论内容", "Decision"), max: 5000), duties,
  ]
  static let meet: Form = [
    Field("at", .moment, Phrase("会议时间", "When")), units, .words("agenda", Phrase("议程", "Agenda")),
    .words("minutes", Phrase("纪要", "Minutes"), max: 10_000),
    Field("next", .limit, Phrase("多久后再议", "Next meeting within")),
  ]
  static let review: Form = [
    .words("text", Phrase("复核情况", "What was found")), Field("next", .limit, Phrase("多久后再核", "Next review within")),
  ]
  static let link: Form = [.required("appeals", .identifiers(max: 200), Phrase("诉求", "Appeals"))]
  static let broadcast: Form = [
    .words("text", Phrase("告知内容", "What they are told"), max: 1000, help: Phrase("每位来电人都会收到这段话。", "Every caller will read this."))
  ]
  static let withdraw: Form = [.words("reason", Phrase("撤销理由", "Reason"))]
  static let coordinate: Form = [
    .required("unit", .reference(.unit), Phrase("单位", "Unit")), .required("reached", .flag, Phrase("已接通", "Reached")),
    .words("text", Phrase("协调情况", "What was said")),
  ]
  static let urgeMany: Form = [
    .required("orders", .identifiers(max: 200), Phrase("工单", "Orders")), .words("text", Phrase("催办内容", "Words"), max: 500, required: false),
  ]
  static let list: Form = [
    Field("kind", .choice(of: MeasureKind.self), Phrase("措施", "Measure")),
    Field("state", .choice(of: MeasureState.self), Phrase("状态", "State")),
    Field("unit", .reference(.unit), Phrase("单位", "Unit")), Field("order", .identifier, Phrase("工单", "Order")),
    Field("due_before", .moment, Phrase("此时之前到期", "Due before")), Field("after", .whole(0...Int64.max), Phrase("接着上一页", "Goes on from")),
    Field("limit", .whole(1...100), Phrase("条数", "How many")), Field("tab", .line(20), Phrase("分栏", "Tab")),
  ]
}
