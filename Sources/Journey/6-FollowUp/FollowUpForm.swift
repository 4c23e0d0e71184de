import CaseFile
import Casework
import Web
import Workdays

/// The forms of following up: contact, solution, result and attitude are asked apart.
enum FollowUpForm {
  static let callback: Form = Form([
    .required("appeal", .identifier, Phrase("诉求编号", "Appeal")),
    .required("reached", yesNo, Phrase("电话接通", "Reached")),
    Field("true", yesNo, Phrase("答复属实", "What the unit reported is true")),
    Field("contacted", yesNo, Phrase("承办单位联系过市民", "The unit had contacted the citizen")),
    Field("solved", yesNo, Phrase("问题已解决", "It is solved")),
    Field("result_grade", .choice(of: Grade.self), Phrase("对结果", "The result")),
    Field("service_grade", .choice(of: Grade.self), Phrase("对态度", "The attitude")),
    Field("reasonable", yesNo, Phrase("诉求合理", "The demand is reasonable")), .note, .seen,
  ])
  static let recheck: Form = [
    .required(
      "where", .choice([Choice("file", Phrase("查阅材料", "On file")), Choice("site", Phrase("现场", "On site"))]), Phrase("复查方式", "How")),
    .required(
      "result", .choice([Choice("confirmed", Phrase("属实", "Confirmed")), Choice("redo", Phrase("重办", "Redo"))]), Phrase("复查结果", "Result")),
    .words("note", Phrase("情况", "What was found")), .seen,
  ]
  static let report: Form = [
    .words("public_reply", Phrase("告知市民的进展", "What the citizen is told"), max: 5000),
    Field("finished", .flag, Phrase("已经办完", "It is finished")), Field("next_due", .moment, Phrase("下次续报", "Next report")), .seen,
  ]
  static let closure: Form = [
    .required("ending", .line(60), Phrase("办结方式", "Ending")), .words("evidence", Phrase("依据", "Evidence")), .seen,
  ]
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
    return CallBack(order: call.number, appeal: input.text("appeal"), answers: answers, note: input.optionalText("note"), seen: input.seen)
  }
}
