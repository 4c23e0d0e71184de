import CaseFile
import Casework
import Web
import Workdays

/// The forms of following up: contact, solution, result and attitude are asked apart.
enum FollowUpForm {
  static let callback: Form = Form([
    .required("appeal", .identifier, Phrase("诉求编号", "Appeal")),
    .required("reached", yesNo, Phrase("电话接通", "Reached")),
    Field(
      "true", yesNo, Phrase("答复属实", "What the unit reported is true"),
      help: Phrase("“单位答复您的情况属实吗？”", "“Is what the unit told you true?”")),
    Field(
      "contacted", yesNo, Phrase("承办单位联系过市民", "The unit had contacted the citizen"),
      help: Phrase("“请问我们的工作人员联系过您吗？”", "“Did one of our staff get in touch with you?”")),
    Field(
      "solved", yesNo, Phrase("问题已解决", "It is solved"), help: Phrase("“您反映的问题解决了吗？”", "“Is what you told us about solved?”")),
    Field(
      "result_grade", .choice(of: Grade.self), Phrase("对结果", "The result"),
      help: Phrase("“您对办理结果满意吗？”", "“How satisfied are you with the result?”")),
    Field(
      "service_grade", .choice(of: Grade.self), Phrase("对态度", "The attitude"),
      help: Phrase("“您对工作人员的态度满意吗？”", "“How satisfied are you with how they treated you?”")),
    Field("reasonable", yesNo, Phrase("诉求合理", "The demand is reasonable")),
    .words(
      "evidence", Phrase("不合理的依据", "Why it is unreasonable"), required: false,
      help: Phrase("认为不合理时填写，提交另一人审批；批准前按合理诉求统计。", "Goes to a second person; until they agree it counts as reasonable.")),
    .note, .seen,
  ])
  static let unreasonable: Form = [
    .required("appeal", .identifier, Phrase("诉求编号", "Appeal")), .words("evidence", Phrase("依据", "Evidence")), .seen,
  ]
  static let decideUnreasonable: Form = [
    .required(
      "decision", .choice([Choice("grant", Phrase("认定不合理", "It is unreasonable")), Choice("refuse", Phrase("按合理诉求办理", "It counts"))]),
      Phrase("审批", "Decision")),
    Field("appeal", .identifier, Phrase("诉求编号（多件待批时填写）", "Appeal, where several wait")), .note, .seen,
  ]
  static let recheck: Form = [
    .required(
      "where", .choice([Choice("file", Phrase("查阅材料", "On file")), Choice("site", Phrase("现场", "On site"))]), Phrase("复查方式", "How")),
    .required(
      "result", .choice([Choice("confirmed", Phrase("属实", "Confirmed")), Choice("redo", Phrase("重办", "Redo"))]), Phrase("复查结果", "Result")),
    .words("note", Phrase("情况", "What was found")), .seen,
  ]
  static let report: Form = [
    .words("public_reply", Phrase("告知市民的进展", "What the citizen is told"), max: 5000),
    Field("finished", .flag, Phrase("已经办完", "It is finished")), Field("next_due", .moment, Phrase("下次续报", "Next report")),
    .words(
      "plan", Phrase("续报计划", "Plan"), required: false, help: Phrase("接下来做什么，市民会看到。", "What comes next; the citizen will read it.")),
    Field(
      "owner", .reference(.account), Phrase("负责人", "Who sees to it"),
      help: Phrase("承办单位的账号；不填为您本人。", "An account of the unit; you, if left out.")),
    .seen,
  ]
  static let closure: Form = [
    .required("ending", .line(60), Phrase("办结方式", "Ending")), .words("evidence", Phrase("依据", "Evidence")), .seen,
  ]
  static let publication: Form = [
    .required(
      "title", .line(100), Phrase("标题", "Title"),
      help: Phrase("写成大家都会问的问题，不用市民的原话。", "A question that anybody may have, not the citizen's words.")),
    .words("text", Phrase("公示内容", "What everybody reads"), max: 5000), .seen,
  ]
  static let unpublishing: Form = [.words("reason", Phrase("为什么撤下", "Why it is taken back"), max: 500), .seen]
  private static let yesNo = Field.Kind.flag

  static func callBack(_ call: Call) throws -> CallBack {
    let input = call.input
    let reached = input.flag("reached")
    var answers = CallbackAnswers(reached: reached)
    if reached {
      answers.isTrue = input.optionalFlag("true")
      answers.contacted = input.optionalFlag("contacted")
      answers.solved = input.optionalFlag("solved")
      answers.resultGrade = input.word("result_grade")
      answers.serviceGrade = input.word("service_grade")
      answers.reasonable = input.optionalFlag("reasonable")
      guard answers.solved != nil else {
        throw CaseworkProblem.field("solved", "接通后请问：问题解决了吗？", "Once reached, ask: is it solved?")
      }
    }
    return CallBack(
      order: call.number, appeal: input.text("appeal"), answers: answers, note: input.optionalText("note"),
      evidence: input.optionalText("evidence"), seen: input.seen)
  }

  static func report(_ call: Call) -> ContinueReport {
    ContinueReport(
      order: call.number, text: call.input.text("public_reply"), finished: call.input.flag("finished"),
      nextDue: call.input.moment("next_due"), plan: call.input.optionalText("plan"),
      owner: call.input.optionalText("owner").map { AccountID($0) }, seen: call.input.seen)
  }
}
