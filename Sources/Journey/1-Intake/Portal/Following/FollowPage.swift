import Casework
import Web
import Workdays

/// Asks for the number and the last digits; also what somebody sees who has no pass, whether there is such a case or not.
enum FollowPage {
  static func render(_ endpoint: Endpoint, _ call: Call, wrong: Bool = false, problem: (any Problem)? = nil) -> HTML {
    let title = Phrase("查询进度", "Follow your case")[call.language]
    let number = call.number.isEmpty ? call.submitted["number"] ?? "" : call.number
    let body: HTML = """
      <section class="form-page">
      <h1>\(title)</h1>
      \(when(wrong) { notice(call.language) })
      \(when(problem) { ErrorSummary.render($0, by: endpoint.form, call.visitor) })
      \(ActionForm.render(endpoint, to: Paths.portalFollow, for: call.visitor, references: call.references,
        values: SubmittedForm([("number", number)]), problems: problem?.fields ?? []))
      <p class="soft">\(Phrase("编号在提交后的凭条上；留了电话而忘了编号的，请拨打热线。",
        "The number is on the slip that you were given; if you left a telephone and lost the number, call the hotline."), call.language)</p>
      </section>
      """
    return Layout.page(title, for: call.visitor, style: .plain, current: Paths.portalFollow, body: body)
  }

  private static func notice(_ language: Language) -> HTML {
    "<div class=\"notice refused\" role=\"alert\"><p>\(nothing, language)</p></div>"
  }

  private static let nothing = Phrase(
    "没有查到：编号和电话后四位（或查询码）对不上，请核对后再试。连续输错会暂时锁定。",
    "Nothing found: the number and the digits do not fit. Check them; several wrong tries lock it for a while.")
}
