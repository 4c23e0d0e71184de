import Casework
import Profiles
import Web
import Workdays

/// What is taken and what is not, and the lists of reasons.
struct ScopePage {
  private let frame: ProfileFrame
  private let endpoints: ProfileDesk

  init(_ frame: ProfileFrame, _ endpoints: ProfileDesk) { (self.frame, self.endpoints) = (frame, endpoints) }

  private var language: Language { frame.language }
  private var policy: CasePolicy { frame.profile.policy }

  /// - Parameter sent: the list whose form was refused.
  func render(_ sent: String?, _ problem: (any Problem)?) -> HTML {
    let add = frame.adding(Phrase("新增不受理的事项", "Add what is not taken"), at: Paths.profileNewRefusal)
    let lists = HTML.each(ScopeList.allCases) { list($0, $0.rawValue == sent ? problem : nil) }
    let law = Phrase("受理和不受理的事项、法定途径对市民公开。", "What is taken and what is not, and the legal routes, are public.")
    return frame.page(
      Phrase("受理范围与理由", "What is taken, and reasons"), .scope, add: add,
      "\(frame.note(law))\(frame.summary(problem, ScopeForm.list))\(refusals)<div class=\"pair lists\">\(lists)</div>")
  }

  private var refusals: HTML {
    let heads = [
      Phrase("不受理的事项", "Not taken"), Phrase("告知的法定途径", "The route that is told"), Phrase("批准", "Approval"), Phrase("代码", "Code"),
      Phrase("", ""),
    ]
    let rows = policy.refusals.map { reason -> [HTML] in
      let isNew = !frame.view.base.policy.refusals.contains(reason)
      let actions = frame.actions(at: Paths.profileRefusal(reason.code), dropping: endpoints.dropRefusal)
      return [
        "<strong>\(reason.matter, language)</strong>\(frame.mark(isNew ? .changed : nil))", "\(reason.route, language)",
        reason.needsApproval ? frame.say(Phrase("须经批准", "needed")) : .empty, "<code>\(reason.code)</code>", actions,
      ]
    }
    return frame.table(Phrase("不受理的事项", "What is not taken"), heads, rows)
  }

  private func list(_ list: ScopeList, _ problem: (any Problem)?) -> HTML {
    let text = problem == nil ? list.text(in: policy) : frame.call.submitted["lines"] ?? ""
    guard frame.mayEdit else { return frame.panel(list.phrase, "<pre class=\"lines\">\(text)</pre>") }
    let label = Field("lines", .lines(8000), list.phrase, help: list.help)
    let form = frame.form(
      endpoints.setList, to: Paths.profileList(list.rawValue), values: SubmittedForm([("lines", text)]),
      problems: problem?.fields ?? [], scope: list.rawValue
    ) { _ in label }
    return "<section class=\"panel\">\(form)</section>"
  }

  /// - Parameter code: nil for a new one.
  func form(_ code: String?, _ values: SubmittedForm, _ problem: (any Problem)?) -> HTML {
    let title = Phrase("不受理的事项", "A matter that is not taken")
    guard frame.mayEdit else { return frame.page(title, .scope, frame.note(Phrase("只读。", "To read only."))) }
    let endpoint = code == nil ? endpoints.addRefusal : endpoints.setRefusal
    let path = code.map(Paths.profileRefusal) ?? Paths.profileRefusals
    let form = frame.form(endpoint, to: path, values: values, problems: problem?.fields ?? [])
    return frame.page(title, .scope, "\(frame.summary(problem, ScopeForm.newRefusal))\(frame.panel(title, form))")
  }
}
