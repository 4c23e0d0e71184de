import CaseFile
import Casework
import Web
import Workdays

/// The forms of acceptance.
enum AcceptanceForm {
  static let answer: Form = [
    .words("reply", Phrase("答复", "Reply"), max: 5000),
    Field("kind", .choice(of: Kind.self), Phrase("类型", "Kind")),
    Field("category", .reference(.category), Phrase("分类", "Category")),
  ]
  static let demand: Form = Form([
    .required("kind", .choice(of: Kind.self), Phrase("类型", "Kind")),
    .required("category", .reference(.category), Phrase("分类", "Category")),
    Field("urgency", .choice(of: Urgency.self), Phrase("紧急程度", "Urgency")),
    .required("title", .line(200), Phrase("标题", "Title")),
    .words("text", Phrase("请承办单位办理的事项", "What the unit shall do"), max: 20_000),
    .area, .place, Field("confidential", .flag, Phrase("保密件", "Confidential")),
    Field(
      "answered_by", .reference(.account), Phrase("接听领导", "Leader who took the call"),
      help: Phrase("领导接听件：答复先由该领导审核。", "The answer is then reviewed by that leader first.")),
  ])
  static let refusal: Form = [
    .required(
      "reason", .line(60), Phrase("不予受理的情形", "Why it is not accepted"),
      help: Phrase("见公布的受理范围；须经审批的情形请在备注写明依据。", "As on the public list; where a second person must agree, say why in the note.")), .note,
  ]
  static let decideRefusal: Form = [
    .required(
      "decision", .choice([Choice("grant", Phrase("同意", "Agree")), Choice("refuse", Phrase("不同意", "Do not agree"))]),
      Phrase("审批", "Decision")), .note,
  ]
  static let handover: Form = [
    .required("line", .line(10), Phrase("紧急热线", "Emergency line"), help: Phrase("110、119、120、122", "110, 119, 120 or 122")),
    takenBy, reference, .note,
  ]
  static let handoverReport: Form = [
    reference, takenBy, Field("at", .moment, Phrase("时间", "When"), help: Phrase("不填为现在。", "Now, if left out.")),
    .words("text", Phrase("反馈内容", "What came back")), Field("ended", .flag, Phrase("已处置完毕", "They have dealt with it")), .seen,
  ]
  private static let takenBy = Field("taken_by", .line(60), Phrase("对方接收人", "Who took it there"))
  private static let reference = Field("reference", .line(60), Phrase("对方编号", "Their number for it"))
  static let merger: Form = [.required("into", .identifier, Phrase("并入的工单或诉求编号", "Number of the order or appeal to join"))]
  static let separation: Form = [
    .required("order", .identifier, Phrase("从哪张工单拆出", "From which order")), Field("reason", .lines(500), Phrase("原因", "Why")),
  ]

  static func demand(_ input: Input) -> Demand {
    Demand(
      kind: input.word("kind") ?? .help, category: CategoryID(input.text("category")), urgency: input.word("urgency") ?? .normal,
      title: input.text("title"), text: input.text("text"), area: input.optionalText("area").map { AreaID($0) }, place: input.place,
      confidential: input.optionalFlag("confidential"), answeredBy: input.optionalText("answered_by").map { AccountID($0) })
  }
}
