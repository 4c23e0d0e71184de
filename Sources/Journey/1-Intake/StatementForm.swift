import CaseFile
import Casework
import Suggestions
import Vault
import Web
import Workdays

/// The forms of intake: what is asked of whom.
enum StatementForm {
  static let text = Field.words("text", Phrase("反映内容", "What they say"), max: 20_000)
  static let title = Field("title", .line(200), Phrase("标题", "Title"))
  static let caller = Field(
    "caller",
    .object([
      Field("name", .line(60), Phrase("姓名", "Name")), Field("phone", .phone, Phrase("电话", "Phone")),
      Field("address", .line(200), Phrase("住址", "Home address")),
    ]), Phrase("来电人", "Caller"))
  static let confidential = Field.tick(
    "confidential", Phrase("对承办单位保密来电人身份", "Keep the caller's identity from the unit"),
    help: Phrase("承办单位看不到来电人是谁。", "The unit will not see who called."))
  static let against = Field(
    "against",
    .object([
      Field("name", .line(100), Phrase("名称", "Name"), required: true), Field("phone", .phone, Phrase("电话", "Phone")),
    ]), Phrase("被反映方", "Complained-against party"))

  static let staff: Form = Form(
    [
      Field.required("channel", .choice(of: Channel.self), Phrase("渠道", "Channel")), title, text, caller, .area, .place, confidential,
      .tick(
        "life_risk", Phrase("涉及生命安全", "A life is at risk"),
        help: Phrase("请同时考虑移交 110、119、120。", "Think of handing over to 110, 119 or 120.")),
      Field("kind", .choice(of: Kind.self), Phrase("类型", "Kind")), Field("category", .reference(.category), Phrase("分类", "Category")),
      against, Field("praised_unit", .reference(.unit), Phrase("表扬的单位", "Unit praised")),
      Field("praised_agent", .reference(.account), Phrase("表扬的人员", "Person praised")),
      Field("about_agent", .reference(.account), Phrase("投诉的热线人员", "Our person complained about")),
      Field("about_group", .line(40), Phrase("其所在班组", "That person's group")),
      Field("line", .line(20), Phrase("拨打的号码", "Number dialled")),
      Field("received_at", .moment, Phrase("收到时间", "Received at")),
    ] + finishing)

  /// What is asked for besides, and how the call ends in one breath.
  private static let finishing: [Field] =
    [
      Field(
        "facts",
        .object([
          Field("time", .line(200), Phrase("时间", "Time"), help: Phrase("从什么时候起，多久一次", "since when, how often")),
          Field("cause", .line(500), Phrase("起因", "Cause"), help: Phrase("为什么会这样", "why it came to this")),
          Field("course", .line(1000), Phrase("经过", "Course"), help: Phrase("找过谁，想怎么解决", "who was asked, what should be done")),
        ]), Phrase("五要素", "The five facts")),
      Field("answers", .open(max: 20), Phrase("此类要问的", "The category's own questions")),
      Field("then", .choice(of: Ending.self), Phrase("随即", "And at once")),
      Field("reply", .lines(5000), Phrase("答复", "Reply")), Field("urgency", .choice(of: Urgency.self), Phrase("紧急程度", "Urgency")),
      Field(
        "unit", .reference(.unit), Phrase("承办单位", "Unit"),
        help: Phrase("您可以派单时，立单后随即派出。", "Where you may dispatch, the order goes there at once.")),
      Field("assist", .list(of: .reference(.unit), max: 10), Phrase("协办单位", "Assisting units")),
      Field(
        "refusal", .line(60), Phrase("不予受理的情形", "Why it is not accepted"),
        help: Phrase("见公布的受理范围；须经审批的情形请在答复里写明依据。", "As on the public list; where a second person must agree, say why in the reply.")),
      Field("into", .identifier, Phrase("并入的工单编号", "Number of the order to join")),
    ] + SuggestionForm.declined
  static let correction: Form = [
    .words("text", Phrase("更正或补充的内容", "What is corrected or added"), max: 5000),
    .tick("addition", Phrase("这是补充，不是更正", "It adds, it does not correct")),
  ]
  static let withdrawal: Form = [Field("reason", .lines(500), Phrase("撤回原因", "Why it is withdrawn"))]
  static let rating: Form = [
    .required("grade", .choice(of: Grade.self), Phrase("满意程度", "How satisfied")),
    Field("solved", .flag, Phrase("问题解决了", "It is solved")), .note,
  ]

  static func statement(_ call: Call, _ profile: Profile) throws -> Statement {
    let input = call.input
    var statement = Statement(
      channel: input.word("channel") ?? .phone, text: input.text("text"), receivedAt: input.moment("received_at") ?? call.now)
    if let fault = ReceivingTime.fault(statement.receivedAt, at: call.now) {
      throw CaseworkProblem.field("received_at", "收到时间\(fault.zh)。", "The time of receipt \(fault.en).")
    }
    statement.title = input.optionalText("title")
    statement.caller = identity(input.object("caller"))
    statement.area = input.optionalText("area").map { AreaID($0) }
    statement.place = input.place
    statement.confidential = input.flag("confidential")
    statement.lifeRisk = input.flag("life_risk")
    statement.kind = input.word("kind")
    statement.category = input.optionalText("category").map { CategoryID($0) }
    statement.against = input.object("against").map { identity($0) }
    return try subjects(input, statement)
  }

  /// What was asked for beyond the free words, by the labels under which it is kept.
  static func facts(_ input: Input) -> [(label: String, text: String)] {
    guard let facts = input.object("facts") else { return [] }
    return [("时间", facts.text("time")), ("起因", facts.text("cause")), ("经过", facts.text("course"))]
  }

  /// Praise is linked to whom it is for; a complaint about our own staff names the person or the group.
  private static func subjects(_ input: Input, _ statement: Statement) throws -> Statement {
    var statement = statement
    statement.praisedUnit = input.optionalText("praised_unit").map { UnitID($0) }
    statement.praisedAgent = input.optionalText("praised_agent").map { AccountID($0) }
    statement.aboutAgent = input.optionalText("about_agent").map { AccountID($0) }
    statement.aboutGroup = input.optionalText("about_group")
    statement.line = input.optionalText("line")
    // Whoever is named must not meet the complaint, even before somebody has chosen its kind.
    if statement.kind == nil, statement.aboutAgent != nil || statement.aboutGroup != nil { statement.kind = .staffComplaint }
    if statement.kind == .praise, statement.praisedUnit == nil, statement.praisedAgent == nil {
      throw CaseworkProblem.field("praised_unit", "表扬请指明单位或人员。", "Say which unit or person the praise is for.")
    }
    return statement
  }

  static func identity(_ input: Input?) -> Identity {
    Identity(name: input?.optionalText("name"), phone: input?.optionalText("phone"), address: input?.optionalText("address"))
  }

  static func rate(_ call: Call) -> RateAppeal {
    RateAppeal(
      appeal: call.number, grade: call.input.word("grade") ?? .satisfied, solved: call.input.optionalFlag("solved"),
      note: call.input.optionalText("note"))
  }
}
