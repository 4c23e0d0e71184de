import CaseFile
import Casework
import Web
import Workdays

/// The forms of handling.
enum HandlingForm {
  private static let contactFields: [Field] = [
    Field("at", .moment, Phrase("联系时间", "When")), Field("number", .phone, Phrase("联系号码", "Number called")),
    .required("result", .choice(of: ContactProof.Result.self), Phrase("联系结果", "Result")),
  ]
  static let contact = Form(contactFields + [.note, .seen])
  static let attach: Form = [
    Field("lat", .decimal(-90...90), Phrase("拍摄地纬度", "Latitude of the place")),
    Field("lon", .decimal(-180...180), Phrase("拍摄地经度", "Longitude of the place")),
  ]

  /// Both or nothing: half a place is none. A phone tells what satellites say.
  static func spot(_ input: Input) -> GeoPoint? {
    guard let latitude = input.decimal("lat"), let longitude = input.decimal("lon") else { return nil }
    return GeoPoint(satelliteLatitude: latitude, longitude: longitude)
  }

  static let feedback: Form = [
    .required("outcome", .choice(of: Outcome.self), Phrase("办理结果", "Outcome")),
    .words("public_reply", Phrase("答复市民", "Reply to the citizen"), max: 5000, help: Phrase("市民会看到这段话。", "The citizen will read this.")),
    .words("internal_note", Phrase("内部说明", "Internal note"), required: false),
    Field("contact", .object(contactFields), Phrase("联系市民情况", "Proof of contact")),
    Field("fields", .open(max: 20), Phrase("结果数据", "Outcome figures")), .seen,
  ]
  static let task: Form = [
    .required("unit", .reference(.unit), Phrase("单位", "Unit")), .words("text", Phrase("要求", "What is asked"), max: 5000), .seen,
  ]
  static let extend: Form = [
    Field("days", .whole(1...60), Phrase("延长工作日数", "Working days more")), Field("until", .moment, Phrase("或延至", "Or until")),
    .required("reason", .line(60), Phrase("延期理由", "Reason")), .words("text", Phrase("说明", "Explanation"), required: false), .seen,
  ]
  static let commit: Form = [
    .required("until", .moment, Phrase("承诺时间", "Promised time"), help: Phrase("市民会看到这个时间。", "The citizen will see it.")),
    .words("text", Phrase("说明", "Words"), max: 500, required: false), .seen,
  ]
  static let decideExtension: Form = [
    .required(
      "decision", .choice([Choice("grant", Phrase("同意", "Grant")), Choice("refuse", Phrase("不同意", "Refuse"))]), Phrase("审批", "Decision")),
    .words("reason", Phrase("理由", "Reason"), required: false, help: Phrase("不同意须写明理由。", "Say why when you refuse.")), .seen,
  ]
  static let suspend: Form = [
    .required("reason", .line(60), Phrase("挂起理由", "Reason")), .words("text", Phrase("说明", "Explanation"), required: false),
    Field("until", .moment, Phrase("挂起至", "Until")), .seen,
  ]
  static let review: Form = [
    .required(
      "decision", .choice([Choice("pass", Phrase("通过", "Pass")), Choice("reject", Phrase("退回", "Reject"))]), Phrase("审核意见", "Decision")),
    .words("reason", Phrase("理由", "Reason"), required: false, help: Phrase("退回须写明理由。", "Say why when you reject.")), .seen,
  ]
  static let recall: Form = [.words("reason", Phrase("原因", "Why"), required: false), .seen]

  static func contact(_ input: Input, _ now: Moment) -> Contact {
    Contact(at: input.moment("at") ?? now, number: input.optionalText("number"), result: input.word("result") ?? .reached)
  }

  static func feedBack(_ call: Call) -> FeedBack {
    let input = call.input
    let words = (input.open("fields")?.words ?? []).map { ($0.name, $0.text) }
    return FeedBack(
      order: call.number, outcome: input.word("outcome") ?? .explained, reply: input.text("public_reply"),
      note: input.optionalText("internal_note"), contact: input.object("contact").map { contact($0, call.now) },
      fields: Dictionary(words, uniquingKeysWith: { _, last in last }), seen: input.seen)
  }
}
