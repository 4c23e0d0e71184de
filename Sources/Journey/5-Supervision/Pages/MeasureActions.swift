import Casework
import Web
import Workdays

/// What can be done with a measure now: each step as a form folded away, the most likely one first.
struct MeasureActions {
  let file: MeasureFile
  let call: Call
  let endpoints: [Endpoint]

  private static let first: [MeasureAction] = [
    .instruct, .approve, .receive, .answer, .fileCase, .opine, .sign, .decide, .accept, .inspect, .meet, .review, .agree,
  ]

  func render() -> HTML {
    let primary = Self.first.first(where: file.possible.contains)
    let ordered = file.possible.filter { $0 == primary } + file.possible.filter { $0 != primary }
    let items = ordered.compactMap { action in
      endpoints.first { $0.action == action.rawValue && $0.path.hasPrefix("measures/{number}/") && $0.who.admits(call.visitor.actor) }
        .map { item($0, isPrimary: action == primary) }
    }
    return ActionBar.render(items, next: next, language: call.language)
  }

  private func item(_ endpoint: Endpoint, isPrimary: Bool) -> ActionBar.Item {
    let path = Paths.filled(endpoint.path, ["number": file.number])
    if endpoint.form.fields.isEmpty, endpoint.uploads == nil {
      return .button(endpoint, to: path, primary: isPrimary, for: call.visitor)
    }
    let form = ActionForm.render(endpoint, to: path, for: call.visitor, references: call.references)
    return .form(endpoint.summary, Self.scoped(form, endpoint.noun), primary: isPrimary, language: call.language)
  }

  /// A page has many forms, so the ids of their controls carry the step's noun.
  static func scoped(_ form: HTML, _ noun: String) -> HTML {
    var text = form.text
    for attribute in ["id", "for", "aria-describedby", "list"] {
      text = text.replacing(" \(attribute)=\"f-", with: " \(attribute)=\"f-\(noun)-")
    }
    return HTML(trusted: text)
  }

  private var next: Phrase? {
    let measure = file.measure
    guard measure.isRunning else { return nil }
    let due = measure.nextClock?.deadline.at.phrase ?? Phrase("—", "—")
    if measure.state == .answered { return Phrase("已全部回复，由督办单位认可或退回。", "All have answered; the supervising side accepts or sends back.") }
    let open = measure.duties.filter { !$0.isDone }.map(\.unit)
    if !open.isEmpty {
      let zh = open.map { file.unit($0).zh }.joined(separator: Language.zh.listMark)
      let en = open.map { file.unit($0).en }.joined(separator: Language.en.listMark)
      return Phrase("等待\(zh)在 \(due.zh) 前回复。", "Waiting for \(en) to answer by \(due.en).")
    }
    let what = MeasurePieces.waiting(measure)
    return Phrase("\(what.zh)，\(due.zh) 前。", "\(what.en), by \(due.en).")
  }
}
